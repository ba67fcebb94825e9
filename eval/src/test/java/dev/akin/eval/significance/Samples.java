package dev.akin.eval.significance;

import java.util.SplittableRandom;

/** Paired values that the tests of this package share. */
final class Samples {
  /** Twelve items; x − y has no ties and no zero. */
  static final double[] X = {
    0.61, 0.72, 0.10, 0.95, 0.44, 0.38, 0.83, 0.27, 0.66, 0.51, 0.09, 0.77
  };

  static final double[] Y = {
    0.55, 0.60, 0.12, 0.90, 0.47, 0.20, 0.74, 0.31, 0.50, 0.37, 0.10, 0.62
  };

  private Samples() {}

  /** Values of one system. */
  static double[] normal(SplittableRandom random, int n, double mean, double deviation) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = random.nextGaussian(mean, deviation);
    }
    return values;
  }

  /** Values shifted item by item. */
  static double[] plus(double[] values, double[] shifts) {
    double[] sum = new double[values.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = values[i] + shifts[i];
    }
    return sum;
  }
}
