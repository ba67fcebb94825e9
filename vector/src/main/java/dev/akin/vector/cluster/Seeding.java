package dev.akin.vector.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Where k-means begins. */
final class Seeding {
  private Seeding() {}

  /**
   * Greedy k-means++ (Arthur and Vassilvitskii 2007, section 2.2; 2 + ⌊ln k⌋ trials as
   * scikit-learn): each next centre is the best of some rows that are drawn with a chance that
   * grows with the squared distance to the centres there are, best being what leaves the least sum
   * of squared distances. O(n k log k · dimension).
   *
   * @param k at most as many as rows
   * @return [k × dimension] copies of rows; different ones while there are different rows left
   */
  static float[][] greedy(Points points, int k, SplittableRandom random) {
    int trials = 2 + (int) Math.log(k);
    float[][] centroids = new float[k][];
    centroids[0] = points.rows().copyRow(random.nextInt(points.size()));
    double[] least = points.distances(Arrays.copyOf(centroids, 1))[0];
    for (int c = 1; c < k; c++) {
      float[][] candidates = new float[trials][];
      double[] sums = runningSums(least);
      for (int t = 0; t < trials; t++) {
        candidates[t] = points.rows().copyRow(draw(sums, random));
      }
      double[][] distances = points.distances(candidates);
      int best = 0;
      double bestSum = Double.POSITIVE_INFINITY;
      for (int t = 0; t < trials; t++) {
        double sum = lower(distances[t], least);
        if (sum < bestSum) {
          bestSum = sum;
          best = t;
        }
      }
      centroids[c] = candidates[best];
      least = distances[best];
    }
    return centroids;
  }

  private static double[] runningSums(double[] values) {
    double[] sums = values.clone();
    for (int i = 1; i < sums.length; i++) {
      sums[i] += sums[i - 1];
    }
    return sums;
  }

  /** A row with a chance in proportion to its value; any row when all values are 0. */
  private static int draw(double[] sums, SplittableRandom random) {
    double whole = sums[sums.length - 1];
    if (whole == 0) {
      return random.nextInt(sums.length);
    }
    double drawn = random.nextDouble() * whole;
    int low = 0;
    int high = sums.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sums[middle] > drawn) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Lowers each value to that of the other array where it is less, and returns the sum. */
  private static double lower(double[] values, double[] other) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.min(values[i], other[i]);
      sum += values[i];
    }
    return sum;
  }
}
