package dev.akin.eval.significance;

import dev.akin.eval.pair.Correlation;
import dev.akin.eval.statistic.Tail;

/**
 * Steiger's test of whether two rows of scores correlate differently with the same gold values: two
 * systems on one set of rated pairs.
 *
 * <p>Exact for normal values and many pairs. For Spearman's ρ give ranks; the test is then rough,
 * and the paired bootstrap of {@link Family} the better choice.
 *
 * @param first correlation of the first system with the gold values
 * @param second of the second
 * @param z Z̄₁* of Steiger (1980), equation 14: positive where the first correlates higher
 * @param p two-sided
 */
public record Steiger(double first, double second, double z, double p) {
  private static final int FEWEST_ITEMS = 4;

  /** Nearer to 1 a correlation differs from it by rounding only. */
  private static final double PERFECT = 1 - 1e-12;

  /**
   * Tests Pearson's correlations.
   *
   * @param gold [n], n ≥ 4
   * @param first [n], the first system's scores of the same items
   * @param second [n]
   * @throws IllegalArgumentException if lengths differ, there are fewer than 4 items, or a
   *     correlation with the gold values is ±1 or not defined
   */
  public static Steiger test(double[] gold, double[] first, double[] second) {
    if (gold.length < FEWEST_ITEMS) {
      throw new IllegalArgumentException(
          "Steiger's test needs %d items, got %d".formatted(FEWEST_ITEMS, gold.length));
    }
    return test(
        Correlation.of(gold, first).pearson(),
        Correlation.of(gold, second).pearson(),
        Correlation.of(first, second).pearson(),
        gold.length);
  }

  private static Steiger test(double first, double second, double between, int items) {
    if (!(Math.max(Math.abs(first), Math.abs(second)) <= PERFECT)) {
      throw new IllegalArgumentException(
          "correlations of %s and %s: there is no test of perfect or undefined ones"
              .formatted(first, second));
    }
    double mean = (first + second) / 2;
    double rest = 1 - mean * mean;
    double covariance =
        (between * (rest - mean * mean)
                - mean * mean * (rest - mean * mean - between * between) / 2)
            / (rest * rest);
    double distance = atanh(first) - atanh(second);
    double z =
        distance == 0 ? 0 : distance * Math.sqrt(items - 3.0) / Math.sqrt(2 - 2 * covariance);
    return new Steiger(first, second, z, 2 * Tail.normal(Math.abs(z)));
  }

  private static double atanh(double r) {
    return (Math.log1p(r) - Math.log1p(-r)) / 2;
  }
}
