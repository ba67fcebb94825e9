package dev.akin.eval.label;

import dev.akin.eval.Items;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Several true and several predicted labels for each item. Rows are items, columns labels; the
 * arrays are borrowed and must not change.
 */
public final class MultiLabel {
  private final boolean[][] gold;
  private final boolean[][] predicted;

  private MultiLabel(boolean[][] gold, boolean[][] predicted) {
    this.gold = gold;
    this.predicted = predicted;
  }

  /**
   * The labels of the same items.
   *
   * @param gold [items × labels] which labels an item truly has
   * @param predicted [items × labels] which labels it was said to have
   * @throws IllegalArgumentException if the shapes differ or are empty (names the row)
   */
  public static MultiLabel of(boolean[][] gold, boolean[][] predicted) {
    Items.requireSame("true rows", gold.length, "predicted rows", predicted.length);
    for (int i = 0; i < gold.length; i++) {
      requireWidth(gold[0].length, gold[i].length, i);
      requireWidth(gold[0].length, predicted[i].length, i);
    }
    return new MultiLabel(gold.clone(), predicted.clone());
  }

  static void requireWidth(int labels, int width, int item) {
    if (width != labels || width == 0) {
      throw new IllegalArgumentException(
          "item %d has %d labels, the first has %d".formatted(item, width, labels));
    }
  }

  /** The same over a resample, each item as often as it was drawn. O(items). */
  public MultiLabel resampled(int[] items) {
    Items.requireResample(items, size());
    return new MultiLabel(taken(gold, items), taken(predicted, items));
  }

  private static boolean[][] taken(boolean[][] rows, int[] items) {
    boolean[][] taken = new boolean[items.length][];
    for (int i = 0; i < items.length; i++) {
      taken[i] = rows[items[i]];
    }
    return taken;
  }

  /** How many items. */
  public int size() {
    return gold.length;
  }

  /**
   * Subset accuracy: the share of items whose labels are all right, in [0, 1]; the mean of {@link
   * #exact}.
   */
  public double subsetAccuracy() {
    return Items.mean(exact());
  }

  /** For each item 1 if its predicted labels are its true ones, all and no others, else 0. */
  public double[] exact() {
    double[] exact = new double[size()];
    for (int i = 0; i < exact.length; i++) {
      exact[i] = Arrays.equals(gold[i], predicted[i]) ? 1 : 0;
    }
    return exact;
  }

  /** The averaged precision of all labels, in [0, 1]. */
  public double precision(Average average) {
    return average.over(classes(), ClassScore::precision);
  }

  /** The averaged recall of all labels, in [0, 1]. */
  public double recall(Average average) {
    return average.over(classes(), ClassScore::recall);
  }

  /** The averaged F1 of all labels, in [0, 1]. */
  public double f1(Average average) {
    return average.over(classes(), ClassScore::f1);
  }

  /** All labels, also those that no item has, by rising column. O(items · labels). */
  public List<ClassScore> classes() {
    List<ClassScore> classes = new ArrayList<>();
    for (int label = 0; label < gold[0].length; label++) {
      int hits = 0;
      int said = 0;
      int support = 0;
      for (int i = 0; i < gold.length; i++) {
        hits += gold[i][label] && predicted[i][label] ? 1 : 0;
        said += predicted[i][label] ? 1 : 0;
        support += gold[i][label] ? 1 : 0;
      }
      classes.add(new ClassScore(label, hits, said, support));
    }
    return classes;
  }
}
