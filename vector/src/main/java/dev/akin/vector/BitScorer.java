package dev.akin.vector;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/** Scores rows of bits: every similarity is a table over the number d of differing ones of n. */
final class BitScorer implements Scorer {
  private final MemorySegment cells;
  private final long[] query;
  private final int rowBytes;
  private final int rows;

  /** One a number of differing bits, those behind the last cell of a foreign file included. */
  private final float[] scores;

  BitScorer(BitMatrix rows, byte[] query, Similarity similarity) {
    BitMatrix.requirePacked(query, rows.dimension());
    this.cells = rows.cells();
    this.query = words(query);
    this.rowBytes = query.length;
    this.rows = rows.rows();
    this.scores = new float[rowBytes * Byte.SIZE + 1];
    for (int d = 0; d < scores.length; d++) {
      scores[d] = score(similarity, rows.dimension(), d);
    }
  }

  /** Bytes as little-endian words, the last one filled up with zeros. */
  static long[] words(byte[] packed) {
    byte[] whole = Arrays.copyOf(packed, (packed.length + 7) & -Long.BYTES);
    long[] words = new long[whole.length / Long.BYTES];
    ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(words);
    return words;
  }

  @Override
  public int size() {
    return rows;
  }

  @Override
  public float score(int ordinal) {
    return scoreAt((long) Objects.checkIndex(ordinal, rows) * rowBytes);
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
      out[i] = scoreAt((long) (first + i) * rowBytes);
    }
  }

  private float scoreAt(long offset) {
    return scores[Kernels.BITS.differences(query, rowBytes, cells, offset)];
  }

  /** Cells are ±1: a·b = n − 2d, every norm is √n, ‖a − b‖² = 4d. */
  private static float score(Similarity similarity, int dimension, int differences) {
    return switch (similarity) {
      case COSINE, HAMMING -> Similarity.hamming(differences, dimension);
      case DOT -> dimension - 2L * differences;
      case EUCLIDEAN -> (float) (0 - 2 * Math.sqrt(differences));
    };
  }
}
