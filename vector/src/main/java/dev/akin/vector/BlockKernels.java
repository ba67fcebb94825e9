package dev.akin.vector;

import java.lang.foreign.MemorySegment;

/**
 * Small matrix products on rows that lie one after another in an array, and rows in and out of such
 * an array: the arithmetic of one step of learning.
 *
 * <p>{@link ScalarBlockKernels} is the specification; another implementation stays within {@link
 * Tolerance} of it, and gives the same bits in interpreted and compiled code. A row is {@code
 * stride} cells long, a multiple of {@link #lanes}.
 */
interface BlockKernels {
  /** Rows that are multiplied: in which cells, from which cell on, how many, how long. */
  final class Block {
    final float[] cells;
    final int from;
    final int count;
    final int stride;

    Block(float[] cells, int from, int count, int stride) {
      this.cells = cells;
      this.from = from;
      this.count = count;
      this.stride = stride;
    }
  }

  /** The least cells that rows are multiples of. */
  int lanes();

  /** {@code out[j * width + i] = Σ aᵢ bⱼ}. */
  void products(Block a, Block b, int width, float[] out);

  /** {@code to[i] = Σⱼ weights[j * width + i] of[j]}, as many rows as {@code to} has. */
  void combine(float[] weights, int width, Block of, Block to);

  /** {@code to[i] = Σⱼ weights[j * width + i] table[j]}, as many rows as {@code to} has. */
  void combine(float[] weights, int width, TableRows of, Block to);

  /**
   * {@code table[j] += Σᵢ weights[j * width + i] of[i]}; a row that stands there twice gains twice.
   */
  void addCombinations(float[] weights, int width, Block of, TableRows to);

  /**
   * The way back through {@link #products}, from the rows as they are in the blocks: {@code
   * gains[i] = Σⱼ errors[j * width + i] outputs[j]} and {@code origin[j] += Σᵢ errors[j * width +
   * i] inputs[i]}; a row that stands there twice gains twice.
   *
   * @param origin where the outputs were read
   * @param gains as many as inputs
   */
  void backward(
      float[] errors, int width, Block inputs, Block outputs, TableRows origin, Block gains);

  /** {@code to[i] = of[i]}. */
  void read(TableRows of, Block to);

  /** {@code to[at + c] += from[c]}; {@code from} is a row of a table. */
  void accumulate(MemorySegment from, int stride, float[] to, int at);

  /** {@code to[c] += from[at + c]}; {@code to} is a row of a table. */
  void add(float[] from, int at, int stride, MemorySegment to);
}
