package dev.akin.eval;

import java.util.Arrays;

/**
 * Arrays that belong to the same items: what every figure over items refuses, and the distinct
 * values that it counts by.
 */
public final class Items {
  private Items() {}

  /**
   * How many items there are.
   *
   * @return {@code first}, which equals {@code second}
   * @throws IllegalArgumentException if the two differ or there is no item (names both)
   */
  public static int requireSame(String what, int first, String other, int second) {
    if (first != second) {
      throw new IllegalArgumentException(
          "%d %s and %d %s: one of each is needed for every item"
              .formatted(first, what, second, other));
    }
    if (first == 0) {
      throw new IllegalArgumentException("no items: 0 %s and 0 %s".formatted(what, other));
    }
    return first;
  }

  /**
   * Refuses what has no order or no mean.
   *
   * @param what what one value is called: {@code score}
   * @return the values, not copied
   * @throws IllegalArgumentException if a value is not a number or infinite (names it)
   */
  public static double[] requireFinite(String what, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "%s %d is %s: it must be a finite number".formatted(what, i, values[i]));
      }
    }
    return values;
  }

  /**
   * Refuses a resample that names no item, or one that is not there.
   *
   * @param items ordinals of items, each in [0, size), as often as it was drawn
   * @return the ordinals, not copied
   */
  public static int[] requireResample(int[] items, int size) {
    if (items.length == 0) {
      throw new IllegalArgumentException("a resample of 0 items: at least 1 is needed");
    }
    for (int item : items) {
      if (item < 0 || item >= size) {
        throw new IllegalArgumentException(
            "a resample of item %d: there are %d items, from 0".formatted(item, size));
      }
    }
    return items;
  }

  /** The distinct values, rising. O(n log n). */
  public static int[] distinct(int[] values) {
    int[] sorted = values.clone();
    Arrays.sort(sorted);
    int kept = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  /** The distinct values, rising; −0 counts as 0. O(n log n). */
  public static double[] distinct(double[] values) {
    double[] sorted = values.clone();
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] += 0.0;
    }
    Arrays.sort(sorted);
    int kept = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  /** For each value its place among the distinct ones, rising from 0; −0 counts as 0. */
  public static int[] places(double[] values, double[] distinct) {
    int[] places = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      places[i] = Arrays.binarySearch(distinct, values[i] + 0.0);
    }
    return places;
  }

  /** The values of a resample, in its order. */
  public static int[] taken(int[] values, int[] items) {
    int[] taken = new int[items.length];
    for (int i = 0; i < items.length; i++) {
      taken[i] = values[items[i]];
    }
    return taken;
  }

  /** Σ x / n; 0 of no values. */
  public static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? 0 : sum / values.length;
  }
}
