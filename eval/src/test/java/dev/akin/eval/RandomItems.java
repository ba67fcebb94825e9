package dev.akin.eval;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Items to test with: random ones, and those whose figures other programs computed. */
public final class RandomItems {
  /** Labels of 24 items, for figures of scikit-learn 1.2.1 and SciPy 1.10.1. */
  public static int[] gold() {
    return new int[] {2, 0, 1, 3, 0, 0, 0, 1, 1, 3, 2, 3, 1, 1, 2, 1, 3, 2, 0, 0, 0, 1, 3, 2};
  }

  /** Other labels of the same items. */
  public static int[] other() {
    return new int[] {1, 0, 1, 3, 0, 0, 0, 1, 1, 0, 2, 3, 1, 2, 2, 1, 3, 0, 1, 4, 1, 4, 3, 2};
  }

  /** Scores of the same items. */
  public static double[] scores() {
    return new double[] {
      2.4, -0.9, 0.8, 2.1, -1.0, 1.5, -1.2, 1.3, -1.8, 1.8, 0.3, 0.9, 0.7, -1.0, 2.3, 0.9, 3.5, 0.4,
      -0.4, -0.4, -1.3, 0.2, 1.1, 1.3
    };
  }

  /** Other scores of the same items. */
  public static double[] otherScores() {
    return new double[] {
      4.2, -0.5, 1.1, 1.9, -0.5, 2.3, 0.0, 1.2, -1.0, 3.0, 0.5, 1.6, 1.5, -3.1, 1.8, 0.4, 4.4, 1.1,
      -1.3, -0.3, -0.5, 0.2, 1.0, 2.8
    };
  }

  private RandomItems() {}

  /** Labels from −1 to {@code labels} − 2. */
  public static int[] labels(SplittableRandom random, int count, int labels) {
    return IntStream.range(0, count).map(i -> random.nextInt(labels) - 1).toArray();
  }

  /** Scores on a coarse grid, so that many are equal. */
  public static double[] tiedScores(SplittableRandom random, int count) {
    return IntStream.range(0, count).mapToDouble(i -> random.nextInt(-3, 4) / 2.0).toArray();
  }

  /** Items of a resample, with replacement. */
  public static int[] resample(SplittableRandom random, int count, int size) {
    return IntStream.range(0, count).map(i -> random.nextInt(size)).toArray();
  }

  /** The labels of a resample. */
  public static int[] taken(int[] values, int[] items) {
    return IntStream.of(items).map(i -> values[i]).toArray();
  }

  /** The scores of a resample. */
  public static double[] taken(double[] values, int[] items) {
    return IntStream.of(items).mapToDouble(i -> values[i]).toArray();
  }

  /** A random order of the items. */
  public static int[] shuffled(SplittableRandom random, int size) {
    int[] order = IntStream.range(0, size).toArray();
    for (int i = size - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
    return order;
  }
}
