package dev.akin.vector.transform;

import dev.akin.vector.Matrix;
import java.util.Arrays;

/**
 * A linear subspace of directions that mean something: a concept, an attribute, boilerplate.
 *
 * <p>With an orthonormal basis V [rank × dimension], Px = VᵀVx is a row's part in it. Immutable,
 * safe for many threads.
 */
public final class Subspace {
  /** Singular values below this share of the largest are rounding: the published cut. */
  private static final double NEGLIGIBLE = 1e-6;

  private final double[][] basis;
  private final double[] shares;
  private final Fit fit;

  private Subspace(double[][] basis, double[] shares, Fit fit) {
    this.basis = basis;
    this.shares = shares;
    this.fit = fit;
  }

  /**
   * All directions that rows span: their right singular vectors.
   *
   * @param rows at least one that is not zero; borrowed. O(rows · dimension · min(rows, dimension))
   * @throws IllegalArgumentException if no row differs from zero, or a cell is not finite
   */
  public static Subspace spannedBy(Matrix rows) {
    return of(rows, rows.dimension());
  }

  /**
   * The directions along which rows are longest, around the origin; a common direction of all rows
   * is among them, so centre rows that have one which is not meant.
   *
   * @param rank how many directions at most; fewer if the rows span fewer
   * @throws IllegalArgumentException if no row differs from zero, a cell is not finite or the rank
   *     is not positive
   */
  public static Subspace of(Matrix rows, int rank) {
    rows.requireFinite();
    if (rank < 1) {
      throw new IllegalArgumentException("a subspace has 1 direction or more, got " + rank);
    }
    return of(Dense.rows(rows), rank, Fit.on("subspace", rows));
  }

  static Subspace of(double[][] rows, int rank, Fit fit) {
    Svd svd = Svd.of(rows);
    if (!(svd.values()[0] > 0)) {
      throw new IllegalArgumentException("rows of zeros span no direction");
    }
    int kept = Math.min(rank, svd.rank(NEGLIGIBLE));
    double all = Arrays.stream(svd.values()).map(value -> value * value).sum();
    double[] shares =
        Arrays.stream(svd.values(), 0, kept).map(value -> value * value / all).toArray();
    return new Subspace(Arrays.copyOf(svd.right(), kept), shares, fit);
  }

  /** Cells of a row. */
  public int dimension() {
    return basis[0].length;
  }

  /** How many directions. */
  public int rank() {
    return basis.length;
  }

  /** One direction, a unit vector; the rows are longest along the first. */
  public double[] direction(int direction) {
    return basis[direction].clone();
  }

  /** The share of the rows' squared length along one direction. */
  public double share(int direction) {
    return shares[direction];
  }

  /** ‖Px‖ / ‖x‖, in [0, 1]: how much of a row lies in the subspace; 0 for a row of zeros. */
  public double share(float[] row) {
    double inside = 0;
    for (double[] direction : basis) {
      double along = along(direction, row);
      inside += along * along;
    }
    double all = 0;
    for (float cell : row) {
      all += (double) cell * cell;
    }
    return all == 0 ? 0 : Math.min(1, Math.sqrt(inside / all));
  }

  private static double along(double[] direction, float[] row) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += direction[i] * row[i];
    }
    return sum;
  }

  /** Px: what of a row lies in the subspace. */
  public Transform projection() {
    return map("projection", 0, 1);
  }

  /**
   * x − αPx: rows with the subspace taken out, as DECOR takes undesired tokens out of prompts.
   *
   * @param strength α: 1 takes all of it, 0 nothing, more than 1 pushes to the other side
   * @throws IllegalArgumentException if α is not finite
   */
  public Transform rejection(double strength) {
    if (!Double.isFinite(strength)) {
      throw new IllegalArgumentException("a strength is a number, got " + strength);
    }
    return map("rejection", 1, -strength);
  }

  /** a·x + b·Px. */
  private Transform map(String method, double a, double b) {
    double[][] weights = new double[dimension()][dimension()];
    for (int i = 0; i < weights.length; i++) {
      weights[i][i] = a;
    }
    for (double[] direction : basis) {
      Dense.addOuter(weights, b, direction, direction);
    }
    float[] zero = new float[dimension()];
    return Affine.of(
        zero, Dense.rounded(weights), zero, new Fit(method, fit.rows(), fit.checksum()));
  }

  @Override
  public String toString() {
    return "%d directions of %d cells, %s".formatted(rank(), dimension(), fit);
  }
}
