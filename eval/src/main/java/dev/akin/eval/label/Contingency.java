package dev.akin.eval.label;

import dev.akin.eval.Items;
import java.util.Arrays;

/**
 * Two labellings of the same items, and how often each pair of labels occurs. Only pairs that do
 * occur are kept, so many labels on both sides cost no more than the items. Immutable.
 */
public final class Contingency {
  /**
   * A pair of labels.
   *
   * @param row place of the first label among the distinct ones, from 0
   * @param column place of the second label
   * @param count items with both; 0 only in a resample
   */
  public record Cell(int row, int column, int count) {}

  private final int[] rowLabels;
  private final int[] columnLabels;

  /** Item to cell. */
  private final int[] cellOf;

  /** Cell to row × columns + column, rising. */
  private final long[] keys;

  private final int[] counts;
  private final int[] rowSums;
  private final int[] columnSums;

  private Contingency(int[] rowLabels, int[] columnLabels, int[] cellOf, long[] keys) {
    this.rowLabels = rowLabels;
    this.columnLabels = columnLabels;
    this.cellOf = cellOf;
    this.keys = keys;
    this.counts = new int[keys.length];
    this.rowSums = new int[rowLabels.length];
    this.columnSums = new int[columnLabels.length];
    for (int cell : cellOf) {
      counts[cell]++;
    }
    for (int cell = 0; cell < keys.length; cell++) {
      rowSums[row(cell)] += counts[cell];
      columnSums[column(cell)] += counts[cell];
    }
  }

  /**
   * The table of two labellings. O(n log n).
   *
   * @param first label of each item; any integers
   * @param second label of each item by the other labelling
   * @throws IllegalArgumentException if they differ in length or there is no item
   */
  public static Contingency of(int[] first, int[] second) {
    Items.requireSame("labels", first.length, "other labels", second.length);
    int[] rowLabels = Items.distinct(first);
    int[] columnLabels = Items.distinct(second);
    long[] keyOf = new long[first.length];
    for (int i = 0; i < keyOf.length; i++) {
      keyOf[i] =
          (long) Arrays.binarySearch(rowLabels, first[i]) * columnLabels.length
              + Arrays.binarySearch(columnLabels, second[i]);
    }
    long[] keys = Arrays.stream(keyOf).sorted().distinct().toArray();
    int[] cellOf = new int[keyOf.length];
    for (int i = 0; i < cellOf.length; i++) {
      cellOf[i] = Arrays.binarySearch(keys, keyOf[i]);
    }
    return new Contingency(rowLabels, columnLabels, cellOf, keys);
  }

  /**
   * The table of a resample. O(items + cells); labels that it lacks keep their row or column, with
   * the sum 0.
   *
   * @param items ordinals of items, each as often as it was drawn
   * @throws IllegalArgumentException if there is no such item
   */
  public Contingency resampled(int[] items) {
    Items.requireResample(items, size());
    return new Contingency(rowLabels, columnLabels, Items.taken(cellOf, items), keys);
  }

  /** How many items. */
  public int size() {
    return cellOf.length;
  }

  /** How many pairs of labels occur. */
  public int cells() {
    return keys.length;
  }

  /** One of the pairs; they are ordered by row, then by column. */
  public Cell cell(int cell) {
    return new Cell(row(cell), column(cell), counts[cell]);
  }

  /** The pair that an item has. */
  public Cell cellOf(int item) {
    return cell(cellOf[item]);
  }

  /** The distinct first labels, rising: row to label. */
  public int[] rowLabels() {
    return rowLabels.clone();
  }

  /** The distinct second labels, rising: column to label. */
  public int[] columnLabels() {
    return columnLabels.clone();
  }

  /** Items with each first label. */
  public int[] rowSums() {
    return rowSums.clone();
  }

  /** Items with each second label. */
  public int[] columnSums() {
    return columnSums.clone();
  }

  private int row(int cell) {
    return (int) (keys[cell] / columnLabels.length);
  }

  private int column(int cell) {
    return (int) (keys[cell] % columnLabels.length);
  }

  @Override
  public String toString() {
    return "Contingency[%d items, %d × %d labels]"
        .formatted(size(), rowLabels.length, columnLabels.length);
  }
}
