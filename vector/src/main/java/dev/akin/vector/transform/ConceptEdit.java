package dev.akin.vector.transform;

import dev.akin.vector.Matrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

  /** How often the published code edits again. */
  public static final int USUAL_ROUNDS = 10;

  public ConceptEdit {
    if (!(erase >= 0 && preserve >= 0 && keep > 0)) {
      throw new IllegalArgumentException(
          "weights of an edit are 0 or more, that of the old map more than 0; got %s, %s, %s"
              .formatted(erase, preserve, keep));
    }
  }

  /**
   * An edit and what it leaves.
   *
   * @param edit E, to be applied before every map
   * @param reach 1 − √(Σ‖WEc′ − Wc‖² / Σ‖Wc‖²) over all maps and concepts, c′ being {@linkplain
   *     #derive derived}: 1 where such rows give all that the concepts gave before, 0 where they
   *     give nothing of it
   * @param change √(Σ‖WEp − Wp‖² / Σ‖Wp‖²) over all maps and preserved rows; 0 where all is kept
   */
  public record Round(Transform edit, double reach, double change) {}

  /**
   * The edit.
   *
   * @param concepts c, a row each
   * @param targets t, as many rows
   * @param preserved p
   * @throws IllegalArgumentException if shapes differ or a cell is not finite
   */
  public Transform fit(Matrix concepts, Matrix targets, Matrix preserved) {
    check(concepts, targets, preserved);
    return transform(
        edit(
            Dense.rows(concepts), Dense.rows(targets), Dense.rows(preserved), concepts.dimension()),
        concepts);
  }

  private static void check(Matrix concepts, Matrix targets, Matrix preserved) {
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
  }

  /** E = [λI + e Σtᵢcᵢᵀ + s Σpⱼpⱼᵀ][λI + e Σcᵢcᵢᵀ + s Σpⱼpⱼᵀ]⁻¹. */
  private double[][] edit(
      double[][] concepts, double[][] targets, double[][] preserved, int dimension) {
    double[][] wanted = scaledIdentity(dimension, keep);
    double[][] given = scaledIdentity(dimension, keep);
    for (int i = 0; i < concepts.length; i++) {
      Dense.addOuter(wanted, erase, targets[i], concepts[i]);
      Dense.addOuter(given, erase, concepts[i], concepts[i]);
    }
    for (double[] row : preserved) {
      Dense.addOuter(wanted, preserve, row, row);
      Dense.addOuter(given, preserve, row, row);
    }
    return Dense.times(wanted, Dense.power(given, -1, 0));
  }

  private static double[][] scaledIdentity(int dimension, double scale) {
    double[][] identity = Dense.identity(dimension);
    for (int i = 0; i < dimension; i++) {
      identity[i][i] = scale;
    }
    return identity;
  }

  private static Transform transform(double[][] edit, Matrix concepts) {
    float[] zero = new float[edit.length];
    return Affine.of(zero, Dense.rounded(edit), zero, Fit.on("concept-edit", concepts));
  }

  /**
   * Edits, and edits again with the rows that reach the concepts through the last edit (Gong et al.
   * 2024, RECE): c′ is {@linkplain #derive derived} from each concept c, then the edited maps are
   * edited once more so that c′ is treated as t and p as itself.
   *
   * <p>In every round the base is the maps as they are by then: W̃′ = W̃E′ with E′ the edit of (c′,
   * t, p), so after n rounds W̃ = WE₁E₂…Eₙ₊₁, and the newest edit is the first that a row goes
   * through. c′ is derived against what c gave before all edits. Each round closes ways that the
   * last left open and costs something of what is preserved; {@link #best} weighs one against the
   * other. The published code judges rounds by a detector of images instead: with a detector of
   * your own, judge {@link Round#edit} of all of them.
   *
   * @param maps W, [what it gives × dimension] each; empty for rows that no map follows
   * @param concepts c, a row each; at least one
   * @param targets t, as many rows
   * @param preserved p, any number
   * @param rounds how often it is edited again, 0 or more ({@value #USUAL_ROUNDS} in the published
   *     code); each costs O(rows of all maps · d² + d³)
   * @return rounds + 1 of them, the first being {@link #fit} alone
   * @throws IllegalArgumentException if shapes differ, a cell is not finite, there is no concept,
   *     or rounds are negative
   */
  public List<Round> iterated(
      List<Matrix> maps, Matrix concepts, Matrix targets, Matrix preserved, int rounds) {
    check(concepts, targets, preserved);
    if (rounds < 0 || concepts.rows() == 0) {
      throw new IllegalArgumentException(
          "%d concepts edited again %d times: there is 1 or more, and rounds are 0 or more"
              .formatted(concepts.rows(), rounds));
    }
    double[][] stacked = stacked(maps, concepts.dimension());
    double[][] c = Dense.rows(concepts);
    double[][] t = Dense.rows(targets);
    double[][] p = Dense.rows(preserved);
    double[][] edit = edit(c, t, p, concepts.dimension());
    List<Round> all = new ArrayList<>();
    for (int round = 0; ; round++) {
      double[][] edited = Dense.times(stacked, edit);
      double[][] derived = derived(edited, images(stacked, c), USUAL_RIDGE);
      double missed = distance(images(edited, derived), images(stacked, c));
      double change = distance(images(edited, p), images(stacked, p));
      all.add(new Round(transform(edit, concepts), 1 - missed, change));
      if (round == rounds) {
        return List.copyOf(all);
      }
      edit = Dense.times(edit, edit(derived, t, p, concepts.dimension()));
    }
  }

  /**
   * The round that leaves least reach among those that change what is preserved by no more than a
   * bound; the earlier of equals.
   *
   * @param rounds what {@link #iterated} gave
   * @param mostChange the largest {@link Round#change} that is borne
   * @throws IllegalArgumentException if every round changes more (says the least of them)
   */
  public static Round best(List<Round> rounds, double mostChange) {
    return rounds.stream()
        .filter(round -> round.change <= mostChange)
        .min(Comparator.comparingDouble(Round::reach))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "each of %d rounds changes what is preserved by more than %s, the least by %s; bear"
                        .formatted(
                            rounds.size(),
                            mostChange,
                            rounds.stream().mapToDouble(Round::change).min().orElse(Double.NaN))
                    + " more, preserve fewer rows or give them more weight"));
  }

  /**
   * The row that gives after an edit what a concept gave before it, where no map follows: {@link
   * #derive(Transform, List, float[], double)} with W = I.
   */
  public static float[] derive(Transform edit, float[] concept, double ridge) {
    return derive(edit, List.of(), concept, ridge);
  }

  /**
   * The row that gives after an edit what a concept gave before it: c′ = argmin Σ‖WEc′ − Wc‖² +
   * μ‖c′‖² = (Σ W̃ᵀW̃ + μI)⁻¹ Σ W̃ᵀWc with W̃ = WE, over all maps W (Gong et al. 2024, RECE). How
   * near WEc′ comes to Wc says how much of the concept an edit left reachable; {@link #iterated}
   * closes it. O(rows of all maps · d² + d³).
   *
   * @param edit what {@link #fit} gave, or several of them one after the other; linear
   * @param maps W, [what it gives × dimension] each; empty for rows that no map follows
   * @param concept c, as long as what the edit gives
   * @param ridge μ, more than 0; larger keeps c′ shorter
   * @throws IllegalArgumentException if shapes differ, a cell is not finite or the ridge is not
   *     positive
   */
  public static float[] derive(Transform edit, List<Matrix> maps, float[] concept, double ridge) {
    if (!(ridge > 0)) {
      throw new IllegalArgumentException("the ridge is more than 0, got " + ridge);
    }
    if (concept.length != edit.outputDimension()) {
      throw new IllegalArgumentException(
          "a concept of %d cells where the edit gives %d"
              .formatted(concept.length, edit.outputDimension()));
    }
    Require.finite("the concept", concept);
    double[][] stacked = stacked(maps, concept.length);
    double[][] c = new double[1][concept.length];
    for (int i = 0; i < concept.length; i++) {
      c[0][i] = concept[i];
    }
    return Dense.rounded(derived(Dense.times(stacked, matrix(edit)), images(stacked, c), ridge))[0];
  }

  /** All maps over one another: what they give together is what one map of all their rows gives. */
  private static double[][] stacked(List<Matrix> maps, int dimension) {
    if (maps.isEmpty()) {
      return Dense.identity(dimension);
    }
    List<double[]> rows = new ArrayList<>();
    for (int k = 0; k < maps.size(); k++) {
      if (maps.get(k).dimension() != dimension) {
        throw new IllegalArgumentException(
            "map %d takes %d cells, concepts have %d"
                .formatted(k, maps.get(k).dimension(), dimension));
      }
      maps.get(k).requireFinite();
      rows.addAll(List.of(Dense.rows(maps.get(k))));
    }
    return rows.toArray(double[][]::new);
  }

  /** E, from the images of the axes. */
  private static double[][] matrix(Transform edit) {
    double[][] columns = new double[edit.inputDimension()][edit.outputDimension()];
    for (int i = 0; i < columns.length; i++) {
      float[] axis = new float[columns.length];
      axis[i] = 1;
      float[] image = edit.apply(axis);
      for (int o = 0; o < image.length; o++) {
        columns[i][o] = image[o];
      }
    }
    return Dense.transposed(columns);
  }

  /** What a map gives for each row. */
  private static double[][] images(double[][] map, double[][] rows) {
    double[][] images = new double[rows.length][map.length];
    for (int i = 0; i < rows.length; i++) {
      for (int o = 0; o < map.length; o++) {
        images[i][o] = Dense.dot(map[o], rows[i]);
      }
    }
    return images;
  }

  /** c′ for each wanted output. */
  private static double[][] derived(double[][] edited, double[][] wanted, double ridge) {
    double[][] back = Dense.transposed(edited);
    double[][] square = Dense.times(back, edited);
    for (int i = 0; i < square.length; i++) {
      square[i][i] += ridge;
    }
    return images(Dense.power(square, -1, 0), images(back, wanted));
  }

  /** √(Σ‖a − b‖² / Σ‖b‖²); 0 where both are nothing. */
  private static double distance(double[][] a, double[][] b) {
    double differences = 0;
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      double[] difference = a[i].clone();
      Dense.addScaled(difference, -1, b[i]);
      differences += Dense.dot(difference, difference);
      squares += Dense.dot(b[i], b[i]);
    }
    return squares == 0 ? Math.sqrt(differences) : Math.sqrt(differences / squares);
  }
}
