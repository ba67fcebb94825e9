package dev.akin.eval.significance;

/** The paired bootstrap as a test. */
final class Bootstrap {
  private static final double ROUNDING = 0x1p-40;

  private Bootstrap() {}

  /**
   * The share of draws whose difference lies as far from the observed one as that from 0: the
   * distribution of the difference, moved to where there is none.
   *
   * @param drawn the difference on each draw
   */
  static TestResult test(double value, double baseline, double[] drawn) {
    double difference = value - baseline;
    // A difference carries the rounding of both figures: what is nearer than that is equal.
    double slack = ROUNDING * (Math.abs(value) + Math.abs(baseline));
    double far = Math.abs(difference) - slack;
    int count = 0;
    for (double d : drawn) {
      if (Math.abs(d - difference) >= far) {
        count++;
      }
    }
    double p = (count + 1.0) / (drawn.length + 1.0);
    return TestResult.of(PairedTest.BOOTSTRAP, TestResult.Basis.SAMPLED, difference, p);
  }
}
