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

  /** Some rows of a block, by their places, from one index of the list up to another. */
  final class Chosen {
    final int[] places;
    final int from;
    final int to;

    Chosen(int[] places, int from, int to) {
      this.places = places;
      this.from = from;
      this.to = to;
    }
  }

  /** {@code out[i * width + j] = Σ aᵢ bⱼ}. */
  void products(Block a, Block b, int width, float[] out);

  /** {@code to[i] = Σⱼ weights[i * width + j] of[j]} for the first {@code count} rows. */
  void combine(float[] weights, int width, Block of, float[] to, int count);

  /** {@code to[c] += Σⱼ weights[first + j * step] of[j][c]}. */
  void addCombination(
      float[] weights, int first, int step, Block of, MemorySegment to, long offset);

  /** {@code to[at + c] = share · Σ of[place][c]} over the places that are chosen. */
  void sum(Block of, Chosen chosen, float share, float[] to, int at);

  /** {@code to[c] += Σ of[place][c]} over the places that are chosen. */
  void addSum(Block of, Chosen chosen, MemorySegment to, long offset);

  /** {@code to[at + c] = from[c]}. */
  void read(MemorySegment from, long offset, int stride, float[] to, int at);

  /** {@code to[at + c] += from[c]}. */
  void accumulate(MemorySegment from, long offset, int stride, float[] to, int at);

  /** {@code to[c] += from[at + c]}. */
  void add(float[] from, int at, int stride, MemorySegment to, long offset);
}
