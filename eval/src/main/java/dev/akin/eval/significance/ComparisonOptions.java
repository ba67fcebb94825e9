package dev.akin.eval.significance;

import java.util.Optional;

/**
 * How systems are compared.
 *
 * @param test empty: {@link PairedTest#RANDOMISATION} for means, {@link PairedTest#BOOTSTRAP} for
 *     other figures
 * @param interval how the interval of the difference is had
 * @param level of the intervals; 1 − level is the level of the tests for which sample sizes are
 *     computed
 * @param minimumEffect the smallest difference that would matter, in units of the figure
 * @param adjustment for the tests of a family
 * @param resampling draws and seed
 */
public record ComparisonOptions(
    Optional<PairedTest> test,
    Interval.Method interval,
    double level,
    double minimumEffect,
    Adjustment adjustment,
    Resampling resampling) {
  /**
   * The default test, BCa intervals of 95 %, Holm's adjustment, 10,000 draws; a difference of 0.01
   * matters: one point of a hundred, the last digit that leaderboards are read by.
   */
  public static final ComparisonOptions DEFAULT =
      new ComparisonOptions(
          Optional.empty(), Interval.Method.BCA, 0.95, 0.01, Adjustment.HOLM, Resampling.DEFAULT);

  /** Refuses a level that is no probability and an effect that is not positive. */
  public ComparisonOptions {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a level is between 0 and 1, got " + level);
    }
    if (!(minimumEffect > 0 && Double.isFinite(minimumEffect))) {
      throw new IllegalArgumentException(
          "the smallest difference that matters is more than 0, got " + minimumEffect);
    }
  }

  /** The same with this test. */
  public ComparisonOptions withTest(PairedTest other) {
    return new ComparisonOptions(
        Optional.of(other), interval, level, minimumEffect, adjustment, resampling);
  }

  /** The same with this interval. */
  public ComparisonOptions withInterval(Interval.Method other) {
    return new ComparisonOptions(test, other, level, minimumEffect, adjustment, resampling);
  }

  /** The same with this level. */
  public ComparisonOptions withLevel(double other) {
    return new ComparisonOptions(test, interval, other, minimumEffect, adjustment, resampling);
  }

  /** The same with this smallest difference that matters. */
  public ComparisonOptions withMinimumEffect(double other) {
    return new ComparisonOptions(test, interval, level, other, adjustment, resampling);
  }

  /** The same with this adjustment. */
  public ComparisonOptions withAdjustment(Adjustment other) {
    return new ComparisonOptions(test, interval, level, minimumEffect, other, resampling);
  }

  /** The same with these draws. */
  public ComparisonOptions withResampling(Resampling other) {
    return new ComparisonOptions(test, interval, level, minimumEffect, adjustment, other);
  }
}
