package dev.akin.vector;

import java.lang.foreign.MemorySegment;

/**
 * Small matrix products on rows that lie one after another in an array, and rows in and out of such
 * an array: the arithmetic of one step of learning.
 *
 * <p>{@link ScalarBlockKernels} is the specification; another implementation stays within {@link
 * Tolerance} of it, and gives the same bits in interpreted and compiled code. A row is {@code
 * stride} cells long, a multiple of {@link RowBlock#LINE}.
 */
interface BlockKernels {
  /** Rows that are multiplied: their cells, how many, how long. */
  final class Block {
    final float[] cells;
    final int count;
    final int stride;

    Block(float[] cells, int count, int stride) {
      this.cells = cells;
      this.count = count;
      this.stride = stride;
    }
  }

  /** {@code out[j * width + i] = Σ aᵢ bⱼ}. */
  void products(Block a, Block b, int width, float[] out);

  /** {@code to[i] = Σⱼ weights[j * width + i] of[j]} for the first {@code count} rows. */
  void combine(float[] weights, int width, Block of, float[] to, int count);

  /**
   * {@code table[rows[j]] += Σᵢ weights[j * width + i] of[i]}, one row after another.
   *
   * @param rows of which the first {@code count} are meant; one may stand there twice
   */
  void addCombinations(float[] weights, int width, Block of, Matrix table, int[] rows, int count);

  /** {@code to[at + k] = table[rows[k]]}, a row each. */
  void read(Matrix table, int[] rows, int count, float[] to, int at);

  /** {@code to[at + c] += from[c]}; {@code from} is a row of a table. */
  void accumulate(MemorySegment from, int stride, float[] to, int at);

  /** {@code to[c] += from[at + c]}; {@code to} is a row of a table. */
  void add(float[] from, int at, int stride, MemorySegment to);
}
