package dev.akin.vector.transform;

import dev.akin.vector.Matrix;

/**
 * Maps that bring two spaces together by rows that mean the same in both: words and their
 * translations, a word before and after, the same texts by two encoders.
 *
 * <p>Rows are brought to unit length, centred and brought to unit length again on each side
 * beforehand ({@link #normalisation}); without that a common direction decides the map. With pairs
 * (xᵢ, zᵢ), rows X and Z:
 *
 * <ul>
 *   <li>least squares: min ‖XW − Z‖² + ridge ‖W‖² (Mikolov, Le and Sutskever 2013); needs many more
 *       pairs than cells;
 *   <li>Procrustes: the same among rotations, W = UVᵀ with XᵀZ = U diag(σ) Vᵀ (Schönemann 1966;
 *       Artetxe, Labaka and Agirre 2016); keeps all cosines on each side;
 *   <li>re-weighted: whiten, rotate, weight by √σ, colour again (Artetxe, Labaka and Agirre 2018,
 *       the supervised steps of VecMap); moves both sides.
 * </ul>
 *
 * @param source maps rows of the first side into the common space
 * @param target maps rows of the second side into it; the identity but for re-weighting
 */
public record Alignment(Transform source, Transform target) {
  /** Singular values below this share of the largest are rounding. */
  private static final double NEGLIGIBLE = 1e-10;

  /** Whitening on fewer pairs than this many times the cells takes noise for directions. */
  private static final int PAIRS_A_CELL = 5;

  /**
   * Unit length, centred, unit length again: what each side goes through before it is aligned.
   *
   * @param rows of one side, all of them
   */
  public static Transform normalisation(Matrix rows) {
    Transform unit = Transform.unitLength(rows.dimension());
    try (Matrix units = unit.apply(rows)) {
      return unit.then(Transform.centre(units)).then(unit);
    }
  }

  /**
   * Least squares.
   *
   * @param ridge what keeps the map small where pairs do not say; 0.001 to pairs / 100
   * @throws IllegalArgumentException if there is no pair, one is outside the rows, or the ridge is
   *     not positive
   */
  public static Alignment leastSquares(Matrix x, Matrix z, Pairs pairs, double ridge) {
    pairs.check(x, z);
    if (!(ridge > 0)) {
      throw new IllegalArgumentException("the ridge is more than 0, got " + ridge);
    }
    double[][] square = Dense.crossProducts(x, pairs.first(), x, pairs.first());
    for (int i = 0; i < square.length; i++) {
      square[i][i] += ridge;
    }
    double[][] map =
        Dense.times(
            Dense.power(square, -1, 0), Dense.crossProducts(x, pairs.first(), z, pairs.second()));
    return new Alignment(transform("least-squares", map, x), identity(z));
  }

  /**
   * The rotation; reflections are among them.
   *
   * @throws IllegalArgumentException if there is no pair, one is outside the rows, or the sides
   *     have different dimensions
   */
  public static Alignment procrustes(Matrix x, Matrix z, Pairs pairs) {
    pairs.check(x, z);
    requireSameDimension(x, z);
    Svd svd = Svd.of(Dense.crossProducts(x, pairs.first(), z, pairs.second()));
    double[][] rotation = Dense.times(Dense.transposed(svd.left()), svd.right());
    return new Alignment(transform("procrustes", rotation, x), identity(z));
  }

  /**
   * Whitened, rotated, re-weighted, coloured again. Whitening is fitted on the pairs where there
   * are at least five a cell, else on all rows.
   *
   * @throws IllegalArgumentException if there is no pair, one is outside the rows, or the sides
   *     have different dimensions
   */
  public static Alignment reweighted(Matrix x, Matrix z, Pairs pairs) {
    pairs.check(x, z);
    requireSameDimension(x, z);
    boolean hasMany = pairs.size() >= PAIRS_A_CELL * x.dimension();
    double[][] xs = square(x, hasMany ? pairs.first() : all(x));
    double[][] zs = square(z, hasMany ? pairs.second() : all(z));
    double[][] whiteX = Dense.power(xs, -0.5, NEGLIGIBLE);
    double[][] whiteZ = Dense.power(zs, -0.5, NEGLIGIBLE);
    double[][] cross = Dense.crossProducts(x, pairs.first(), z, pairs.second());
    Svd svd = Svd.of(Dense.times(Dense.times(whiteX, cross), whiteZ));
    double[] roots = svd.values().clone();
    for (int i = 0; i < roots.length; i++) {
      roots[i] = Math.sqrt(roots[i]);
    }
    return new Alignment(
        transform("reweighted", side(whiteX, xs, svd.left(), roots), x),
        transform("reweighted", side(whiteZ, zs, svd.right(), roots), z));
  }

  /** S^(−½) Q diag(w) Qᵀ S^(½) Q, with Qᵀ given. */
  private static double[][] side(
      double[][] white, double[][] square, double[][] directions, double[] weights) {
    double[][] q = Dense.transposed(directions);
    double[][] weighted = Dense.columnsScaled(Dense.times(white, q), weights);
    double[][] colour = Dense.times(Dense.power(square, 0.5, NEGLIGIBLE), q);
    return Dense.times(Dense.times(weighted, directions), colour);
  }

  private static double[][] square(Matrix rows, int[] some) {
    return Dense.crossProducts(rows, some, rows, some);
  }

  private static int[] all(Matrix rows) {
    int[] all = new int[rows.rows()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    return all;
  }

  private static void requireSameDimension(Matrix x, Matrix z) {
    if (x.dimension() != z.dimension()) {
      throw new IllegalArgumentException(
          "rows of %d and %d cells; a rotation needs as many on both sides: cut the longer ones, or use least squares"
              .formatted(x.dimension(), z.dimension()));
    }
  }

  /** The map of rows x ↦ xW. */
  private static Transform transform(String method, double[][] w, Matrix fitted) {
    float[][] weights = Dense.rounded(Dense.transposed(w));
    return Affine.of(
        new float[w.length], weights, new float[weights.length], Fit.on(method, fitted));
  }

  private static Transform identity(Matrix rows) {
    return Transform.cut(rows.dimension(), rows.dimension());
  }

  /**
   * Rows that belong together; a row may stand in several pairs.
   *
   * @param first rows of the first side
   * @param second for each the row of the second side
   */
  @SuppressWarnings("ArrayRecordComponent") // large, and compared nowhere
  public record Pairs(int[] first, int[] second) {
    public Pairs {
      if (first.length != second.length || first.length == 0) {
        throw new IllegalArgumentException(
            "pairs take as many rows of both sides and at least one, got %d and %d"
                .formatted(first.length, second.length));
      }
      first = first.clone();
      second = second.clone();
    }

    /** How many pairs. */
    public int size() {
      return first.length;
    }

    private void check(Matrix x, Matrix z) {
      for (int i = 0; i < first.length; i++) {
        if (first[i] < 0 || first[i] >= x.rows() || second[i] < 0 || second[i] >= z.rows()) {
          throw new IllegalArgumentException(
              "pair %d is of the rows %d and %d; there are %d and %d"
                  .formatted(i, first[i], second[i], x.rows(), z.rows()));
        }
      }
      x.requireFinite();
      z.requireFinite();
    }
  }
}
