package dev.akin.eval.label;

import dev.akin.eval.Items;

/**
 * Label ranking average precision: how high an item's true labels stand among all labels when they
 * are ordered by score.
 */
public final class LabelRanking {
  private final double[] precisions;

  private LabelRanking(double[] precisions) {
    this.precisions = precisions;
  }

  /**
   * LRAP of each item: the mean over its true labels of (true labels that score as high or higher)
   * / (labels that score as high or higher) (Tsoumakas, Katakis and Vlahavas 2010, section 5.3; as
   * scikit-learn's label_ranking_average_precision_score). An item with no or all labels true
   * counts 1.
   *
   * <p>O(items · labels · true labels).
   *
   * @param gold [items × labels]
   * @param scores [items × labels], higher is likelier
   * @throws IllegalArgumentException if the shapes differ or a score is not finite (names it)
   */
  public static LabelRanking of(boolean[][] gold, double[][] scores) {
    Items.requireSame("true rows", gold.length, "rows of scores", scores.length);
    double[] precisions = new double[gold.length];
    for (int i = 0; i < gold.length; i++) {
      MultiLabel.requireWidth(gold[0].length, gold[i].length, i);
      MultiLabel.requireWidth(gold[0].length, scores[i].length, i);
      Items.requireFinite("item " + i + ", score", scores[i]);
      precisions[i] = precision(gold[i], scores[i]);
    }
    return new LabelRanking(precisions);
  }

  private static double precision(boolean[] gold, double[] scores) {
    double sum = 0;
    int relevant = 0;
    for (int label = 0; label < gold.length; label++) {
      if (gold[label]) {
        sum += precisionAt(scores[label], gold, scores);
        relevant++;
      }
    }
    return relevant == 0 ? 1 : sum / relevant;
  }

  private static double precisionAt(double floor, boolean[] gold, double[] scores) {
    int above = 0;
    int relevant = 0;
    for (int label = 0; label < gold.length; label++) {
      if (scores[label] >= floor) {
        above++;
        relevant += gold[label] ? 1 : 0;
      }
    }
    return (double) relevant / above;
  }

  /** LRAP, in (0, 1]: the mean over the items. */
  public double averagePrecision() {
    return Items.mean(precisions);
  }

  /** The value of each item. */
  public double[] precisions() {
    return precisions.clone();
  }
}
