package dev.akin.vector;

import java.lang.foreign.MemorySegment;

/** One row of packed bits against another; exact. */
interface BitKernels {
  /**
   * How many bits differ.
   *
   * @param query a row's bytes as little-endian words, the last one filled up with zeros
   * @param rowBytes bytes of the row that starts {@code offset} bytes into {@code cells}
   */
  int differences(long[] query, int rowBytes, MemorySegment cells, long offset);
}
