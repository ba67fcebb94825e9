package dev.akin.vector.geometry;

import dev.akin.vector.BatchScorer;
import dev.akin.vector.Matrix;
import dev.akin.vector.SharedWork;
import dev.akin.vector.Similarity;
import java.util.Arrays;

/**
 * How rows lie on the unit sphere: whether pairs that belong together are close, and all of them
 * spread out (Wang and Isola 2020). Rows are brought to unit length first.
 */
public final class Sphere {
  /** The t of the paper's uniformity. */
  public static final double UNIFORMITY_SHARPNESS = 2;

  /** Rows whose pairs are summed together. */
  private static final int BLOCK = 64;

  /** Rows they are scored against at once. */
  private static final int RANGE = 1024;

  private Sphere() {}

  /**
   * Alignment of each pair, ‖u − v‖² = 2 − 2 cos, in [0, 4]; their mean is the paper's alignment
   * with α = 2. Lower is closer.
   *
   * @param rows [pairs × dimension], one side
   * @param others [pairs × dimension], the other side
   * @throws IllegalArgumentException if the shapes differ, there is no pair, or a row has no
   *     direction (names it)
   */
  public static double[] alignments(Matrix rows, Matrix others) {
    if (rows.rows() != others.rows() || rows.dimension() != others.dimension()) {
      throw new IllegalArgumentException(
          "no pairs between [%d × %d] and [%d × %d]"
              .formatted(rows.rows(), rows.dimension(), others.rows(), others.dimension()));
    }
    double[] alignments = new double[requireRows(rows, 1)];
    for (int r = 0; r < alignments.length; r++) {
      float[] a = rows.copyRow(r);
      float[] b = others.copyRow(r);
      double lengthA = requireLength(a, r);
      double lengthB = requireLength(b, r);
      for (int i = 0; i < a.length; i++) {
        double gap = a[i] / lengthA - b[i] / lengthB;
        alignments[r] += gap * gap;
      }
    }
    return alignments;
  }

  /**
   * Uniformity: log of the mean of exp(−t ‖u − v‖²) over all pairs of different rows, in [−4t, 0];
   * lower is more evenly spread. Every pair is looked at: O(rows² · dimension).
   *
   * @param rows at least two, finite, none all zeros; borrowed
   * @param t above 0; the paper's is {@link #UNIFORMITY_SHARPNESS}
   * @throws IllegalArgumentException if there are fewer rows, one has no direction (names it), or t
   *     is not above 0
   */
  public static double uniformity(Matrix rows, double t, int threads) {
    if (!(t > 0 && t <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("t is %s: it must be above 0".formatted(t));
    }
    int n = requireRows(rows, 2);
    for (int r = 0; r < n; r++) {
      requireLength(rows.copyRow(r), r);
    }
    double[] sums = new double[n];
    SharedWork.run(
        SharedWork.pieces(n, BLOCK),
        SharedWork.requireThreads(threads),
        () -> block -> addPairs(rows, block * BLOCK, t, sums));
    double pairs = 0.5 * n * (n - 1.0);
    return Math.log(Arrays.stream(sums).sum() / pairs);
  }

  /** Of each row of a block with all rows behind it. */
  private static void addPairs(Matrix rows, int first, double t, double[] sums) {
    float[][] queries = new float[Math.min(BLOCK, rows.rows() - first)][];
    for (int q = 0; q < queries.length; q++) {
      queries[q] = rows.copyRow(first + q);
    }
    var scorer = BatchScorer.of(rows, queries, Similarity.COSINE, RANGE);
    for (int from = first; from < rows.rows(); from += RANGE) {
      int start = from;
      int count = Math.min(RANGE, rows.rows() - from);
      scorer.scoreRange(
          start,
          count,
          (query, cosines) -> {
            for (int i = Math.max(0, first + query + 1 - start); i < count; i++) {
              sums[first + query] += Math.exp(-2 * t * (1.0 - cosines[i]));
            }
          });
    }
  }

  static int requireRows(Matrix rows, int least) {
    if (rows.rows() < least) {
      throw new IllegalArgumentException(
          "%d rows: at least %d are needed".formatted(rows.rows(), least));
    }
    return rows.rows();
  }

  /** ‖row‖, above 0 and finite. */
  static double requireLength(float[] row, int ordinal) {
    double square = 0;
    for (float cell : row) {
      square += (double) cell * cell;
    }
    double length = Math.sqrt(square);
    if (!(length > 0 && length <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "row %d has the length %s: it has no direction".formatted(ordinal, length));
    }
    return length;
  }
}
