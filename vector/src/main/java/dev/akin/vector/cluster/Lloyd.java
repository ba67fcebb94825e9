package dev.akin.vector.cluster;

import dev.akin.vector.Matrix;
import java.util.Arrays;
import java.util.SplittableRandom;

/** One start of k-means: rows to their nearest centroid, centroids to the mean of their rows. */
final class Lloyd {
  private final Points points;
  private final Space space;
  private final KMeans.Options options;

  /** How little the centroids may move together, squared. */
  private final double stillness;

  Lloyd(Points points, Space space, KMeans.Options options) {
    this.points = points;
    this.space = space;
    this.options = options;
    this.stillness = options.tolerance() * meanVariance(points.rows());
  }

  /** The variance of a cell, its mean over the dimension. */
  private static double meanVariance(Matrix rows) {
    double[] sum = new double[rows.dimension()];
    double[] squares = new double[rows.dimension()];
    for (int r = 0; r < rows.rows(); r++) {
      float[] row = rows.copyRow(r);
      Centroids.add(sum, row, 1);
      for (int i = 0; i < row.length; i++) {
        squares[i] += (double) row[i] * row[i];
      }
    }
    double variance = 0;
    for (int i = 0; i < sum.length; i++) {
      double mean = sum[i] / rows.rows();
      variance += squares[i] / rows.rows() - mean * mean;
    }
    return Math.max(0, variance / sum.length);
  }

  Clusters run(int k, SplittableRandom random) {
    return run(Seeding.greedy(points, k, random));
  }

  /** From given centroids on. */
  Clusters run(float[][] seeds) {
    float[][] centroids = seeds;
    int[] before = {};
    for (int step = 1; step <= options.maxIterations(); step++) {
      Points.Nearest nearest = points.nearest(centroids);
      if (Arrays.equals(nearest.points(), before)) {
        return found(centroids, before, step, true);
      }
      float[][] moved = means(nearest, centroids);
      double movement = movement(centroids, moved);
      centroids = moved;
      before = nearest.points();
      if (movement <= stillness) {
        return found(centroids, points.nearest(centroids).points(), step, true);
      }
    }
    int[] last = points.nearest(centroids).points();
    return found(centroids, last, options.maxIterations(), false);
  }

  private Clusters found(float[][] centroids, int[] clusters, int steps, boolean isConverged) {
    double inertia = Centroids.inertia(points.rows(), clusters, centroids, points.threads());
    return new Clusters(
        space, centroids, clusters, new Clusters.Effort(inertia, steps, isConverged));
  }

  private static double movement(float[][] from, float[][] to) {
    double movement = 0;
    for (int c = 0; c < from.length; c++) {
      movement += Centroids.squaredDistance(from[c], to[c]);
    }
    return movement;
  }

  private float[][] means(Points.Nearest nearest, float[][] centroids) {
    int k = centroids.length;
    int[] sizes = Centroids.sizes(nearest.points(), k);
    double[][] sums = Centroids.sums(points.rows(), nearest.points(), k, points.threads());
    refillEmpty(nearest, sizes, sums);
    float[][] means = new float[k][];
    for (int c = 0; c < k; c++) {
      double divisor = space.isSphere() ? norm(sums[c]) : sizes[c];
      means[c] = divisor == 0 ? centroids[c] : scaled(sums[c], 1 / divisor);
    }
    return means;
  }

  /** Gives each empty cluster the farthest row from its centroid, taken out of that one's sum. */
  private void refillEmpty(Points.Nearest nearest, int[] sizes, double[][] sums) {
    if (Arrays.stream(sizes).allMatch(size -> size > 0)) {
      return;
    }
    int[] farthest = Centroids.byFallingValue(nearest.distances());
    int next = 0;
    for (int c = 0; c < sizes.length; c++) {
      if (sizes[c] == 0) {
        int row = farthest[next++];
        int giver = nearest.points()[row];
        float[] cells = points.rows().copyRow(row);
        Centroids.add(sums[giver], cells, -1);
        Centroids.add(sums[c], cells, 1);
        sizes[giver]--;
        sizes[c]++;
      }
    }
  }

  private static double norm(double[] sum) {
    double square = 0;
    for (double cell : sum) {
      square += cell * cell;
    }
    return Math.sqrt(square);
  }

  private static float[] scaled(double[] sum, double factor) {
    float[] scaled = new float[sum.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (sum[i] * factor);
    }
    return scaled;
  }
}
