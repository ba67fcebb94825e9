package dev.akin.eval.statistic;

/**
 * The pieces of Γ that keep their digits for large arguments, after Loader (2000), "Fast and
 * accurate computation of binomial probabilities".
 */
final class Stirling {
  /** From here the series below is exact to the last digit. */
  private static final double SERIES_FROM = 16;

  private Stirling() {}

  /**
   * δ(z) of Γ(z) = √(2π/z) (z/e)^z e^δ(z), for z &gt; 0.
   *
   * <p>The asymptotic series; small z climb up by δ(z) = δ(z + 1) + (z + ½) ln(1 + 1/z) − 1.
   */
  static double error(double z) {
    double climbed = 0;
    double at = z;
    while (at < SERIES_FROM) {
      climbed += (at + 0.5) * Math.log1p(1 / at) - 1;
      at++;
    }
    double r = 1 / (at * at);
    double series =
        (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r * (1.0 / 1188))))) / at;
    return climbed + series;
  }

  /**
   * The deviance x ln(x/m) + m − x of x from its mean m, for x and m &gt; 0: never negative, and
   * exact where the two are close and the formula itself would cancel.
   */
  static double deviance(double x, double m) {
    double v = (x - m) / (x + m);
    if (Math.abs(v) >= 0.1) {
      return x * Math.log(x / m) + m - x;
    }
    // ln(x/m) = 2(v + v³/3 + v⁵/5 + …), and (x − m) = v(x + m) takes away the first term.
    double sum = (x - m) * v;
    double power = 2 * x * v;
    for (int odd = 3; ; odd += 2) {
      power *= v * v;
      double next = sum + power / odd;
      if (next == sum) {
        return sum;
      }
      sum = next;
    }
  }
}
