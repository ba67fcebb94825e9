package dev.akin.vector;

/**
 * Scores of one fixed query against the rows of one store; higher is closer.
 *
 * <p>Bulk equals single, bit for bit. A scorer borrows the rows and holds no other state: safe for
 * many threads, useless after the rows are closed.
 */
public interface Scorer {
  /**
   * Score of one row.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  float score(int ordinal);

  /** Scores of the first {@code count} ordinals, written to the first places of {@code out}. */
  void score(int[] ordinals, int count, float[] out);

  /** How many rows. */
  int size();

  /**
   * Scores of {@code count} rows one behind the other from {@code first}, written to the first
   * places of {@code out}: the fast way through all rows.
   */
  default void scoreRange(int first, int count, float[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = score(first + i);
    }
  }

  /**
   * A scorer of float32 rows, within {@link Tolerance} of {@link Similarity#between}.
   *
   * @param query copied
   * @throws IllegalArgumentException if the query is not as long as the rows, or not finite
   */
  static Scorer of(Matrix rows, float[] query, Similarity similarity) {
    return new FloatScorer(rows, query, similarity);
  }

  /**
   * A scorer of int8 rows: exact sums, rounded once.
   *
   * @param query copied
   * @throws IllegalArgumentException if the query is not as long as the rows
   */
  static Scorer of(ByteMatrix rows, byte[] query, Similarity similarity) {
    return new ByteScorer(rows, query, similarity);
  }

  /**
   * A scorer of bits: exact counts, rounded once.
   *
   * @param query packed as the rows are; copied
   * @throws IllegalArgumentException if the query does not have a row's bytes, or has a bit set
   *     behind the last cell
   */
  static Scorer of(BitMatrix rows, byte[] query, Similarity similarity) {
    return new BitScorer(rows, query, similarity);
  }
}
