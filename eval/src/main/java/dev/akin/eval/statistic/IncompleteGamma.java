package dev.akin.eval.statistic;

/** The regularised incomplete gamma function: the root of the normal and the chi-squared tail. */
final class IncompleteGamma {
  private static final double ROUNDING = 0x1p-53;

  private IncompleteGamma() {}

  /**
   * Q(a, x) = Γ(a, x)/Γ(a), the upper tail, for a &gt; 0.
   *
   * <p>The power series below x = a + 1, else the continued fraction (Abramowitz and Stegun 1964,
   * 6.5.29 and 6.5.31): O(√a) terms near x = a.
   */
  static double upper(double a, double x) {
    if (x <= 0) {
      return 1;
    }
    if (Double.isInfinite(x)) {
      return 0;
    }
    return x < a + 1 ? 1 - density(a, x) / a * series(a, x) : density(a, x) * fraction(a, x);
  }

  /** x^a e^−x / Γ(a). */
  private static double density(double a, double x) {
    double exponent = -Stirling.error(a) - Stirling.deviance(a, x);
    return Math.sqrt(a / (2 * Math.PI)) * Math.exp(exponent);
  }

  private static double series(double a, double x) {
    double term = 1;
    double sum = 1;
    for (int n = 1; term > sum * ROUNDING; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return sum;
  }

  private static double fraction(double a, double x) {
    double b = x + 1 - a;
    double c = Double.MAX_VALUE;
    double d = 1 / b;
    double value = d;
    for (int n = 1; ; n++) {
      double numerator = -n * (n - a);
      b += 2;
      d = 1 / (numerator * d + b);
      c = b + numerator / c;
      value *= d * c;
      if (Math.abs(d * c - 1) <= 2 * ROUNDING) {
        return value;
      }
    }
  }
}
