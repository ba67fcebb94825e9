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

  /** Where the weight of a row stands. */
  final class Weights {
    final float[] cells;
    final int rowStep;
    final int columnStep;

    Weights(float[] cells, int rowStep, int columnStep) {
      this.cells = cells;
      this.rowStep = rowStep;
      this.columnStep = columnStep;
    }
  }

  /** {@code out[i * width + j] = Σ aᵢ bⱼ}. */
  void products(Block a, Block b, int width, float[] out);

  /**
   * {@code to[i] = Σⱼ weights[i * rowStep + j * columnStep] of[j]} for the first {@code count}
   * rows.
   */
  void combine(Weights weights, Block of, float[] to, int count);

  /** {@code to[at + c] = from[c]}. */
  void read(MemorySegment from, long offset, int stride, float[] to, int at);

  /** {@code to[at + c] += from[c]}. */
  void accumulate(MemorySegment from, long offset, int stride, float[] to, int at);

  /** {@code to[c] += from[at + c]}. */
  void add(float[] from, int at, int stride, MemorySegment to, long offset);
}
