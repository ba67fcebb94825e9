package dev.akin.eval.significance;

import dev.akin.eval.statistic.Tail;
import java.util.OptionalLong;

/**
 * How many items settle a difference, for a two-sided t test with 80 % power.
 *
 * <p>What the observed difference would need is a plan for a new set of items, not a reading of
 * this one: it says no more than the p-value does (Hoenig and Heisey 2001).
 *
 * @param items how many there are now: items, or clusters where those are drawn
 * @param itemsToSettle how many are needed if the true difference is the observed one; empty if the
 *     observed difference is 0
 * @param itemsToSettleMinimum how many are needed if the true difference is the smallest that
 *     matters
 * @param minimumDetectable the true difference that this many items find 4 times in 5
 */
public record SampleSize(
    int items, OptionalLong itemsToSettle, long itemsToSettleMinimum, double minimumDetectable) {
  /** The probability to find a difference that is there: the custom of the field. */
  public static final double POWER = 0.8;

  /** Beyond this the t quantiles are normal ones to six digits. */
  private static final double NORMAL_FROM = 1e6;

  /**
   * From a difference and its standard error.
   *
   * @param standardError of the difference with this many items
   */
  static SampleSize of(
      int items, double difference, double standardError, ComparisonOptions options) {
    double alpha = 1 - options.level();
    double deviation = standardError * Math.sqrt(items);
    OptionalLong observed =
        difference == 0
            ? OptionalLong.empty()
            : OptionalLong.of(needed(Math.abs(difference) / deviation, alpha));
    return new SampleSize(
        items,
        observed,
        needed(options.minimumEffect() / deviation, alpha),
        standardError * quantiles(items, alpha));
  }

  /** The smallest n with effect · √n ≥ t(1 − α/2; n − 1) + t(0.8; n − 1). */
  private static long needed(double effect, double alpha) {
    double normal = Tail.normalQuantile(alpha / 2) + Tail.normalQuantile(1 - POWER);
    double fewest = normal * normal / (effect * effect);
    double n = Math.max(2, Math.ceil(fewest));
    if (n < NORMAL_FROM) {
      // t quantiles exceed normal ones: the answer lies a few items above.
      while (effect * Math.sqrt(n) < quantiles(n, alpha)) {
        n++;
      }
    }
    return (long) n;
  }

  private static double quantiles(double n, double alpha) {
    return Tail.studentTQuantile(alpha / 2, n - 1) + Tail.studentTQuantile(1 - POWER, n - 1);
  }
}
