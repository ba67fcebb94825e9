package dev.akin.vector.cluster;

import dev.akin.vector.Matrix;
import dev.akin.vector.SharedWork;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Sums and distances of rows that belong to clusters, in double and in the order of the rows. */
final class Centroids {
  /** Rows whose distances are computed together. */
  private static final int BLOCK = 512;

  private Centroids() {}

  /** How many rows each cluster has. */
  static int[] sizes(int[] clusters, int k) {
    int[] sizes = new int[k];
    for (int cluster : clusters) {
      sizes[cluster]++;
    }
    return sizes;
  }

  /**
   * The sum of the rows of each cluster: [k × dimension]. Clusters are shared among the threads and
   * each is summed in the order of its rows, so the threads do not change a bit.
   */
  static double[][] sums(Matrix rows, int[] clusters, int k, int threads) {
    int[][] members = members(clusters, k);
    double[][] sums = new double[k][rows.dimension()];
    SharedWork.run(
        k,
        threads,
        () ->
            cluster -> {
              for (int row : members[cluster]) {
                add(sums[cluster], rows.copyRow(row), 1);
              }
            });
    return sums;
  }

  private static int[][] members(int[] clusters, int k) {
    int[][] members = Arrays.stream(sizes(clusters, k)).mapToObj(int[]::new).toArray(int[][]::new);
    int[] filled = new int[k];
    for (int row = 0; row < clusters.length; row++) {
      int cluster = clusters[row];
      members[cluster][filled[cluster]++] = row;
    }
    return members;
  }

  /** Adds a multiple of a row. */
  static void add(double[] sum, float[] row, double factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * row[i];
    }
  }

  /** Σ ‖x − its centroid‖², in double: the inertia. */
  static double inertia(Matrix rows, int[] clusters, float[][] centroids, int threads) {
    double[] distances = new double[rows.rows()];
    SharedWork.run(
        SharedWork.pieces(distances.length, BLOCK),
        threads,
        () ->
            block -> {
              for (int i = block * BLOCK;
                  i < Math.min(distances.length, (block + 1) * BLOCK);
                  i++) {
                distances[i] = squaredDistance(rows.copyRow(i), centroids[clusters[i]]);
              }
            });
    return Arrays.stream(distances).sum();
  }

  static double squaredDistance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double gap = (double) a[i] - b[i];
      sum += gap * gap;
    }
    return sum;
  }

  /** Ordinals by falling value, equal ones by rising ordinal. */
  static int[] byFallingValue(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted((a, b) -> Double.compare(values[b], values[a])) // stable
        .mapToInt(Integer::intValue)
        .toArray();
  }

  static float[] rounded(double[] point) {
    float[] rounded = new float[point.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) point[i];
    }
    return rounded;
  }
}
