package dev.akin.eval.significance;

import dev.akin.eval.Items;

/**
 * Mean and spread of some numbers.
 *
 * @param count how many, n
 * @param deviation √(Σ(x − x̄)²/(n − 1)); 0 for a single one
 */
record Moments(int count, double mean, double deviation) {
  static Moments of(double[] values) {
    double mean = Items.mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / Math.max(1, values.length - 1));
    return new Moments(values.length, mean, deviation);
  }

  /** Of the mean: deviation/√n. */
  double standardError() {
    return deviation / Math.sqrt(count);
  }
}
