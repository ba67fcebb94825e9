package dev.akin.vector.cluster;

import dev.akin.vector.Matrix;

/** What a clustering found: k centroids and the nearest one of each row. Immutable. */
public final class Clusters {
  private final Space space;

  /** In the space. */
  private final float[][] centroids;

  private final int[] assignments;
  private final double inertia;
  private final int steps;
  private final boolean isConverged;

  Clusters(Space space, float[][] centroids, int[] assignments, Effort effort) {
    this.space = space;
    this.centroids = centroids;
    this.assignments = assignments;
    this.inertia = effort.inertia();
    this.steps = effort.steps();
    this.isConverged = effort.isConverged();
  }

  /** How far the search went. */
  record Effort(double inertia, int steps, boolean isConverged) {}

  /** k. */
  public int size() {
    return centroids.length;
  }

  /** The cluster of each row that was clustered, from 0; some cluster may be empty. */
  public int[] assignments() {
    return assignments.clone();
  }

  /** How many of those rows each cluster has. */
  public int[] sizes() {
    return Centroids.sizes(assignments, size());
  }

  /** The mean of a cluster's rows; a unit row if the clustering is spherical. */
  public float[] centroid(int cluster) {
    return space.leave(centroids[cluster]);
  }

  /**
   * Σ of the squared distances of the rows to their centroids; in a spherical clustering, of the
   * unit rows: 2 Σ (1 − cos).
   */
  public double inertia() {
    return inertia;
  }

  /** Iterations over all rows, or small batches, that were made. */
  public int steps() {
    return steps;
  }

  /** False if the search ended at its limit. */
  public boolean isConverged() {
    return isConverged;
  }

  /**
   * The nearest centroid of each of some other rows; of equally near ones the first.
   *
   * @throws IllegalArgumentException if they have another dimension, or a cell is not finite
   */
  public int[] assign(Matrix rows, int threads) {
    try (Matrix images = space.enter(rows)) {
      return Points.of(images, threads).nearest(centroids).points();
    }
  }

  @Override
  public String toString() {
    return "Clusters[%d of %d rows, inertia %s]".formatted(size(), assignments.length, inertia);
  }
}
