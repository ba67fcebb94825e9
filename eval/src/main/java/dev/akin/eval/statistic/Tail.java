package dev.akin.eval.statistic;

import java.util.function.DoubleUnaryOperator;

/**
 * Upper tail probabilities P(X &gt; x) of the distributions that tests refer to, and the values at
 * which a tail has a given probability.
 *
 * <p>Relative error below 1e-10 down to the smallest tails, for up to a million degrees of freedom.
 * A lower tail is the upper tail of −x, or the tail with the two degrees of freedom exchanged; to
 * write 1 − tail instead loses its digits.
 */
public final class Tail {
  /** Where the trapezoid rule for the range takes its points; its error is below 1e-15. */
  private static final double RANGE_STEP = 0.125;

  /** Beyond this the normal density is below the smallest number that can matter, 1e-16. */
  private static final double RANGE_END = 9;

  private Tail() {}

  /** P(Z &gt; z) of a standard normal variable: ½ erfc(z/√2). */
  public static double normal(double z) {
    double upper = IncompleteGamma.upper(0.5, z * z / 2) / 2;
    return z >= 0 ? upper : 1 - upper;
  }

  /**
   * The z with P(Z &gt; z) = p.
   *
   * @throws IllegalArgumentException unless 0 &lt; p &lt; 1
   */
  public static double normalQuantile(double p) {
    return symmetricQuantile(p, Tail::normal);
  }

  /**
   * P(T &gt; t) of Student's distribution.
   *
   * @param t any number, infinite ones too
   * @param df degrees of freedom, more than 0
   */
  public static double studentT(double t, double df) {
    checkFreedom(df);
    double square = t * t;
    double upper =
        Double.isInfinite(square)
            ? 0
            : IncompleteBeta.regularised(df / 2, 0.5, df / (df + square), square / (df + square))
                / 2;
    return t >= 0 ? upper : 1 - upper;
  }

  /**
   * The t with P(T &gt; t) = p.
   *
   * @throws IllegalArgumentException unless 0 &lt; p &lt; 1 and df &gt; 0
   */
  public static double studentTQuantile(double p, double df) {
    checkFreedom(df);
    return symmetricQuantile(p, t -> studentT(t, df));
  }

  /**
   * P(F &gt; f) of Fisher's and Snedecor's distribution.
   *
   * @param f 0 or more
   */
  public static double f(double f, double numeratorDf, double denominatorDf) {
    checkFreedom(numeratorDf);
    checkFreedom(denominatorDf);
    double explained = numeratorDf * f;
    if (Double.isInfinite(explained)) {
      return 0;
    }
    double whole = denominatorDf + explained;
    return IncompleteBeta.regularised(
        denominatorDf / 2, numeratorDf / 2, denominatorDf / whole, explained / whole);
  }

  /** P(X &gt; x) of the chi-squared distribution. */
  public static double chiSquare(double x, double df) {
    checkFreedom(df);
    return IncompleteGamma.upper(df / 2, x / 2);
  }

  /**
   * P(K ≥ k) of the number of successes among n trials of probability p: the tail that includes k.
   *
   * @throws IllegalArgumentException if n is negative or p is not in [0, 1]
   */
  public static double binomial(int k, int n, double p) {
    if (n < 0 || !(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("no binomial of n = %d and p = %s".formatted(n, p));
    }
    if (k <= 0) {
      return 1;
    }
    return k > n ? 0 : IncompleteBeta.regularised(k, n - k + 1.0, p, 1 - p);
  }

  /**
   * P(largest − smallest &gt; q) of k independent standard normal variables: the studentised range
   * with infinitely many degrees of freedom.
   *
   * <p>1 − k ∫ φ(z) [Φ(z + q) − Φ(z)]^(k − 1) dz, z being the smallest, by the trapezoid rule,
   * which is exact to rounding for a function that falls off like this. The absolute error is below
   * 1e-13.
   *
   * @throws IllegalArgumentException if k is below 2
   */
  public static double normalRange(double q, int k) {
    if (k < 2) {
      throw new IllegalArgumentException("a range needs 2 variables, got %d".formatted(k));
    }
    if (q <= 0) {
      return 1;
    }
    double sum = 0;
    for (double z = -RANGE_END; z <= RANGE_END; z += RANGE_STEP) {
      double between = normal(z) - normal(z + q);
      sum += Math.exp(-z * z / 2) * Math.pow(between, k - 1.0);
    }
    return Math.clamp(1 - k * sum * RANGE_STEP / Math.sqrt(2 * Math.PI), 0, 1);
  }

  /**
   * The q with P(range &gt; q) = p.
   *
   * @throws IllegalArgumentException unless 0 &lt; p &lt; 1 and k ≥ 2
   */
  public static double normalRangeQuantile(double p, int k) {
    checkProbability(p);
    return falling(q -> normalRange(q, k), p);
  }

  private static double symmetricQuantile(double p, DoubleUnaryOperator tail) {
    checkProbability(p);
    return p <= 0.5 ? falling(tail, p) : -falling(tail, 1 - p);
  }

  /** The x ≥ 0 at which a falling tail is p: doubled until below, then halved to the last digit. */
  private static double falling(DoubleUnaryOperator tail, double p) {
    double low = 0;
    double high = 1;
    while (tail.applyAsDouble(high) > p) {
      low = high;
      high *= 2;
    }
    while (true) {
      double middle = low + (high - low) / 2;
      if (middle == low || middle == high) {
        return middle;
      }
      if (tail.applyAsDouble(middle) > p) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  private static void checkProbability(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("%s is no probability between 0 and 1".formatted(p));
    }
  }

  private static void checkFreedom(double df) {
    if (!(df > 0)) {
      throw new IllegalArgumentException("%s degrees of freedom: more than 0 needed".formatted(df));
    }
  }
}
