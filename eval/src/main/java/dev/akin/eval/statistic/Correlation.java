package dev.akin.eval.statistic;

import java.util.Arrays;

/** How two rows of values over the same items go together; every coefficient is in [−1, 1]. */
public final class Correlation {
  private Correlation() {}

  /**
   * Pearson's r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² Σ(y − ȳ)²). O(n).
   *
   * @return r; 0 where a row is constant, which goes with nothing
   * @throws IllegalArgumentException if the rows differ in length or are empty
   */
  public static double pearson(double[] x, double[] y) {
    check(x, y);
    double meanX = Arrays.stream(x).sum() / x.length;
    double meanY = Arrays.stream(y).sum() / y.length;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
      xy += (x[i] - meanX) * (y[i] - meanY);
    }
    double scale = Math.sqrt(xx) * Math.sqrt(yy);
    return scale == 0 ? 0 : Math.clamp(xy / scale, -1, 1);
  }

  /**
   * Spearman's ρ: Pearson's r of the average ranks. O(n log n).
   *
   * @return ρ; 0 where a row is constant
   * @throws IllegalArgumentException if the rows differ in length, are empty or hold NaN
   */
  public static double spearman(double[] x, double[] y) {
    return pearson(Ranks.average(x), Ranks.average(y));
  }

  /**
   * Kendall's τ-b = (concordant − discordant) / √((pairs − ties in x)(pairs − ties in y)). O(n²):
   * meant for the order of tens of systems.
   *
   * @return τ-b; 0 where a row is constant
   * @throws IllegalArgumentException if the rows differ in length or are empty
   */
  public static double kendall(double[] x, double[] y) {
    check(x, y);
    long balance = 0;
    long untiedX = 0;
    long untiedY = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        int inX = sign(x[i], x[j]);
        int inY = sign(y[i], y[j]);
        balance += (long) inX * inY;
        untiedX += Math.abs(inX);
        untiedY += Math.abs(inY);
      }
    }
    double scale = Math.sqrt((double) untiedX) * Math.sqrt((double) untiedY);
    return scale == 0 ? 0 : Math.clamp(balance / scale, -1, 1);
  }

  private static int sign(double a, double b) {
    return a > b ? 1 : a < b ? -1 : 0;
  }

  private static void check(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "%d values cannot be correlated with %d".formatted(x.length, y.length));
    }
    if (x.length == 0) {
      throw new IllegalArgumentException("no values to correlate");
    }
  }
}
