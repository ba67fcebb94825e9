package dev.akin.eval.significance;

import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A figure over n items (queries, pairs, texts) that can be computed again on a resample of them.
 *
 * <p>Higher is better. Two estimates are compared item by item, so item i must be the same query or
 * pair in both; a query that was not answered counts with its value, 0 for most metrics, and is not
 * left out. Implementations are immutable and safe for many threads.
 */
public interface Estimate {
  /** How many items there are, n. */
  int size();

  /** The figure over all items. */
  double value();

  /**
   * The figure over these items.
   *
   * @param items indices in [0, n), of any number, in any order, repeated or left out; not changed
   *     and not kept
   * @return the figure; NaN where these items have none: such a resample is drawn again
   */
  double resampled(int[] items);

  /**
   * The value of each item, where the figure is their plain mean; empty for any other figure (a
   * correlation, an average precision over pairs, a v-measure).
   */
  Optional<double[]> perItem();

  /**
   * The cluster of each item, where items are not independent of one another (queries of the same
   * task, sentences of the same text); empty where each item stands for itself.
   */
  default Optional<int[]> clusters() {
    return Optional.empty();
  }

  /**
   * The mean of these values.
   *
   * @param perItem one finite value an item, at least one; copied
   * @throws IllegalArgumentException if there is no value or one is not finite (names the item)
   */
  static Estimate mean(double... perItem) {
    return new MeanEstimate(perItem);
  }

  /**
   * Any figure of items.
   *
   * @param size how many items there are, at least one
   * @param figure takes indices of items, repeated or left out; NaN where it is not defined, as a
   *     correlation of equal values; called by many threads at once
   * @throws IllegalArgumentException if there is no item or the figure of all items is not finite
   */
  static Estimate of(int size, ToDoubleFunction<int[]> figure) {
    return new FigureEstimate(size, figure);
  }

  /**
   * The same figure, its items drawn and flipped in whole clusters.
   *
   * @param clusterOfItem a number for each item, the same for items of one cluster; copied
   * @throws IllegalArgumentException unless there is one number for each item
   */
  default Estimate clustered(int... clusterOfItem) {
    return new ClusteredEstimate(this, clusterOfItem);
  }
}
