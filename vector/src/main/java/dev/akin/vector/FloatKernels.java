package dev.akin.vector;

import java.lang.foreign.MemorySegment;

/**
 * One float32 query against one float32 row: the arithmetic under every similarity.
 *
 * <p>{@link ScalarFloatKernels} is the specification; another implementation stays within {@link
 * Tolerance} of it. A result depends on the query and the row only, never on where the row stands
 * or on what is computed beside it, and is the same bit for bit in interpreted and compiled code.
 *
 * <p>The query's length is the dimension; the row starts {@code offset} bytes into {@code cells}.
 */
interface FloatKernels {
  /** Σ aᵢbᵢ. */
  float dot(float[] query, MemorySegment cells, long offset);

  /**
   * {@link #dot} and {@link #square} of the row in one pass over it.
   *
   * @return both as {@link TwoSums}, bit for bit what the two kernels give
   */
  long dotAndSquare(float[] query, MemorySegment cells, long offset);

  /**
   * Four queries in one pass over the row.
   *
   * @param out its first four values become exactly what {@link #dot} gives for the four queries
   */
  void dotFour(float[][] queries, MemorySegment cells, long offset, float[] out);

  /** Σ bᵢ² of the row. */
  float square(int dimension, MemorySegment cells, long offset);

  /** Σ (aᵢ − bᵢ)². */
  float squaredDistance(float[] query, MemorySegment cells, long offset);

  /** How many cells are above zero on one side only. */
  int signDifferences(float[] query, MemorySegment cells, long offset);
}
