package dev.akin.eval.significance;

import java.util.Arrays;

/**
 * The per-item values of two systems, side by side.
 *
 * <p>x − y carries the rounding of x and of y. What is smaller than 2⁻⁴⁰ of the largest value is
 * therefore no difference, and two differences that are nearer than that are equal in size.
 *
 * @param x the system's values
 * @param y the baseline's values
 */
@SuppressWarnings("ArrayRecordComponent") // made and read in this package, compared nowhere
record Differences(double[] x, double[] y) {
  private static final double GRAIN = 0x1p-40;

  /** x − y, item by item. */
  double[] values() {
    double grain = grain();
    double[] d = new double[x.length];
    Arrays.setAll(d, i -> Math.abs(x[i] - y[i]) < grain / 2 ? 0 : x[i] - y[i]);
    return d;
  }

  /** x − y in whole grains: what tells which differences are equal. */
  double[] grains() {
    double grain = grain();
    return Arrays.stream(values()).map(d -> Math.rint(d / grain)).toArray();
  }

  private double grain() {
    double largest = Math.max(largest(x), largest(y));
    return largest == 0 ? 1 : largest * GRAIN;
  }

  /** Σ(|x| + |y|): what the rounding of sums is measured against. */
  double magnitude() {
    return sizes(x) + sizes(y);
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  private static double sizes(double[] values) {
    return Arrays.stream(values).map(Math::abs).sum();
  }
}
