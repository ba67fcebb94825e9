package dev.akin.eval.significance;

/**
 * The tests of whether two figures over the same items differ; all are two-sided. For two
 * correlations with the same values there is {@link Steiger} beside them.
 */
public enum PairedTest {
  /**
   * Fisher's randomisation test: were the systems alike, each item's difference could as well have
   * the other sign. All 2ⁿ signs where there are few items, random ones else. Needs a mean. The
   * default for means.
   */
  RANDOMISATION("randomisation"),

  /** Student's paired t test. Needs a mean of items that each stand for themselves. */
  STUDENT_T("paired t"),

  /**
   * Wilcoxon's signed-rank test, of a shift of the differences, not of their mean. Needs a mean of
   * items that each stand for themselves.
   */
  WILCOXON("Wilcoxon signed-rank"),

  /**
   * The paired bootstrap, shifted to no difference (Efron and Tibshirani 1993, section 16.4). Takes
   * any figure. The default for figures that are not means.
   */
  BOOTSTRAP("paired bootstrap"),

  /**
   * McNemar's test in its exact form: the binomial test of the items that one system has right and
   * the other wrong. Needs a mean of values that are 0 or 1.
   */
  MCNEMAR("exact McNemar");

  private final String printed;

  PairedTest(String printed) {
    this.printed = printed;
  }

  /** What a report calls it. */
  public String printedName() {
    return printed;
  }
}
