package dev.akin.vector;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * Some rows of a table, to be read or changed together: where each begins in memory.
 *
 * <p>For one thread; borrows the table.
 */
public final class TableRows {
  private final Matrix table;
  private final MemorySegment cells;
  private final long[] offsets;
  private int count;

  /**
   * No rows yet.
   *
   * @param capacity how many there can be
   */
  public TableRows(Matrix table, int capacity) {
    this.table = table;
    this.cells = table.cells();
    this.offsets = new long[capacity];
  }

  /**
   * Becomes these rows; one may stand there twice.
   *
   * @param chosen of which the first {@code count} are meant
   * @throws IndexOutOfBoundsException if the table has no such row, or they are too many
   */
  public void set(int[] chosen, int count) {
    this.count = Objects.checkIndex(count, offsets.length + 1);
    int rows = table.rows();
    long bytes = table.rowBytes();
    for (int i = 0; i < count; i++) {
      offsets[i] = Objects.checkIndex(chosen[i], rows) * bytes;
    }
  }

  /** How many rows. */
  public int count() {
    return count;
  }

  /** Cells of a row. */
  int stride() {
    return table.dimension();
  }

  MemorySegment cells() {
    return cells;
  }

  /** Where each row begins in {@link #cells}, in bytes. */
  long[] offsets() {
    return offsets;
  }
}
