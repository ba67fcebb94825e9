package dev.akin.vector.geometry;

import dev.akin.vector.Matrix;
import dev.akin.vector.transform.PrincipalAxes;

/** Whether rows point into all directions alike. */
public final class Isotropy {
  private Isotropy() {}

  /**
   * The isotropy measure min Z / max Z, in (0, 1]: 1 if no direction is preferred, with Z(c) = Σ
   * exp(c·x) and c the unit eigenvectors of Σ xxᵀ (Mu and Viswanath 2018, equation 7).
   *
   * <p>An eigenvector has no sign, but Z depends on it, so both c and −c are asked; the paper takes
   * the one that its program returns. O(rows · dimension² + dimension³).
   *
   * @param rows at least two, finite; borrowed. Their length counts: bring them to unit length to
   *     compare encoders
   * @throws IllegalArgumentException if there are fewer, or a cell is not finite (names it)
   */
  public static double partitionRatio(Matrix rows) {
    PrincipalAxes axes = PrincipalAxes.aroundOrigin(rows);
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int axis = 0; axis < axes.dimension(); axis++) {
      double[] products = products(rows, axes.axis(axis));
      double ahead = logSum(products, 1);
      double behind = logSum(products, -1);
      least = Math.min(least, Math.min(ahead, behind));
      most = Math.max(most, Math.max(ahead, behind));
    }
    return Math.exp(least - most);
  }

  private static double[] products(Matrix rows, double[] direction) {
    double[] products = new double[rows.rows()];
    for (int r = 0; r < products.length; r++) {
      float[] row = rows.copyRow(r);
      for (int i = 0; i < row.length; i++) {
        products[r] += row[i] * direction[i];
      }
    }
    return products;
  }

  /** log Σ exp(sign · x), without overflow. */
  private static double logSum(double[] values, int sign) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      largest = Math.max(largest, sign * value);
    }
    double sum = 0;
    for (double value : values) {
      sum += Math.exp(sign * value - largest);
    }
    return largest + Math.log(sum);
  }

  /**
   * The mean cosine of all pairs of different rows, in [−1/(n − 1), 1]: near 0 if no direction is
   * preferred (Ethayarajh 2019 calls it anisotropy and estimates it from a sample; here it is
   * exact). It is (‖Σ u‖² − n) / (n(n − 1)), u the unit rows: O(rows · dimension).
   *
   * @param rows at least two, finite, none all zeros; borrowed
   * @throws IllegalArgumentException if there are fewer, or a row has no direction (names it)
   */
  public static double meanCosine(Matrix rows) {
    int n = Sphere.requireRows(rows, 2);
    double[] sum = new double[rows.dimension()];
    for (int r = 0; r < n; r++) {
      float[] row = rows.copyRow(r);
      double length = Sphere.requireLength(row, r);
      for (int i = 0; i < row.length; i++) {
        sum[i] += row[i] / length;
      }
    }
    double square = 0;
    for (double cell : sum) {
      square += cell * cell;
    }
    return (square - n) / ((double) n * (n - 1));
  }
}
