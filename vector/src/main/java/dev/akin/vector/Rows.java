package dev.akin.vector;

import java.lang.foreign.MemorySegment;

/**
 * Rows of one length off the heap, one behind the other: float32, int8 or bits.
 *
 * <p>One owner closes them; everything they lend (rows, cells) dies with them. Safe to read from
 * many threads; writers of different rows do not disturb each other.
 */
public sealed interface Rows extends AutoCloseable permits Matrix, ByteMatrix, BitMatrix {
  /** How many rows. */
  int rows();

  /** Cells of a row. */
  int dimension();

  /** Bytes of a row. */
  long rowBytes();

  /** Borrowed view of one row; using it after close() throws IllegalStateException. */
  MemorySegment row(int row);

  /** Borrowed view of all rows, without gaps. */
  MemorySegment cells();

  @Override
  void close();
}
