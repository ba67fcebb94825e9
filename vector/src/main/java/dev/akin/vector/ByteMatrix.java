package dev.akin.vector;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Row-major int8 matrix [rows × dimension] off the heap, allocated or mapped from a file.
 *
 * <p>What a cell stands for (its scale) is the business of whoever wrote it. One owner closes it;
 * safe to read from many threads.
 */
public final class ByteMatrix implements Rows {
  /** Cells of a row at most, so that Σ aᵢbᵢ of two rows always fits an int: 2¹⁴ · 65,536 = 2³⁰. */
  public static final int MAX_DIMENSION = 65_536;

  private final Memory memory;
  private final MemorySegment cells;
  private final int rows;
  private final int dimension;

  private ByteMatrix(Memory memory, int rows, int dimension) {
    this.memory = memory;
    this.cells = memory.cells();
    this.rows = rows;
    this.dimension = dimension;
  }

  /**
   * A matrix of zeros.
   *
   * @throws IllegalArgumentException if rows is negative or dimension is not in [1, {@value
   *     #MAX_DIMENSION}]
   */
  public static ByteMatrix allocate(int rows, int dimension) {
    return new ByteMatrix(Memory.allocate(bytes(rows, dimension)), rows, dimension);
  }

  /** A copy of rows held on the heap; at least one, all of one length. */
  public static ByteMatrix of(byte[]... rows) {
    ByteMatrix matrix = allocate(rows.length, rows.length == 0 ? 1 : rows[0].length);
    for (int i = 0; i < rows.length; i++) {
      matrix.setRow(i, rows[i]);
    }
    return matrix;
  }

  /**
   * Every row in steps: cell / step, rounded, held in [−127, 127].
   *
   * @throws IllegalArgumentException if the step is not above zero
   */
  public static ByteMatrix scaled(Matrix rows, float step) {
    ByteMatrix matrix = allocate(rows.rows(), rows.dimension());
    for (int i = 0; i < rows.rows(); i++) {
      matrix.setRow(i, scaled(rows.copyRow(i), step));
    }
    return matrix;
  }

  /**
   * One row in steps: cell / step, rounded, held in [−127, 127].
   *
   * @throws IllegalArgumentException if the step is not above zero or a cell is not a number
   */
  public static byte[] scaled(float[] row, float step) {
    if (!(step > 0)) {
      throw new IllegalArgumentException("a step of %s, it must be above zero".formatted(step));
    }
    byte[] cells = new byte[row.length];
    for (int i = 0; i < row.length; i++) {
      if (Float.isNaN(row[i])) {
        throw new IllegalArgumentException("cell %d is NaN".formatted(i));
      }
      cells[i] = (byte) Math.clamp(Math.round(row[i] / step), -127, 127);
    }
    return cells;
  }

  /**
   * Rows mapped read-only from a file.
   *
   * @param offset where the first cell stands in the file, in bytes
   * @throws FormatException if the file is shorter than its shape asks for
   */
  public static ByteMatrix map(Path file, long offset, int rows, int dimension) throws IOException {
    String shape = "[%d × %d] int8".formatted(rows, dimension);
    return new ByteMatrix(Memory.map(file, offset, bytes(rows, dimension), shape), rows, dimension);
  }

  private static long bytes(int rows, int dimension) {
    if (rows < 0 || dimension < 1 || dimension > MAX_DIMENSION) {
      throw new IllegalArgumentException(
          "no int8 matrix has shape [%d × %d]: at most %d cells a row"
              .formatted(rows, dimension, MAX_DIMENSION));
    }
    return (long) rows * dimension;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public long rowBytes() {
    return dimension;
  }

  @Override
  public MemorySegment row(int row) {
    return cells.asSlice((long) Objects.checkIndex(row, rows) * dimension, dimension);
  }

  @Override
  public MemorySegment cells() {
    return cells;
  }

  /** A copy of one row on the heap. */
  public byte[] copyRow(int row) {
    return row(row).toArray(ValueLayout.JAVA_BYTE);
  }

  /**
   * Overwrites one row.
   *
   * @throws IllegalArgumentException if the values are not as many as the dimension
   */
  public void setRow(int row, byte[] values) {
    if (values.length != dimension) {
      throw new IllegalArgumentException(
          "a row of %d values in a matrix of dimension %d".formatted(values.length, dimension));
    }
    MemorySegment.copy(values, 0, row(row), ValueLayout.JAVA_BYTE, 0, dimension);
  }

  @Override
  public void close() {
    memory.close();
  }

  @Override
  public String toString() {
    return "ByteMatrix[%d × %d]".formatted(rows, dimension);
  }
}
