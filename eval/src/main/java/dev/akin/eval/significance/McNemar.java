package dev.akin.eval.significance;

import dev.akin.eval.statistic.Tail;

/** McNemar's test of items that are right or wrong, in its exact, binomial form. */
final class McNemar {
  private McNemar() {}

  /**
   * The probability, were each as likely, that the items only one system has right are shared out
   * as unevenly.
   *
   * @throws IllegalArgumentException if a value is neither 0 nor 1 (names the item)
   */
  static TestResult test(Differences differences) {
    checkBinary(differences.x());
    checkBinary(differences.y());
    int onlyFirst = 0;
    int onlySecond = 0;
    for (double d : differences.values()) {
      onlyFirst += d > 0 ? 1 : 0;
      onlySecond += d < 0 ? 1 : 0;
    }
    int more = Math.max(onlyFirst, onlySecond);
    double p = 2 * Tail.binomial(more, onlyFirst + onlySecond, 0.5);
    return TestResult.of(PairedTest.MCNEMAR, TestResult.Basis.EXACT, onlyFirst, p);
  }

  private static void checkBinary(double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0 && values[i] != 1) {
        throw new IllegalArgumentException(
            "McNemar's test takes items that are 0 or 1; item %d is %s".formatted(i, values[i]));
      }
    }
  }
}
