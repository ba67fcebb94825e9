package dev.akin.vector.cluster;

import dev.akin.vector.Matrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** One search of mini-batch k-means, with its state. For one caller. */
final class BatchDescent {
  private final Points points;
  private final MiniBatchKMeans.Options options;
  private final SplittableRandom random;
  private final int batchSize;

  private double[][] centroids = {};

  /** Rows that each centroid is the mean of. */
  private double[] counts = {};

  private int sinceReassignment;
  private int steps;
  private final Patience patience;

  BatchDescent(Points points, MiniBatchKMeans.Options options, SplittableRandom random) {
    this.points = points;
    this.options = options;
    this.random = random;
    this.batchSize = Math.min(options.batch(), points.size());
    double share = Math.min(1, batchSize * 2.0 / (points.size() + 1.0));
    this.patience = new Patience(share, options.patience());
  }

  int steps() {
    return steps;
  }

  float[][] centroids() {
    return Arrays.stream(centroids).map(Centroids::rounded).toArray(float[][]::new);
  }

  /** Seeds on samples of three batches; the seeding that fits another sample best is taken. */
  void seed(int k) {
    int three = 3 * batchSize;
    int sampleSize = Math.min(three < k ? 3 * k : three, points.size());
    float[][] best = {};
    double least = Double.POSITIVE_INFINITY;
    try (Matrix judging = points.rows().take(draw(sampleSize))) {
      Points judges = Points.of(judging, options.threads());
      for (int start = 0; start < options.starts(); start++) {
        try (Matrix sample = points.rows().take(draw(sampleSize))) {
          float[][] seeds = Seeding.greedy(Points.of(sample, options.threads()), k, random);
          double inertia = Arrays.stream(judges.nearest(seeds).distances()).sum();
          if (inertia < least) {
            least = inertia;
            best = seeds;
          }
        }
      }
    }
    centroids = new double[k][points.rows().dimension()];
    for (int c = 0; c < k; c++) {
      Centroids.add(centroids[c], best[c], 1);
    }
    counts = new double[k];
  }

  /** Goes through batches; returns whether patience ended it, not the limit of passes. */
  boolean run() {
    long limit = (long) options.maxPasses() * points.size() / batchSize;
    while (steps < limit) {
      double inertia = step() / batchSize;
      steps++;
      // The first batch tells of the seeding, not of the descent.
      if (steps > 1 && patience.isOver(inertia)) {
        return true;
      }
    }
    return false;
  }

  /** Moves the centroids by one batch; returns the batch's inertia before. */
  private double step() {
    try (Matrix batch = points.rows().take(draw(batchSize))) {
      Points.Nearest nearest = Points.of(batch, options.threads()).nearest(centroids());
      boolean mayReassign = isReassignmentDue();
      move(batch, nearest.points());
      if (mayReassign) {
        reassign(batch);
      }
      return Arrays.stream(nearest.distances()).sum();
    }
  }

  private void move(Matrix batch, int[] clusters) {
    int k = centroids.length;
    int[] sizes = Centroids.sizes(clusters, k);
    double[][] sums = Centroids.sums(batch, clusters, k, options.threads());
    for (int c = 0; c < k; c++) {
      if (sizes[c] > 0) {
        double count = counts[c] + sizes[c];
        for (int i = 0; i < sums[c].length; i++) {
          centroids[c][i] = (centroids[c][i] * counts[c] + sums[c][i]) / count;
        }
        counts[c] = count;
      }
    }
  }

  /** At once when a centroid never got a row, else after every 10 k rows. */
  private boolean isReassignmentDue() {
    sinceReassignment += batchSize;
    boolean isDue =
        Arrays.stream(counts).anyMatch(count -> count == 0)
            || sinceReassignment >= 10L * centroids.length;
    sinceReassignment = isDue ? 0 : sinceReassignment;
    return isDue;
  }

  /** Begins rare centroids again at different rows of the batch, at most half as many as rows. */
  private void reassign(Matrix batch) {
    double floor = options.reassignmentRatio() * Arrays.stream(counts).max().orElse(0);
    int[] rare =
        IntStream.range(0, counts.length)
            .boxed()
            .sorted((a, b) -> Double.compare(counts[a], counts[b])) // stable
            .mapToInt(Integer::intValue)
            .limit(batchSize / 2)
            .filter(c -> counts[c] < floor)
            .toArray();
    boolean[] isRare = new boolean[counts.length];
    int[] drawn = drawDifferent(rare.length);
    for (int i = 0; i < rare.length; i++) {
      isRare[rare[i]] = true;
      Arrays.fill(centroids[rare[i]], 0);
      Centroids.add(centroids[rare[i]], batch.copyRow(drawn[i]), 1);
    }
    double least =
        IntStream.range(0, counts.length)
            .filter(c -> !isRare[c])
            .mapToDouble(c -> counts[c])
            .min()
            .orElse(0);
    for (int c : rare) {
      counts[c] = least; // not less, or they would be begun again at once
    }
  }

  private int[] draw(int count) {
    return random.ints(count, 0, points.size()).toArray();
  }

  /** Different rows of a batch: the first places of a shuffle. */
  private int[] drawDifferent(int count) {
    int[] order = IntStream.range(0, batchSize).toArray();
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i, batchSize);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
    return Arrays.copyOf(order, count);
  }

  /** The inertia of the batches, smoothed, and for how long it has not fallen. */
  private static final class Patience {
    private final double share;
    private final int limit;
    private double smoothed = Double.NaN;
    private double least = Double.POSITIVE_INFINITY;
    private int without;

    Patience(double share, int limit) {
      this.share = share;
      this.limit = limit;
    }

    /** Takes the next inertia in; true when it has not fallen for long enough. */
    boolean isOver(double inertia) {
      smoothed = Double.isNaN(smoothed) ? inertia : smoothed * (1 - share) + inertia * share;
      without = smoothed < least ? 0 : without + 1;
      least = Math.min(least, smoothed);
      return without >= limit;
    }
  }
}
