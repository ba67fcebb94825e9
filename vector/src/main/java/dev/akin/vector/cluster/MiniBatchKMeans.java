package dev.akin.vector.cluster;

import dev.akin.vector.Matrix;
import dev.akin.vector.SharedWork;
import java.util.SplittableRandom;

/**
 * k-means on small random batches (Sculley 2010), step by step as scikit-learn's MiniBatchKMeans:
 * greedy k-means++ on a sample of three batches, each centroid the running mean of all rows that it
 * ever got (a learning rate of 1 / count), rare centroids begun again at rows of the batch, an end
 * when the smoothed inertia has stopped to fall. MTEB clusters with it. The result depends on the
 * rows, the options and the seed, not on the number of threads; the random numbers are not
 * scikit-learn's, so results agree in distribution. Stateless, safe for many threads.
 *
 * @param k how many clusters
 * @param options how to search
 */
public record MiniBatchKMeans(int k, Options options) {
  /**
   * How to search.
   *
   * @param batch rows of a batch, drawn with replacement; all rows if there are fewer
   * @param maxPasses batches together hold this many times the rows at most
   * @param starts seedings; the one that fits a sample of three batches best is taken
   * @param patience batches without a new least smoothed inertia that end the search
   * @param reassignmentRatio centroids with less than this share of the count of the largest are
   *     begun again, in [0, 1]; 0 for never
   * @param threads how many threads share the work
   */
  public record Options(
      int batch, int maxPasses, int starts, int patience, double reassignmentRatio, int threads) {
    /** scikit-learn's: batches of 1024, 100 passes, one start, patience 10, ratio 0.01. */
    public static final Options DEFAULT = new Options(1024, 100, 1, 10, 0.01, 1);

    /** Refuses values that make no sense, naming them. */
    public Options {
      if (batch < 1 || maxPasses < 1 || starts < 1 || patience < 1) {
        throw new IllegalArgumentException(
            "batches of %d, %d passes, %d starts, patience %d: each must be at least 1"
                .formatted(batch, maxPasses, starts, patience));
      }
      if (!(reassignmentRatio >= 0 && reassignmentRatio <= 1)) {
        throw new IllegalArgumentException(
            "a reassignment ratio of %s: it is a share, in [0, 1]".formatted(reassignmentRatio));
      }
      SharedWork.requireThreads(threads);
    }

    /** The same with another size of batches. */
    public Options withBatch(int batch) {
      return new Options(batch, maxPasses, starts, patience, reassignmentRatio, threads);
    }

    /** The same with another limit of passes. */
    public Options withMaxPasses(int maxPasses) {
      return new Options(batch, maxPasses, starts, patience, reassignmentRatio, threads);
    }

    /** The same with another number of seedings. */
    public Options withStarts(int starts) {
      return new Options(batch, maxPasses, starts, patience, reassignmentRatio, threads);
    }

    /** The same with another patience. */
    public Options withPatience(int patience) {
      return new Options(batch, maxPasses, starts, patience, reassignmentRatio, threads);
    }

    /** The same with another ratio. */
    public Options withReassignmentRatio(double reassignmentRatio) {
      return new Options(batch, maxPasses, starts, patience, reassignmentRatio, threads);
    }

    /** The same with another number of threads. */
    public Options withThreads(int threads) {
      return new Options(batch, maxPasses, starts, patience, reassignmentRatio, threads);
    }
  }

  /** Refuses fewer than one cluster. */
  public MiniBatchKMeans {
    KMeans.requireClusters(k);
  }

  /** With the default options. */
  public static MiniBatchKMeans of(int k) {
    return new MiniBatchKMeans(k, Options.DEFAULT);
  }

  /**
   * Parts the rows; takes a copy of them for its time. Bring rows of an encoder that is compared by
   * cosine to unit length first.
   *
   * @param rows [rows × dimension], at least k, finite; borrowed
   * @throws IllegalArgumentException if there are fewer rows than clusters, or a cell is not finite
   *     (names it)
   */
  public Clusters cluster(Matrix rows, long seed) {
    KMeans.requireRows(k, rows);
    Space space = Space.around(rows);
    try (Matrix images = space.enter(rows)) {
      Points points = Points.of(images, options.threads);
      var descent = new BatchDescent(points, options, new SplittableRandom(seed));
      descent.seed(k);
      boolean isConverged = descent.run();
      float[][] centroids = descent.centroids();
      int[] clusters = points.nearest(centroids).points();
      double inertia = Centroids.inertia(images, clusters, centroids, options.threads);
      return new Clusters(
          space, centroids, clusters, new Clusters.Effort(inertia, descent.steps(), isConverged));
    }
  }
}
