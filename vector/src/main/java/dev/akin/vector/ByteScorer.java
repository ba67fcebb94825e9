package dev.akin.vector;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/** Scores int8 rows from three exact sums. */
final class ByteScorer implements Scorer {
  private final MemorySegment cells;
  private final byte[] query;
  private final Similarity similarity;
  private final int rows;
  private final int querySquare;

  ByteScorer(ByteMatrix rows, byte[] query, Similarity similarity) {
    if (query.length != rows.dimension()) {
      throw new IllegalArgumentException(
          "a query of %d cells for rows of %d".formatted(query.length, rows.dimension()));
    }
    this.cells = rows.cells();
    this.query = query.clone();
    this.similarity = similarity;
    this.rows = rows.rows();
    this.querySquare =
        new ScalarByteKernels().square(query.length, MemorySegment.ofArray(query), 0);
  }

  @Override
  public int size() {
    return rows;
  }

  @Override
  public float score(int ordinal) {
    return scoreAt((long) Objects.checkIndex(ordinal, rows) * query.length);
  }

  @Override
  public void score(int[] ordinals, int count, float[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = score(ordinals[i]);
    }
  }

  @Override
  public void scoreRange(int first, int count, float[] out) {
    Objects.checkFromIndexSize(first, count, rows);
    for (int i = 0; i < count; i++) {
      out[i] = scoreAt((long) (first + i) * query.length);
    }
  }

  private float scoreAt(long offset) {
    return switch (similarity) {
      case COSINE -> cosine(offset);
      case DOT -> Kernels.BYTES.dot(query, cells, offset);
      case EUCLIDEAN -> distance(offset);
      case HAMMING ->
          Similarity.hamming(Kernels.BYTES.signDifferences(query, cells, offset), query.length);
    };
  }

  private float cosine(long offset) {
    double squares = (double) querySquare * Kernels.BYTES.square(query.length, cells, offset);
    return squares == 0 ? 0 : Similarity.cosine(Kernels.BYTES.dot(query, cells, offset), squares);
  }

  /** ‖a − b‖² = ‖a‖² + ‖b‖² − 2 a·b, exact in long. */
  private float distance(long offset) {
    long square = Kernels.BYTES.square(query.length, cells, offset);
    long dot = Kernels.BYTES.dot(query, cells, offset);
    return (float) (0 - Math.sqrt((double) (querySquare + square - 2 * dot)));
  }
}
