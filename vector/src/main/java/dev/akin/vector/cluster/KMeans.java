package dev.akin.vector.cluster;

import dev.akin.vector.Matrix;
import dev.akin.vector.SharedWork;
import java.util.SplittableRandom;

/**
 * k-means: rows are parted so that the sum of squared distances to the mean of each part becomes
 * small (Lloyd 1982), beginning with greedy k-means++. The result depends on the rows, the options
 * and the seed, not on the number of threads. Stateless, safe for many threads.
 *
 * @param k how many clusters
 * @param options how hard to search
 */
public record KMeans(int k, Options options) {
  /**
   * How hard to search.
   *
   * @param starts from how many beginnings; the least inertia wins
   * @param maxIterations over all rows, for each start
   * @param tolerance ends a start when the centroids together moved less than this share of the
   *     mean variance of a cell, squared distance; 0 goes on until no row changes its cluster
   * @param isSpherical whether rows and centroids are brought to unit length, so that the cosine
   *     decides (Dhillon and Modha 2001)
   * @param threads how many threads share the work
   */
  public record Options(
      int starts, int maxIterations, double tolerance, boolean isSpherical, int threads) {
    /** scikit-learn's: one start, 300 iterations, 1e-4; and one thread. */
    public static final Options DEFAULT = new Options(1, 300, 1e-4, false, 1);

    /** Refuses values that make no sense, naming them. */
    public Options {
      if (starts < 1 || maxIterations < 1 || !(tolerance >= 0)) {
        throw new IllegalArgumentException(
            "%d starts, %d iterations, tolerance %s: at least 1, 1 and 0 are needed"
                .formatted(starts, maxIterations, tolerance));
      }
      SharedWork.requireThreads(threads);
    }

    /** The same with another number of starts. */
    public Options withStarts(int starts) {
      return new Options(starts, maxIterations, tolerance, isSpherical, threads);
    }

    /** The same with another limit of iterations. */
    public Options withMaxIterations(int maxIterations) {
      return new Options(starts, maxIterations, tolerance, isSpherical, threads);
    }

    /** The same with another tolerance. */
    public Options withTolerance(double tolerance) {
      return new Options(starts, maxIterations, tolerance, isSpherical, threads);
    }

    /** The same by cosine. */
    public Options spherical() {
      return new Options(starts, maxIterations, tolerance, true, threads);
    }

    /** The same with another number of threads. */
    public Options withThreads(int threads) {
      return new Options(starts, maxIterations, tolerance, isSpherical, threads);
    }
  }

  /** Refuses fewer than one cluster. */
  public KMeans {
    requireClusters(k);
  }

  /** With the default options. */
  public static KMeans of(int k) {
    return new KMeans(k, Options.DEFAULT);
  }

  static void requireClusters(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("%d clusters: at least 1 is needed".formatted(k));
    }
  }

  static void requireRows(int k, Matrix rows) {
    if (k > rows.rows()) {
      throw new IllegalArgumentException(
          "%d clusters of %d rows: there must be at least as many rows".formatted(k, rows.rows()));
    }
  }

  /**
   * Parts the rows. O(rows · k · dimension) an iteration; takes a copy of the rows for its time.
   *
   * <p>A cluster that loses all its rows is begun again at the row that is farthest from its
   * centroid. Where fewer than k rows differ, some clusters stay empty.
   *
   * @param rows [rows × dimension], at least k, finite; borrowed
   * @throws IllegalArgumentException if there are fewer rows than clusters, a cell is not finite,
   *     or a row of a spherical clustering is all zeros (names it)
   */
  public Clusters cluster(Matrix rows, long seed) {
    requireRows(k, rows);
    Space space = options.isSpherical ? Space.sphere(rows.dimension()) : Space.around(rows);
    try (Matrix images = space.enter(rows)) {
      var lloyd = new Lloyd(Points.of(images, options.threads), space, options);
      var random = new SplittableRandom(seed);
      Clusters best = lloyd.run(k, random.split());
      for (int start = 1; start < options.starts; start++) {
        Clusters found = lloyd.run(k, random.split());
        best = found.inertia() < best.inertia() ? found : best;
      }
      return best;
    }
  }
}
