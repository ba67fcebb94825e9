package dev.akin.eval.statistic;

import java.util.Arrays;

/** Ranks from 1, the smallest value first; equal values share the mean of their ranks. */
public final class Ranks {
  private Ranks() {}

  /**
   * The rank of each value. O(n log n).
   *
   * @param values numbers; not changed
   * @return ranks in [1, n], in the order of the values; their sum is n(n + 1)/2
   * @throws IllegalArgumentException if a value is not a number (names the place)
   */
  public static double[] average(double... values) {
    double[] sorted = sorted(values);
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      // The mean of the ranks of the first equal value, below + 1, and of the last.
      int below = count(sorted, values[i], false);
      int last = count(sorted, values[i], true);
      ranks[i] = (1.0 + below + last) / 2;
    }
    return ranks;
  }

  /**
   * Σ(t³ − t) over the blocks of t equal values: what corrections for ties subtract; 0 without
   * ties.
   *
   * @throws IllegalArgumentException if a value is not a number (names the place)
   */
  public static double tieTerm(double... values) {
    double[] sorted = sorted(values);
    double sum = 0;
    for (int i = 0; i < sorted.length; i += tiesFrom(sorted, i)) {
      double t = tiesFrom(sorted, i);
      sum += t * t * t - t;
    }
    return sum;
  }

  private static double[] sorted(double[] values) {
    double[] sorted = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        throw new IllegalArgumentException("value %d is NaN and has no rank".formatted(i));
      }
      sorted[i] = values[i] + 0.0; // −0 becomes 0: they are equal, but sort apart
    }
    Arrays.sort(sorted);
    return sorted;
  }

  private static int tiesFrom(double[] sorted, int first) {
    int end = first + 1;
    while (end < sorted.length && sorted[end] == sorted[first]) {
      end++;
    }
    return end - first;
  }

  /** How many values are below this one, or not above it. */
  private static int count(double[] sorted, double value, boolean orEqual) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value || (orEqual && sorted[middle] == value)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
