package dev.akin.study.choose;

import dev.akin.eval.significance.Comparison;
import dev.akin.eval.significance.Estimate;
import dev.akin.eval.significance.Interval;
import dev.akin.study.system.SystemSpec;
import java.util.Optional;

/**
 * One system of the grid and what it reached.
 *
 * @param figure the metric, query by query
 * @param cost what it takes
 * @param isFront whether no other system is at least as good in quality, time and bytes and better
 *     in one
 * @param againstBest its difference from the best system, p adjusted over all; empty for that one
 */
public record ChoiceRow(
    SystemSpec spec,
    Estimate figure,
    Interval interval,
    Cost cost,
    boolean isFront,
    Optional<Comparison> againstBest) {
  /**
   * What a system takes.
   *
   * @param millisAQuery median over queries asked one by one on one thread: encoding the query and
   *     searching for ten documents
   * @param bytesADocument what is read for a search, by the number of documents
   * @param buildSeconds on one thread: documents times the time of one, measured on a sample of
   *     them, and making what is searched
   */
  public record Cost(double millisAQuery, double bytesADocument, double buildSeconds) {}

  /** The metric. */
  public double quality() {
    return figure.value();
  }

  /** At least as good in all three, and better in one. */
  boolean beats(ChoiceRow other) {
    boolean isNoWorse =
        quality() >= other.quality()
            && cost.millisAQuery() <= other.cost.millisAQuery()
            && cost.bytesADocument() <= other.cost.bytesADocument();
    return isNoWorse
        && (quality() > other.quality()
            || cost.millisAQuery() < other.cost.millisAQuery()
            || cost.bytesADocument() < other.cost.bytesADocument());
  }
}
