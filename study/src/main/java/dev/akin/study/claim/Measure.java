package dev.akin.study.claim;

import dev.akin.eval.significance.Comparison;
import dev.akin.eval.significance.Interval;

/**
 * A measured value with its interval, and what it must exceed.
 *
 * @param name what is measured, with its unit: {@code nDCG@10, mean − first pooling}
 * @param low of a 95 % interval, unless the name says otherwise
 * @param high of that interval
 * @param threshold the claim is that the true value lies above this; 0 for a difference
 */
public record Measure(String name, double value, double low, double high, double threshold) {
  public Measure {
    if (!Double.isFinite(value) || !(low <= high) || !Double.isFinite(threshold)) {
      throw new IllegalArgumentException(
          "%s: value %s, interval [%s, %s], threshold %s"
              .formatted(name, value, low, high, threshold));
    }
  }

  /** A value that must exceed a threshold. */
  public static Measure of(String name, double value, Interval interval, double threshold) {
    return new Measure(name, value, interval.low(), interval.high(), threshold);
  }

  /** A difference of two systems that must exceed 0. */
  public static Measure of(String name, Comparison comparison) {
    return of(name, comparison.difference(), comparison.interval(), 0);
  }
}
