package dev.akin.vector;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Rows of packed bits [rows × dimension] off the heap, allocated or mapped from a file.
 *
 * <p>A row takes ⌈dimension / 8⌉ bytes; cell i is the bit 0x80 ≫ (i mod 8) of byte ⌊i / 8⌋, as
 * {@code numpy.packbits} writes it; the bits behind the last cell are zero. A set bit stands for
 * +1, a clear one for −1. One owner closes it; safe to read from many threads.
 */
public final class BitMatrix implements Rows {
  private final Memory memory;
  private final MemorySegment cells;
  private final int rows;
  private final int dimension;

  private BitMatrix(Memory memory, int rows, int dimension) {
    this.memory = memory;
    this.cells = memory.cells();
    this.rows = rows;
    this.dimension = dimension;
  }

  /**
   * A matrix of clear bits.
   *
   * @throws IllegalArgumentException if rows is negative or dimension is not positive
   */
  public static BitMatrix allocate(int rows, int dimension) {
    return new BitMatrix(Memory.allocate(bytes(rows, dimension)), rows, dimension);
  }

  /** The signs of every row: bit i is set where cell i is above zero. */
  public static BitMatrix signsOf(Matrix matrix) {
    BitMatrix bits = allocate(matrix.rows(), matrix.dimension());
    for (int i = 0; i < matrix.rows(); i++) {
      bits.setRow(i, signsOf(matrix.copyRow(i)));
    }
    return bits;
  }

  /** The signs of one row, packed: bit i is set where cell i is above zero. */
  public static byte[] signsOf(float[] row) {
    byte[] packed = new byte[packedBytes(row.length)];
    for (int i = 0; i < row.length; i++) {
      if (row[i] > 0) {
        packed[i / 8] |= (byte) (0x80 >> i % 8);
      }
    }
    return packed;
  }

  /**
   * Rows mapped read-only from a file.
   *
   * @param offset where the first row stands in the file, in bytes
   * @throws FormatException if the file is shorter than its shape asks for
   */
  public static BitMatrix map(Path file, long offset, int rows, int dimension) throws IOException {
    String shape = "[%d × %d] bits".formatted(rows, dimension);
    return new BitMatrix(Memory.map(file, offset, bytes(rows, dimension), shape), rows, dimension);
  }

  /** Bytes that a row of this many bits takes. */
  public static int packedBytes(int dimension) {
    return (dimension + 7) >>> 3;
  }

  private static long bytes(int rows, int dimension) {
    if (rows < 0 || dimension < 1) {
      throw new IllegalArgumentException(
          "no matrix of bits has shape [%d × %d]".formatted(rows, dimension));
    }
    return (long) rows * packedBytes(dimension);
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
    return packedBytes(dimension);
  }

  @Override
  public MemorySegment row(int row) {
    return cells.asSlice(Objects.checkIndex(row, rows) * rowBytes(), rowBytes());
  }

  @Override
  public MemorySegment cells() {
    return cells;
  }

  /** One cell; true stands for +1. */
  public boolean get(int row, int column) {
    int cell = row(row).get(ValueLayout.JAVA_BYTE, Objects.checkIndex(column, dimension) / 8);
    return (cell & 0x80 >> column % 8) != 0;
  }

  /** A packed copy of one row on the heap. */
  public byte[] copyRow(int row) {
    return row(row).toArray(ValueLayout.JAVA_BYTE);
  }

  /**
   * Overwrites one row.
   *
   * @throws IllegalArgumentException if the bytes are not as many as a row takes, or a bit behind
   *     the last cell is set
   */
  public void setRow(int row, byte[] packed) {
    requirePacked(packed, dimension);
    MemorySegment.copy(packed, 0, row(row), ValueLayout.JAVA_BYTE, 0, packed.length);
  }

  /** Refuses a row of another length, and one whose padding would be counted. */
  static void requirePacked(byte[] packed, int dimension) {
    if (packed.length != packedBytes(dimension)) {
      throw new IllegalArgumentException(
          "a row of %d bytes where %d bits take %d"
              .formatted(packed.length, dimension, packedBytes(dimension)));
    }
    int padding = packed.length * 8 - dimension;
    int last = packed[packed.length - 1] & 0xFF;
    if ((last & (1 << padding) - 1) != 0) {
      throw new IllegalArgumentException(
          "the last byte 0x%02x has a bit set behind cell %d".formatted(last, dimension - 1));
    }
  }

  @Override
  public void close() {
    memory.close();
  }

  @Override
  public String toString() {
    return "BitMatrix[%d × %d]".formatted(rows, dimension);
  }
}
