package dev.akin.eval.significance;

import dev.akin.eval.statistic.Tail;

/** Student's paired t test. */
final class StudentT {
  private StudentT() {}

  /**
   * t = d̄ / (s/√n) with n − 1 degrees of freedom.
   *
   * <p>Differences that are all the same have s = 0: p is then 1 if they are 0, else 0.
   */
  static TestResult test(Differences differences) {
    Moments moments = Moments.of(differences.values());
    double t = moments.mean() == 0 ? 0 : moments.mean() / moments.standardError();
    double p = 2 * Tail.studentT(Math.abs(t), moments.count() - 1.0);
    return TestResult.of(PairedTest.STUDENT_T, TestResult.Basis.APPROXIMATE, t, p);
  }
}
