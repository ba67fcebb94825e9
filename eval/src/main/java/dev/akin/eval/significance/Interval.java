package dev.akin.eval.significance;

import java.util.List;

/**
 * Where a figure, or a difference of two, lies with a given confidence.
 *
 * @param level the share of such intervals that hold the true value, say 0.95
 * @param method how it was had
 * @param resampling the draws it rests on
 */
public record Interval(
    double low, double high, double level, Method method, Resampling resampling) {
  /** Ways to have an interval from bootstrap draws. */
  public enum Method {
    /** The middle share of the draws (Efron 1979). */
    PERCENTILE("percentile bootstrap"),

    /**
     * The percentile interval, corrected for bias and for a spread that changes with the value
     * (Efron 1987); its coverage errs by O(1/n) instead of O(1/√n). Not defined where all draws lie
     * on one side of the value; the interval is then the percentile one and says so.
     */
    BCA("BCa bootstrap");

    private final String printed;

    Method(String printed) {
      this.printed = printed;
    }

    /** What a report calls it. */
    public String printedName() {
      return printed;
    }
  }

  /** Whether it holds a value. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /**
   * The interval of one figure by itself; options that concern pairs are not looked at.
   *
   * <p>To compare two systems look at the interval of their difference: two intervals may overlap
   * although the difference is sure.
   *
   * @throws IllegalArgumentException if there are fewer than two items (or clusters)
   */
  public static Interval of(Estimate estimate, ComparisonOptions options) {
    List<Estimate> one = List.of(estimate);
    Units units = Units.of(one);
    double[] drawn = SharedDraws.bootstrap(one, units, options.resampling())[0];
    double[] leftOut = SharedDraws.jackknife(one, units)[0];
    return new Intervals(options).of(estimate.value(), drawn, leftOut);
  }
}
