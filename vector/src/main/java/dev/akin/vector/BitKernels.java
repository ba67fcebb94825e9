package dev.akin.vector;

import java.lang.foreign.MemorySegment;

/** One row of packed bits against another; exact. */
interface BitKernels {
  /**
   * How many bits differ.
   *
   * @param query as many bytes as the row that starts {@code offset} bytes into {@code cells}
   */
  int differences(byte[] query, MemorySegment cells, long offset);
}
