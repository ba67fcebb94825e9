package dev.akin.vector;

import dev.akin.vector.BlockKernels.Block;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Objects;

/**
 * A few rows held one after another on the heap while a step of learning works on them: small
 * matrix products that stay in the cache.
 *
 * <p>A row is {@link #stride} cells long: the dimension, filled up with zeros to whole vectors of
 * this machine. Tables whose rows a block reads and changes are matrices of that dimension. For one
 * thread; many threads may each have blocks on the same tables, and then lose an update now and
 * then (Niu et al. 2011, Hogwild).
 */
public final class RowBlock {
  /** Rows are multiples of it also where vectors are shorter. */
  static final int LEAST_LANES = 8;

  private static final BlockKernels KERNELS = Kernels.BLOCKS;

  private final float[] cells;
  private final int capacity;
  private final int stride;
  private int rows;

  /**
   * An empty block.
   *
   * @param capacity how many rows it can hold
   * @param dimension cells of a row, before it is filled up to {@link #stride}
   */
  public RowBlock(int capacity, int dimension) {
    this.capacity = capacity;
    this.stride = stride(dimension);
    this.cells = new float[Math.multiplyExact(capacity, stride)];
  }

  /** The cells of a row of this dimension in a block and in its tables: whole vectors. */
  public static int stride(int dimension) {
    return Math.ceilDiv(dimension, KERNELS.lanes()) * KERNELS.lanes();
  }

  /** How many rows it holds. */
  public int rows() {
    return rows;
  }

  /** How many rows it can hold. */
  public int capacity() {
    return capacity;
  }

  /** Forgets the rows. */
  public void clear() {
    rows = 0;
  }

  /**
   * Appends a copy of a row of a table.
   *
   * @return its place in the block
   * @throws IndexOutOfBoundsException if the block is full
   */
  public int append(Matrix table, int row) {
    requireStride(table.dimension());
    int at = Objects.checkIndex(rows, capacity) * stride;
    MemorySegment.copy(table.row(row), Matrix.CELL, 0, cells, at, stride);
    return rows++;
  }

  /**
   * Appends copies of rows of a table.
   *
   * @throws IndexOutOfBoundsException if the block cannot hold them
   * @throws IllegalArgumentException if the table's rows are not of the block's stride
   */
  public void append(TableRows chosen) {
    requireStride(chosen.stride());
    Objects.checkFromIndexSize(rows, chosen.count(), capacity);
    KERNELS.read(chosen, new Block(cells, rows * stride, chosen.count(), stride));
    rows += chosen.count();
  }

  private void requireStride(int cells) {
    if (cells != stride) {
      throw new IllegalArgumentException(
          "rows of %d cells in a table, and of %d in the block".formatted(cells, stride));
    }
  }

  /** Appends a row of zeros and returns its place. */
  public int appendZeros() {
    int from = Objects.checkIndex(rows, capacity) * stride;
    Arrays.fill(cells, from, from + stride, 0);
    return rows++;
  }

  /** A cell of a row. */
  public float get(int place, int column) {
    return cells[Objects.checkIndex(place, rows) * stride + Objects.checkIndex(column, stride)];
  }

  /** Changes a cell of a row. */
  public void set(int place, int column, float value) {
    cells[Objects.checkIndex(place, rows) * stride + Objects.checkIndex(column, stride)] = value;
  }

  /** Multiplies each cell by that of another block with as many rows. */
  public void multiplyBy(RowBlock factors) {
    Objects.checkFromIndexSize(0, rows, factors.rows);
    for (int c = 0, end = rows * stride; c < end; c++) {
      cells[c] *= factors.cells[c];
    }
  }

  /** Adds the product, cell by cell, of two rows of a table to the last row. */
  public void accumulateProduct(Matrix table, int row, int factorRow) {
    MemorySegment of = table.row(row);
    MemorySegment factors = table.row(factorRow);
    for (int c = 0, at = last(); c < stride; c++) {
      cells[at + c] += of.getAtIndex(Matrix.CELL, c) * factors.getAtIndex(Matrix.CELL, c);
    }
  }

  /**
   * Adds a row of the block, times one of two rows of a table, to the other, cell by cell and both
   * from what they were before.
   *
   * @param share of it that the factor gains
   * @param bound that no cell of the factor goes beyond, on either side of zero: a product has no
   *     scale of its own, and its factors could run away together
   */
  public void addProductsTo(
      int place, Matrix table, int row, int factorRow, float share, float bound) {
    MemorySegment to = table.row(row);
    MemorySegment factors = table.row(factorRow);
    for (int c = 0, at = Objects.checkIndex(place, rows) * stride; c < stride; c++) {
      float cell = to.getAtIndex(Matrix.CELL, c);
      float factor = factors.getAtIndex(Matrix.CELL, c);
      to.setAtIndex(Matrix.CELL, c, cell + cells[at + c] * factor);
      float changed = factor + share * cells[at + c] * cell;
      factors.setAtIndex(Matrix.CELL, c, Math.max(-bound, Math.min(bound, changed)));
    }
  }

  /** Adds a row of a table to the last row. */
  public void accumulate(Matrix table, int row) {
    KERNELS.accumulate(table.row(row), stride, cells, last());
  }

  /**
   * Adds a row of a table to a part of the last row.
   *
   * @param column where the part begins; it is as long as a row of the table
   */
  public void accumulate(Matrix table, int row, int column) {
    int length = table.dimension();
    int at = last() + Objects.checkFromIndexSize(column, length, stride);
    KERNELS.accumulate(table.row(row), length, cells, at);
  }

  /** Multiplies a row. */
  public void scale(int place, float factor) {
    for (int c = Objects.checkIndex(place, rows) * stride, end = c + stride; c < end; c++) {
      cells[c] *= factor;
    }
  }

  private int last() {
    return Objects.checkIndex(rows - 1, capacity) * stride;
  }

  /** Adds a row of the block to a row of a table. */
  public void addTo(int place, Matrix table, int row) {
    KERNELS.add(cells, place * stride, stride, table.row(row));
  }

  /**
   * Adds a part of a row of the block to a row of a table.
   *
   * @param column where the part begins; it is as long as a row of the table
   */
  public void addTo(int place, int column, Matrix table, int row) {
    int length = table.dimension();
    int from = Objects.checkIndex(place, rows) * stride;
    int at = from + Objects.checkFromIndexSize(column, length, stride);
    KERNELS.add(cells, at, length, table.row(row));
  }

  /**
   * Inner products with the rows of another block.
   *
   * @param width cells from the products of one row of the other to those of the next
   * @param out its cell j · width + i becomes the product of row i and the other's row j
   */
  public void products(RowBlock other, int width, float[] out) {
    KERNELS.products(view(), other.view(), width, out);
  }

  /**
   * Becomes Wᵀ · B, as many rows as asked for.
   *
   * @param weights W, with a row for each of B, row j at j · width
   */
  public void combine(float[] weights, int width, RowBlock b, int count) {
    rows = Objects.checkIndex(count, capacity + 1);
    KERNELS.combine(weights, width, b.view(), view());
  }

  /**
   * Becomes Wᵀ · B of rows B of a table, as many rows as asked for.
   *
   * @param weights W, with a row for each of B, row j at j · width
   * @throws IllegalArgumentException if the table's rows are not of the block's stride
   */
  public void combine(float[] weights, int width, TableRows b, int count) {
    requireStride(b.stride());
    rows = Objects.checkIndex(count, capacity + 1);
    KERNELS.combine(weights, width, b, view());
  }

  /**
   * Adds W · B, where B is this block, to rows of a table: to each a sum of all rows of the block.
   *
   * @param weights W, with a row for each of the table's, row j at j · width
   * @param to one that stands there twice gains twice
   * @throws IllegalArgumentException if the table's rows are not of the block's stride
   */
  public void addCombinationsTo(float[] weights, int width, TableRows to) {
    requireStride(to.stride());
    KERNELS.addCombinations(weights, width, view(), to);
  }

  /**
   * The way back through {@link #products}, from the rows as they are in the blocks: with errors E,
   * inputs I, which this block is, and outputs O, gains become Eᵀ · O, and to the rows of the table
   * that O was read from E · I is added.
   *
   * @param errors E, as the products
   * @param outputs O
   * @param origin where O was read; a row that stands there twice gains twice
   * @param gains which can hold as many rows as this block has
   * @throws IllegalArgumentException if the table's rows are not of the block's stride, or the rows
   *     of O and of the table are not as many
   */
  public void backward(
      float[] errors, int width, RowBlock outputs, TableRows origin, RowBlock gains) {
    requireStride(origin.stride());
    if (outputs.rows != origin.count()) {
      throw new IllegalArgumentException(
          "%d rows that were read from %d".formatted(outputs.rows, origin.count()));
    }
    gains.rows = Objects.checkIndex(rows, gains.capacity + 1);
    KERNELS.backward(errors, width, view(), outputs.view(), origin, gains.view());
  }

  /** A copy of a row without what fills it up. */
  public float[] copyRow(int place, int dimension) {
    int from = Objects.checkIndex(place, rows) * stride;
    return Arrays.copyOfRange(cells, from, from + dimension);
  }

  private Block view() {
    return new Block(cells, 0, rows, stride);
  }
}
