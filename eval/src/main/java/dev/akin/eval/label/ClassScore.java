package dev.akin.eval.label;

/**
 * How one class was recognised. A ratio of nothing to nothing counts 0, as scikit-learn's does.
 *
 * @param label the class
 * @param hits items of the class that were predicted as it
 * @param predicted items that were predicted as it
 * @param support items of the class
 */
public record ClassScore(int label, int hits, int predicted, int support) {
  /** hits / predicted. */
  public double precision() {
    return ratio(hits, predicted);
  }

  /** hits / support. */
  public double recall() {
    return ratio(hits, support);
  }

  /** The harmonic mean of both: 2 hits / (predicted + support). */
  public double f1() {
    return ratio(2.0 * hits, (double) predicted + support);
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
