package dev.akin.vector;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Row-major float32 matrix [rows × dimension] off the heap, allocated or mapped from a file.
 *
 * <p>One owner closes it; everything it lends (rows, cells) dies with it. Safe to read from many
 * threads; writers of different rows do not disturb each other.
 */
public final class Matrix implements Rows {
  /** Little-endian float32 without alignment: what is in files and in memory here. */
  public static final ValueLayout.OfFloat CELL =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Memory memory;
  private final MemorySegment cells;
  private final int rows;
  private final int dimension;

  private Matrix(Memory memory, int rows, int dimension) {
    this.memory = memory;
    this.cells = memory.cells();
    this.rows = rows;
    this.dimension = dimension;
  }

  /**
   * A matrix of zeros.
   *
   * @throws IllegalArgumentException if rows is negative or dimension is not positive
   */
  public static Matrix allocate(int rows, int dimension) {
    return new Matrix(Memory.allocate(bytes(rows, dimension)), rows, dimension);
  }

  /** A copy of rows held on the heap; at least one, all of one length. */
  public static Matrix of(float[]... rows) {
    Matrix matrix = allocate(rows.length, rows.length == 0 ? 1 : rows[0].length);
    for (int i = 0; i < rows.length; i++) {
      matrix.setRow(i, rows[i]);
    }
    return matrix;
  }

  /**
   * Rows mapped read-only from a file of little-endian float32.
   *
   * @param offset where the first cell stands in the file, in bytes
   * @throws FormatException if the file is shorter than its shape asks for
   */
  public static Matrix map(Path file, long offset, int rows, int dimension) throws IOException {
    String shape = "[%d × %d] float32".formatted(rows, dimension);
    return new Matrix(Memory.map(file, offset, bytes(rows, dimension), shape), rows, dimension);
  }

  private static long bytes(int rows, int dimension) {
    if (rows < 0 || dimension < 1) {
      throw new IllegalArgumentException(
          "no matrix has shape [%d × %d]".formatted(rows, dimension));
    }
    return (long) rows * dimension * Float.BYTES;
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
    return (long) dimension * Float.BYTES;
  }

  @Override
  public MemorySegment row(int row) {
    return cells.asSlice(Objects.checkIndex(row, rows) * rowBytes(), rowBytes());
  }

  @Override
  public MemorySegment cells() {
    return cells;
  }

  public float get(int row, int column) {
    return cells.get(CELL, offset(row, column));
  }

  public void set(int row, int column, float value) {
    cells.set(CELL, offset(row, column), value);
  }

  /** A copy of one row on the heap. */
  public float[] copyRow(int row) {
    float[] copy = new float[dimension];
    MemorySegment.copy(row(row), CELL, 0, copy, 0, dimension);
    return copy;
  }

  /**
   * Overwrites one row.
   *
   * @throws IllegalArgumentException if the values are not as many as the dimension
   */
  public void setRow(int row, float[] values) {
    if (values.length != dimension) {
      throw new IllegalArgumentException(
          "a row of %d values in a matrix of dimension %d".formatted(values.length, dimension));
    }
    MemorySegment.copy(values, 0, row(row), CELL, 0, dimension);
  }

  /**
   * Copies of some rows, in the order asked for and as often, in a new matrix that the caller
   * closes.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Matrix take(int... ordinals) {
    Matrix taken = allocate(ordinals.length, dimension);
    try {
      for (int i = 0; i < ordinals.length; i++) {
        taken.row(i).copyFrom(row(ordinals[i]));
      }
      return taken;
    } catch (RuntimeException e) {
      taken.close();
      throw e;
    }
  }

  /**
   * The first cells of every row, moved together in the memory they are in, which the result owns
   * from now on: this matrix is used up. O(rows · cells), no memory.
   *
   * @throws IllegalArgumentException if there are not so many cells, or the memory is a file's
   */
  public Matrix narrowed(int cells) {
    if (cells < 1 || cells > dimension || this.cells.isReadOnly()) {
      throw new IllegalArgumentException(
          "%d cells of %s%s"
              .formatted(cells, this, this.cells.isReadOnly() ? ", which is read-only" : ""));
    }
    long bytes = (long) cells * Float.BYTES;
    for (int r = 1; r < rows && cells < dimension; r++) {
      MemorySegment.copy(this.cells, r * rowBytes(), this.cells, r * bytes, bytes);
    }
    return new Matrix(new Memory(memory.arena(), this.cells.asSlice(0, rows * bytes)), rows, cells);
  }

  /**
   * Refuses rows that are not numbers; one pass by the fast kernels.
   *
   * @throws IllegalArgumentException if a cell is not a number or infinite (names row and cell)
   */
  public void requireFinite() {
    for (int r = 0; r < rows; r++) {
      if (!Float.isFinite(Kernels.FLOATS.square(dimension, cells, r * rowBytes()))) {
        requireFinite(r); // a long row overflows too
      }
    }
  }

  private void requireFinite(int row) {
    for (int c = 0; c < dimension; c++) {
      if (!Float.isFinite(get(row, c))) {
        throw new IllegalArgumentException("row %d, cell %d is %s".formatted(row, c, get(row, c)));
      }
    }
  }

  private long offset(int row, int column) {
    return ((long) Objects.checkIndex(row, rows) * dimension
            + Objects.checkIndex(column, dimension))
        * Float.BYTES;
  }

  @Override
  public void close() {
    memory.close();
  }

  @Override
  public String toString() {
    return "Matrix[%d × %d]".formatted(rows, dimension);
  }
}
