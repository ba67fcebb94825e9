package dev.akin.vector;

import java.lang.foreign.MemorySegment;

/**
 * One int8 query against one int8 row; exact, so every implementation gives the same integers.
 *
 * <p>The query's length is the dimension, at most {@link ByteMatrix#MAX_DIMENSION}; the row starts
 * {@code offset} bytes into {@code cells}.
 */
interface ByteKernels {
  /** Σ aᵢbᵢ. */
  int dot(byte[] query, MemorySegment cells, long offset);

  /** Σ aᵢbᵢ and Σ bᵢ² of the row in one pass, as {@link TwoSums}. */
  long dotAndSquare(byte[] query, MemorySegment cells, long offset);

  /** How many cells are above zero on one side only. */
  int signDifferences(byte[] query, MemorySegment cells, long offset);
}
