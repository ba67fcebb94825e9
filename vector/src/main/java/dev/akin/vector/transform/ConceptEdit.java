package dev.akin.vector.transform;

import dev.akin.vector.Matrix;
import java.util.Arrays;

/**
 * A closed-form edit of what linear maps see: concept rows cᵢ are treated as targets tᵢ, rows to be
 * preserved pⱼ as themselves (Gandikota et al. 2024, unified concept editing).
 *
 * <p>For a map W the edited one is W̃ = [λW + e Σ(Wtᵢ)cᵢᵀ + s Σ(Wpⱼ)pⱼᵀ][λI + e Σcᵢcᵢᵀ + s
 * Σpⱼpⱼᵀ]⁻¹, which minimises e Σ‖W̃c − Wt‖² + s Σ‖W̃p − Wp‖² + λ‖W̃ − W‖². W stands in front of all
 * of it: W̃ = WE, so the edit is one {@link Transform} E before any map, of rows themselves where
 * there is none.
 *
 * @param erase e
 * @param preserve s
 * @param keep λ, which keeps the map where nobody says anything
 */
public record ConceptEdit(double erase, double preserve, double keep) {
  /** The weights of the published code: e 1, s 0.1, λ 0.1. */
  public static final ConceptEdit USUAL = new ConceptEdit(1, 0.1, 0.1);

  /** What keeps a derived row short; 0.1 in the published code. */
  public static final double USUAL_RIDGE = 0.1;

  public ConceptEdit {
    if (!(erase >= 0 && preserve >= 0 && keep > 0)) {
      throw new IllegalArgumentException(
          "weights of an edit are 0 or more, that of the old map more than 0; got %s, %s, %s"
              .formatted(erase, preserve, keep));
    }
  }

  /**
   * The edit.
   *
   * @param concepts c, a row each
   * @param targets t, as many rows
   * @param preserved p
   * @throws IllegalArgumentException if shapes differ or a cell is not finite
   */
  public Transform fit(Matrix concepts, Matrix targets, Matrix preserved) {
    if (concepts.rows() != targets.rows()
        || concepts.dimension() != targets.dimension()
        || concepts.dimension() != preserved.dimension()) {
      throw new IllegalArgumentException(
          "%d concepts of %d cells, %d targets of %d, preserved rows of %d"
              .formatted(
                  concepts.rows(),
                  concepts.dimension(),
                  targets.rows(),
                  targets.dimension(),
                  preserved.dimension()));
    }
    concepts.requireFinite();
    targets.requireFinite();
    preserved.requireFinite();
    double[][] wanted = Dense.identity(concepts.dimension());
    double[][] given = Dense.identity(concepts.dimension());
    for (int i = 0; i < wanted.length; i++) {
      wanted[i][i] = keep;
      given[i][i] = keep;
    }
    for (int i = 0; i < concepts.rows(); i++) {
      double[] concept = Dense.row(concepts, i);
      Dense.addOuter(wanted, erase, Dense.row(targets, i), concept);
      Dense.addOuter(given, erase, concept, concept);
    }
    for (int i = 0; i < preserved.rows(); i++) {
      double[] row = Dense.row(preserved, i);
      Dense.addOuter(wanted, preserve, row, row);
      Dense.addOuter(given, preserve, row, row);
    }
    double[][] edit = Dense.times(wanted, Dense.power(given, -1, 0));
    float[] zero = new float[edit.length];
    return Affine.of(zero, Dense.rounded(edit), zero, Fit.on("concept-edit", concepts));
  }

  /**
   * The row that gives after an edit what a concept gave before it: c′ = argmin ‖Ec′ − c‖² + μ‖c′‖²
   * = (EᵀE + μI)⁻¹Eᵀc. How near Ec′ comes to c says how much of the concept an edit left reachable
   * (Gong et al. 2024, RECE); editing again with c′ closes it, at a price for what is preserved.
   *
   * @param edit what {@link #fit} gave, or several of them one after the other
   * @param ridge μ, more than 0
   */
  public static float[] derive(Transform edit, float[] concept, double ridge) {
    if (!(ridge > 0)) {
      throw new IllegalArgumentException("the ridge is more than 0, got " + ridge);
    }
    int dimension = edit.inputDimension();
    double[][] columns = new double[dimension][];
    for (int i = 0; i < dimension; i++) {
      float[] axis = new float[dimension];
      axis[i] = 1;
      float[] image = edit.apply(axis);
      columns[i] = new double[image.length];
      for (int o = 0; o < image.length; o++) {
        columns[i][o] = image[o];
      }
    }
    double[][] square = Dense.times(columns, Dense.transposed(columns));
    for (int i = 0; i < dimension; i++) {
      square[i][i] += ridge;
    }
    double[] wide = new double[concept.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = concept[i];
    }
    double[] right =
        Arrays.stream(columns).mapToDouble(column -> Dense.dot(column, wide)).toArray();
    double[][] inverse = Dense.power(square, -1, 0);
    float[] derived = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      derived[i] = (float) Dense.dot(inverse[i], right);
    }
    return derived;
  }
}
