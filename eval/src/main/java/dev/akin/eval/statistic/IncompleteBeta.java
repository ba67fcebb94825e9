package dev.akin.eval.statistic;

/** The regularised incomplete beta function I_x(a, b): the root of t, F and binomial tails. */
final class IncompleteBeta {
  private static final double ROUNDING = 0x1p-53;

  /** Below any product that occurs, so that a division by zero cannot. */
  private static final double TINY = 1e-300;

  private IncompleteBeta() {}

  /**
   * I_x(a, b) with x and 1 − x both given, so that neither end loses digits.
   *
   * <p>Lentz's evaluation of the continued fraction (Abramowitz and Stegun 1964, 26.5.8) on the
   * side where it converges fast: O(√max(a, b)) terms.
   */
  static double regularised(double a, double b, double x, double complement) {
    if (x <= 0) {
      return 0;
    }
    if (complement <= 0) {
      return 1;
    }
    return x <= (a + 1) / (a + b + 2) ? tail(a, b, x, complement) : 1 - tail(b, a, complement, x);
  }

  private static double tail(double a, double b, double x, double complement) {
    return density(a, b, x, complement) / a * fraction(a, b, x);
  }

  /** x^a (1 − x)^b / B(a, b). */
  private static double density(double a, double b, double x, double complement) {
    double sum = a + b;
    double exponent =
        Stirling.error(sum)
            - Stirling.error(a)
            - Stirling.error(b)
            - Stirling.deviance(a, sum * x)
            - Stirling.deviance(b, sum * complement);
    return Math.sqrt(a / sum * b / (2 * Math.PI)) * Math.exp(exponent);
  }

  private static double fraction(double a, double b, double x) {
    double c = 1;
    double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; ; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / nonZero(1 + even * d);
      c = nonZero(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / nonZero(1 + odd * d);
      c = nonZero(1 + odd / c);
      value *= d * c;
      if (Math.abs(d * c - 1) <= 2 * ROUNDING) {
        return value;
      }
    }
  }

  private static double nonZero(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }
}
