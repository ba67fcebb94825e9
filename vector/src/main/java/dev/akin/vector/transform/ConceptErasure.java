package dev.akin.vector.transform;

import dev.akin.vector.Matrix;
import java.util.Arrays;

/**
 * Least-squares concept erasure: the smallest change after which no linear classifier tells the
 * classes of rows apart better than a constant (Belrose et al. 2023, LEACE, theorem 4.2).
 *
 * <p>r(x) = x − W⁺PW(x − μ), with W = Σ^(−½) of the rows, P the projection on the columns of WΣₓz,
 * and Σₓz the covariance of rows and classes (one cell a class). Afterwards all classes have the
 * same mean, and the mean squared change is the least there is. O(n d² + d³).
 */
public final class ConceptErasure {
  private static final double NEGLIGIBLE = 1e-10;

  /** WΣₓz of one-cell-a-class has one rank less than classes; what is left of it is rounding. */
  private static final double SMALL = 1e-6;

  private ConceptErasure() {}

  /**
   * Fits it.
   *
   * @param rows at least two; borrowed
   * @param classes from 0, one a row
   * @throws IllegalArgumentException if there are fewer rows or classes than two, or not one class
   *     a row
   */
  public static Transform fit(Matrix rows, int[] classes) {
    int count = Arrays.stream(classes).max().orElse(-1) + 1;
    if (classes.length != rows.rows() || count < 2 || Arrays.stream(classes).min().orElse(0) < 0) {
      throw new IllegalArgumentException(
          "%d rows and %d classes in %d kinds: erasing takes one class from 0 for each row, and two kinds"
              .formatted(rows.rows(), classes.length, count));
    }
    float[] mean = Moments.mean(rows);
    double[][] covariance = Moments.covariance(rows, mean);
    double[][] white = Dense.power(covariance, -0.5, NEGLIGIBLE);
    Svd svd =
        Svd.of(Dense.times(white, Dense.transposed(crossCovariance(rows, mean, classes, count))));
    double[][] weights = Dense.identity(rows.dimension());
    double[][] colour = Dense.power(covariance, 0.5, NEGLIGIBLE);
    for (int i = 0; i < svd.rank(SMALL) && svd.values()[i] > 0; i++) {
      double[] direction = svd.left()[i];
      Dense.addOuter(weights, -1, product(colour, direction), product(white, direction));
    }
    return Affine.of(mean, Dense.rounded(weights), mean, Fit.on("least-squares-erasure", rows));
  }

  private static double[] product(double[][] a, double[] x) {
    return Arrays.stream(a).mapToDouble(row -> Dense.dot(row, x)).toArray();
  }

  /** One row a class: (1/n) Σ over its rows of x − μ; centring the classes changes nothing. */
  private static double[][] crossCovariance(Matrix rows, float[] mean, int[] classes, int count) {
    double[][] sums = new double[count][rows.dimension()];
    for (int r = 0; r < rows.rows(); r++) {
      float[] row = rows.copyRow(r);
      for (int i = 0; i < row.length; i++) {
        sums[classes[r]][i] += ((double) row[i] - mean[i]) / rows.rows();
      }
    }
    return sums;
  }
}
