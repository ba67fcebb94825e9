package dev.akin.eval.significance;

/**
 * What a test found.
 *
 * @param test which test
 * @param basis what its p-value rests on
 * @param statistic the difference (randomisation, bootstrap), t, the sum of positive ranks
 *     (Wilcoxon), or the items that only the first system has right (McNemar)
 * @param p two-sided; of the single test
 * @param adjustedP p as it counts among the whole family of tests; p itself for a test that stands
 *     alone
 */
public record TestResult(
    PairedTest test, Basis basis, double statistic, double p, double adjustedP) {
  /** How the distribution under no difference was had. */
  public enum Basis {
    /** By all cases that can occur. */
    EXACT,
    /** By random draws: p = (c + 1)/(draws + 1), never 0. */
    SAMPLED,
    /** By a distribution that holds for normal differences, or for many items. */
    APPROXIMATE
  }

  static TestResult of(PairedTest test, Basis basis, double statistic, double p) {
    double bounded = Math.clamp(p, 0, 1);
    return new TestResult(test, basis, statistic, bounded, bounded);
  }

  /** Whether a difference is claimed at this level, the other tests of the family considered. */
  public boolean isSignificant(double alpha) {
    return adjustedP <= alpha;
  }

  TestResult withAdjustedP(double adjusted) {
    return new TestResult(test, basis, statistic, p, adjusted);
  }
}
