package dev.akin.eval.significance;

import java.util.LinkedHashMap;

/**
 * Two systems on the same items. What is positive speaks for the first.
 *
 * @param system the one that is looked at
 * @param baseline the one it is held against
 * @param interval of the difference
 * @param test whether there is a difference at all
 * @param effect how large it is beside the spread of the items
 * @param sample how many items would settle it
 */
public record Comparison(
    Scored system,
    Scored baseline,
    Interval interval,
    TestResult test,
    Effect effect,
    SampleSize sample) {
  /** system − baseline. */
  public double difference() {
    return system.value() - baseline.value();
  }

  /** What is known at a level. */
  public enum Verdict {
    /** The system is better than the baseline. */
    BETTER,
    /** The system is worse. */
    WORSE,
    /** These items do not tell; the two need not be alike. */
    UNDECIDED
  }

  /** The verdict of the test, the other tests of its family considered. */
  public Verdict verdict(double alpha) {
    if (!test.isSignificant(alpha) || difference() == 0) {
      return Verdict.UNDECIDED;
    }
    return difference() > 0 ? Verdict.BETTER : Verdict.WORSE;
  }

  /**
   * Compares one pair.
   *
   * @param system item i is the same in both
   * @throws IllegalArgumentException if the two are over different items or clusters, there are
   *     fewer than two, or the test of the options does not take such figures
   */
  public static Comparison of(Estimate system, Estimate baseline, ComparisonOptions options) {
    var both = new LinkedHashMap<String, Estimate>();
    both.put("baseline", baseline);
    both.put("system", system);
    return Family.against("baseline", both, options).comparisons().getFirst();
  }

  Comparison withAdjustedP(double adjusted) {
    return new Comparison(system, baseline, interval, test.withAdjustedP(adjusted), effect, sample);
  }
}
