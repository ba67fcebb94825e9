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
    this.querySquare = new ScalarByteKernels().dot(query, MemorySegment.ofArray(query), 0);
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
    long offset = (long) first * query.length;
    switch (similarity) { // a loop for each, so that each is compiled with one kernel in it
      case COSINE -> cosines(offset, count, out);
      case DOT -> dots(offset, count, out);
      case EUCLIDEAN -> distances(offset, count, out);
      case HAMMING -> signs(offset, count, out);
    }
  }

  private void cosines(long offset, int count, float[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = cosine(offset + (long) i * query.length);
    }
  }

  private void dots(long offset, int count, float[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = Kernels.BYTES.dot(query, cells, offset + (long) i * query.length);
    }
  }

  private void distances(long offset, int count, float[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = distance(offset + (long) i * query.length);
    }
  }

  private void signs(long offset, int count, float[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = sign(offset + (long) i * query.length);
    }
  }

  private float scoreAt(long offset) {
    return switch (similarity) {
      case COSINE -> cosine(offset);
      case DOT -> Kernels.BYTES.dot(query, cells, offset);
      case EUCLIDEAN -> distance(offset);
      case HAMMING -> sign(offset);
    };
  }

  private float cosine(long offset) {
    long sums = Kernels.BYTES.dotAndSquare(query, cells, offset);
    double squares = (double) querySquare * TwoSums.second(sums);
    return squares == 0 ? 0 : Similarity.cosine(TwoSums.first(sums), squares);
  }

  /** ‖a − b‖² = ‖a‖² + ‖b‖² − 2 a·b, exact in long. */
  private float distance(long offset) {
    long sums = Kernels.BYTES.dotAndSquare(query, cells, offset);
    long square = (long) querySquare + TwoSums.second(sums) - 2L * TwoSums.first(sums);
    return (float) (0 - Math.sqrt((double) square));
  }

  private float sign(long offset) {
    return Similarity.hamming(Kernels.BYTES.signDifferences(query, cells, offset), query.length);
  }
}
