package dev.akin.vector.transform;

import dev.akin.vector.Matrix;

/**
 * Takes part of a subspace out of some rows and keeps all inner products near what they were: soft
 * debiasing (Bolukbasi et al. 2016, section 6).
 *
 * <p>The map T minimises, with X = TᵀT, the mean over all pairs of rows of (aᵀXb − aᵀb)² plus
 * strength times the mean over neutral rows and over the subspace's directions v of (vᵀXx)². Both
 * terms are means, so a strength means the same for any number of rows; the paper's λ is strength ·
 * rows² / (neutral rows · directions). Convex in X ≥ 0, solved by accelerated gradients whose step
 * is clipped to what has no negative eigenvalue.
 */
public final class SoftRejection {
  /** A mean square below this share of the largest is a direction that the rows do not have. */
  private static final double NEGLIGIBLE = 1e-10;

  private static final double SMALLEST_CHANGE = 1e-9;
  private static final int MOST_ROUNDS = 5000;

  private SoftRejection() {}

  /**
   * Learns the map. O(rows · d² + rounds · d³); tens to hundreds of rounds.
   *
   * @param rows all rows, whose inner products are kept; borrowed
   * @param neutral those that should have nothing of the subspace; borrowed
   * @param strength 0 keeps everything as it is; at 1 the two means weigh the same
   * @return x ↦ Tx, T symmetric; bring rows to length 1 behind it as the paper does
   * @throws IllegalArgumentException if the dimensions differ, a cell is not finite or the strength
   *     is negative
   * @throws ArithmeticException if the rounds do not end
   */
  public static Transform fit(Matrix rows, Matrix neutral, Subspace subspace, double strength) {
    if (rows.dimension() != neutral.dimension() || rows.dimension() != subspace.dimension()) {
      throw new IllegalArgumentException(
          "rows of %d, neutral ones of %d and a subspace of %d cells"
              .formatted(rows.dimension(), neutral.dimension(), subspace.dimension()));
    }
    if (!(strength >= 0) || Double.isInfinite(strength)) {
      throw new IllegalArgumentException("a strength is 0 or more, got " + strength);
    }
    float[] origin = new float[rows.dimension()];
    double[][] squares = Moments.covariance(rows, origin);
    double[][] neutralSquares = Moments.covariance(neutral, origin);
    double[][] map = map(squares, neutralSquares, subspace, strength / subspace.rank());
    return Affine.of(origin, Dense.rounded(map), origin, Fit.on("soft rejection", rows));
  }

  /**
   * T = X^½. With Y = C^½XC^½ the objective is ‖Y − C‖² + λ tr(AYMY), A = C^(−½)VᵀVC^(−½) and M =
   * C^(−½)NC^(−½), which is well conditioned whatever C is.
   */
  static double[][] map(double[][] squares, double[][] neutral, Subspace subspace, double lambda) {
    int d = squares.length;
    double[][] inverseRoot = Dense.power(squares, -0.5, NEGLIGIBLE);
    double[][] root = Dense.power(squares, 0.5, NEGLIGIBLE);
    double[][] directions = new double[d][d];
    for (int v = 0; v < subspace.rank(); v++) {
      Dense.addOuter(directions, 1, subspace.direction(v), subspace.direction(v));
    }
    double[][] a = Dense.times(Dense.times(inverseRoot, directions), inverseRoot);
    double[][] m = Dense.times(Dense.times(inverseRoot, neutral), inverseRoot);
    double[][] y = minimum(squares, a, m, lambda);
    double[][] x = Dense.times(Dense.times(inverseRoot, y), inverseRoot);
    // Directions that no row has stay as they are.
    double[][] present = Dense.times(inverseRoot, root);
    for (int i = 0; i < d; i++) {
      x[i][i] += 1;
      Dense.addScaled(x[i], -1, present[i]);
    }
    return Dense.power(symmetric(x), 0.5, 0);
  }

  /**
   * Nesterov's method for a strongly convex objective, constants known: μ = 2, L = 2 + 2λ‖A‖‖M‖.
   */
  private static double[][] minimum(double[][] c, double[][] a, double[][] m, double lambda) {
    double steepest = 2 + 2 * lambda * largestEigenvalue(a) * largestEigenvalue(m);
    double condition = Math.sqrt(steepest / 2);
    double momentum = (condition - 1) / (condition + 1);
    double[][] last = c;
    double[][] point = c;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[][] next = stepped(point, c, a, m, lambda, 1 / steepest);
      double change = 0;
      double size = 0;
      point = new double[c.length][c.length];
      for (int i = 0; i < c.length; i++) {
        for (int j = 0; j < c.length; j++) {
          double move = next[i][j] - last[i][j];
          change += move * move;
          size += next[i][j] * next[i][j];
          point[i][j] = next[i][j] + momentum * move;
        }
      }
      last = next;
      if (change <= SMALLEST_CHANGE * SMALLEST_CHANGE * size) {
        return last;
      }
    }
    throw new ArithmeticException(
        "soft rejection does not come to rest in %d rounds; take a smaller strength"
            .formatted(MOST_ROUNDS));
  }

  /** One step against the gradient 2(Y − C) + λ(AYM + MYA), clipped to no negative eigenvalue. */
  private static double[][] stepped(
      double[][] y, double[][] c, double[][] a, double[][] m, double lambda, double step) {
    double[][] product = Dense.times(Dense.times(a, y), m);
    double[][] next = new double[y.length][y.length];
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < y.length; j++) {
        double gradient = 2 * (y[i][j] - c[i][j]) + lambda * (product[i][j] + product[j][i]);
        next[i][j] = y[i][j] - step * gradient;
      }
    }
    return Dense.power(symmetric(next), 1, 0);
  }

  private static double largestEigenvalue(double[][] symmetric) {
    return Math.max(0, SymmetricEigen.of(symmetric(symmetric)).values()[0]);
  }

  /** (A + Aᵀ) / 2, a new matrix: rounding leaves products not quite symmetric. */
  private static double[][] symmetric(double[][] a) {
    double[][] symmetric = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        symmetric[i][j] = (a[i][j] + a[j][i]) / 2;
      }
    }
    return symmetric;
  }
}
