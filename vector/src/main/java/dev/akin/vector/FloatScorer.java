package dev.akin.vector;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * Scores float32 rows.
 *
 * <p>Where float32 sums overflow, vanish or stop being numbers, the specification is asked, which
 * computes in double.
 */
final class FloatScorer implements Scorer {
  /** Sums of squares in this range lost nothing to overflow or to subnormal numbers. */
  private static final float SAFE_MIN = 1e-30f;

  private static final float SAFE_MAX = 1e30f;

  private final MemorySegment cells;
  private final float[] query;
  private final Similarity similarity;
  private final int rows;
  private final long rowBytes;
  private final double querySquare;

  FloatScorer(Matrix rows, float[] query, Similarity similarity) {
    if (query.length != rows.dimension()) {
      throw new IllegalArgumentException(
          "a query of %d cells for rows of %d".formatted(query.length, rows.dimension()));
    }
    for (int i = 0; i < query.length; i++) {
      if (!Float.isFinite(query[i])) {
        throw new IllegalArgumentException("cell %d of the query is %s".formatted(i, query[i]));
      }
    }
    this.cells = rows.cells();
    this.query = query.clone();
    this.similarity = similarity;
    this.rows = rows.rows();
    this.rowBytes = rows.rowBytes();
    this.querySquare = ScalarFloatKernels.doubleSquare(query);
  }

  /** Not a copy: for reading. */
  float[] query() {
    return query;
  }

  MemorySegment cells() {
    return cells;
  }

  Similarity similarity() {
    return similarity;
  }

  @Override
  public int size() {
    return rows;
  }

  @Override
  public float score(int ordinal) {
    return scoreAt(Objects.checkIndex(ordinal, rows) * rowBytes);
  }

  @Override
  public void score(int[] ordinals, int count, float[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = scoreAt(Objects.checkIndex(ordinals[i], rows) * rowBytes);
    }
  }

  @Override
  public void scoreRange(int first, int count, float[] out) {
    Objects.checkFromIndexSize(first, count, rows);
    long offset = first * rowBytes;
    switch (similarity) { // a loop for each, so that each is compiled with one kernel in it
      case COSINE -> cosines(offset, count, out);
      case DOT -> dots(offset, count, out);
      case EUCLIDEAN -> distances(offset, count, out);
      case HAMMING -> signs(offset, count, out);
    }
  }

  private float scoreAt(long offset) {
    return switch (similarity) {
      case COSINE -> cosine(offset);
      case DOT -> dot(Kernels.FLOATS.dot(query, cells, offset), offset);
      case EUCLIDEAN -> distance(offset);
      case HAMMING -> sign(offset);
    };
  }

  private void cosines(long offset, int count, float[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = cosine(offset + i * rowBytes);
    }
  }

  private void dots(long offset, int count, float[] out) {
    for (int i = 0; i < count; i++) {
      long row = offset + i * rowBytes;
      out[i] = dot(Kernels.FLOATS.dot(query, cells, row), row);
    }
  }

  private void distances(long offset, int count, float[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = distance(offset + i * rowBytes);
    }
  }

  private void signs(long offset, int count, float[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = sign(offset + i * rowBytes);
    }
  }

  private float cosine(long offset) {
    long sums = Kernels.FLOATS.dotAndSquare(query, cells, offset);
    return cosine(TwoSums.firstFloat(sums), TwoSums.secondFloat(sums), offset);
  }

  /** The score from both sums of the kernels. */
  float cosine(float dot, float square, long offset) {
    if (isSafe(square) && isSafe((float) querySquare)) {
      return Similarity.cosine(dot, square * querySquare);
    }
    return similarity.exact(query, cells, offset);
  }

  /** The score from the sum of the kernel. */
  float dot(float dot, long offset) {
    return Float.isFinite(dot) ? dot : similarity.exact(query, cells, offset);
  }

  private float distance(long offset) {
    float square = Kernels.FLOATS.squaredDistance(query, cells, offset);
    return isSafe(square)
        ? (float) (0 - Math.sqrt(square))
        : similarity.exact(query, cells, offset);
  }

  private float sign(long offset) {
    return Similarity.hamming(Kernels.FLOATS.signDifferences(query, cells, offset), query.length);
  }

  private static boolean isSafe(float square) {
    return square >= SAFE_MIN && square <= SAFE_MAX;
  }
}
