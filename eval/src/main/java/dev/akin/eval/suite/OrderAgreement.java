package dev.akin.eval.suite;

import dev.akin.eval.pair.Correlation;
import java.util.Arrays;

/**
 * Whether a smaller suite ranks the systems as the whole one does.
 *
 * @param spearman ρ of the systems' means; NaN where all are equal
 * @param kendall τ-b of them: the share of pairs in the same order minus that in the other; NaN
 *     where all are equal
 */
public record OrderAgreement(double spearman, double kendall) {
  /**
   * Compares the orders by mean over tasks.
   *
   * @throws IllegalArgumentException if the systems are others, or a score is missing
   */
  public static OrderAgreement between(ScoreMatrix whole, ScoreMatrix part) {
    if (!whole.systems().equals(part.systems())) {
      throw new IllegalArgumentException(
          "systems %s cannot be compared with %s".formatted(whole.systems(), part.systems()));
    }
    return of(means(whole), means(part));
  }

  /**
   * Compares the orders of any two rows of figures, one a system.
   *
   * @throws IllegalArgumentException if they differ in length, there are fewer than two, or one is
   *     not finite
   */
  public static OrderAgreement of(double[] whole, double[] part) {
    Correlation correlation = Correlation.of(whole, part);
    return new OrderAgreement(correlation.spearman(), correlation.kendall());
  }

  private static double[] means(ScoreMatrix matrix) {
    matrix.requireComplete("a mean over tasks");
    double[] means = new double[matrix.systems().size()];
    Arrays.setAll(means, s -> Arrays.stream(matrix.row(s)).average().orElseThrow());
    return means;
  }
}
