package dev.akin.vector;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Blocks of rows on the widest lanes of this machine.
 *
 * <p>Block are whole lines, so that no loop needs a mask. Products are taken four rows by two, the
 * combinations four rows at once: a row that is loaded serves as many sums as there are registers
 * for, and the sums do not wait for one another.
 */
final class VectorBlockKernels implements BlockKernels {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** Rows whose products with two others are summed in registers at once. */
  private static final int FOUR = 4;

  private static final int TWO = 2;

  private static final Merging BY_1 = new Merging(1);
  private static final Merging BY_2 = new Merging(2);
  private static final Merging BY_4 = new Merging(4);
  private static final Merging BY_8 = new Merging(8);

  @Override
  public void products(Block a, Block b, int width, float[] out) {
    float[] sums = new float[Math.max(LANES, FOUR * TWO)];
    for (int i = 0; i < a.count; i += FOUR) {
      int rows = Math.min(FOUR, a.count - i);
      for (int j = 0; j < b.count; j += TWO) {
        productsOfFour(a, i, b, j, sums);
        int to = i * width + j;
        boolean isPair = j + 1 < b.count;
        for (int r = 0; r < rows; r++, to += width) {
          out[to] = sums[r];
          if (isPair) {
            out[to + 1] = sums[FOUR + r];
          }
        }
      }
    }
  }

  /**
   * The products of four rows with one row, and then with the next. Where there are not so many,
   * the last is taken again.
   */
  private static void productsOfFour(Block of, int i, Block others, int j, float[] sums) {
    int stride = of.stride;
    float[] rows = of.cells;
    float[] columns = others.cells;
    int last = (of.count - 1) * stride;
    int a = i * stride;
    int b = Math.min(a + stride, last);
    int d = Math.min(a + 2 * stride, last);
    int e = Math.min(a + 3 * stride, last);
    int x = j * stride;
    int y = Math.min(j + 1, others.count - 1) * stride;
    FloatVector ax = FloatVector.zero(SPECIES);
    FloatVector ay = ax;
    FloatVector bx = ax;
    FloatVector by = ax;
    FloatVector dx = ax;
    FloatVector dy = ax;
    FloatVector ex = ax;
    FloatVector ey = ax;
    for (int c = 0; c < stride; c += LANES) {
      FloatVector first = at(columns, x + c);
      FloatVector second = at(columns, y + c);
      FloatVector row = at(rows, a + c);
      ax = row.fma(first, ax);
      ay = row.fma(second, ay);
      row = at(rows, b + c);
      bx = row.fma(first, bx);
      by = row.fma(second, by);
      row = at(rows, d + c);
      dx = row.fma(first, dx);
      dy = row.fma(second, dy);
      row = at(rows, e + c);
      ex = row.fma(first, ex);
      ey = row.fma(second, ey);
    }
    FloatVector xs = BY_2.merge(BY_1.merge(ax, bx), BY_1.merge(dx, ex));
    FloatVector ys = BY_2.merge(BY_1.merge(ay, by), BY_1.merge(dy, ey));
    if (LANES == FOUR) {
      xs.intoArray(sums, 0);
      ys.intoArray(sums, FOUR);
    } else {
      FloatVector all = BY_4.merge(xs, ys);
      (LANES == 16 ? all.add(all.rearrange(BY_8.partners)) : all).intoArray(sums, 0);
    }
  }

  /**
   * Adds neighbouring lanes, or pairs or fours of them: the sums of one vector and those of another
   * in turns. After all steps every lane is the sum of all lanes of a vector, with two operations
   * for each where one alone would take twice as many as there are steps.
   */
  private static final class Merging {
    final VectorShuffle<Float> partners;
    private final VectorMask<Float> odd;

    Merging(int step) {
      partners = VectorShuffle.fromOp(SPECIES, lane -> (lane ^ step) % LANES);
      boolean[] isOdd = new boolean[LANES];
      for (int lane = 0; lane < LANES; lane++) {
        isOdd[lane] = (lane & step) != 0;
      }
      odd = VectorMask.fromArray(SPECIES, isOdd, 0);
    }

    FloatVector merge(FloatVector a, FloatVector b) {
      return a.blend(b, odd).add(b.blend(a, odd).rearrange(partners));
    }
  }

  @Override
  public void combine(float[] weights, int width, Block of, float[] to, int count) {
    int i = 0;
    for (; i + FOUR <= count; i += FOUR) {
      combineFour(weights, width, of, to, i);
    }
    for (; i < count; i++) {
      combineOne(weights, width, of, to, i);
    }
  }

  private static void combineFour(float[] w, int width, Block of, float[] to, int i) {
    int stride = of.stride;
    float[] rows = of.cells;
    int w0 = i * width;
    int w1 = w0 + width;
    int w2 = w1 + width;
    int w3 = w2 + width;
    int end = of.count * stride;
    for (int c = 0; c < stride; c += LANES) {
      FloatVector a = FloatVector.zero(SPECIES);
      FloatVector b = a;
      FloatVector d = a;
      FloatVector e = a;
      for (int j = c, k = 0; j < end; j += stride, k++) {
        FloatVector row = at(rows, j);
        a = row.fma(FloatVector.broadcast(SPECIES, w[w0 + k]), a);
        b = row.fma(FloatVector.broadcast(SPECIES, w[w1 + k]), b);
        d = row.fma(FloatVector.broadcast(SPECIES, w[w2 + k]), d);
        e = row.fma(FloatVector.broadcast(SPECIES, w[w3 + k]), e);
      }
      int at = i * stride + c;
      a.intoArray(to, at);
      b.intoArray(to, at + stride);
      d.intoArray(to, at + 2 * stride);
      e.intoArray(to, at + 3 * stride);
    }
  }

  private static void combineOne(float[] w, int width, Block of, float[] to, int i) {
    int stride = of.stride;
    int end = of.count * stride;
    for (int c = 0; c < stride; c += LANES) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int j = c, k = i * width; j < end; j += stride, k++) {
        sum = at(of.cells, j).fma(FloatVector.broadcast(SPECIES, w[k]), sum);
      }
      sum.intoArray(to, i * stride + c);
    }
  }

  @Override
  public void addCombinations(
      float[] w, int width, Block of, Matrix table, int[] rows, int count) {
    int i = 0;
    for (; i + FOUR <= of.count; i += FOUR) {
      for (int k = 0; k < count; k++) {
        addFour(w, i * width + k, width, of, i, table.row(rows[k]));
      }
    }
    for (; i < of.count; i++) {
      for (int k = 0; k < count; k++) {
        addOne(w[i * width + k], of, i, table.row(rows[k]));
      }
    }
  }

  private static void addFour(float[] w, int at, int step, Block of, int i, MemorySegment to) {
    // What a store to a table might change, as far as the compiler knows, is read before.
    int stride = of.stride;
    float[] cells = of.cells;
    FloatVector w0 = FloatVector.broadcast(SPECIES, w[at]);
    FloatVector w1 = FloatVector.broadcast(SPECIES, w[at + step]);
    FloatVector w2 = FloatVector.broadcast(SPECIES, w[at + 2 * step]);
    FloatVector w3 = FloatVector.broadcast(SPECIES, w[at + 3 * step]);
    int row = i * stride;
    for (int c = 0; c < stride; c += LANES) {
      FloatVector sum = at(cells, row + c).fma(w0, at(to, c));
      sum = at(cells, row + stride + c).fma(w1, sum);
      sum = at(cells, row + 2 * stride + c).fma(w2, sum);
      sum = at(cells, row + 3 * stride + c).fma(w3, sum);
      write(sum, to, c);
    }
  }

  private static void addOne(float w, Block of, int i, MemorySegment to) {
    int stride = of.stride;
    float[] cells = of.cells;
    FloatVector weight = FloatVector.broadcast(SPECIES, w);
    int row = i * stride;
    for (int c = 0; c < stride; c += LANES) {
      write(at(cells, row + c).fma(weight, at(to, c)), to, c);
    }
  }

  @Override
  public void read(Matrix table, int[] rows, int count, float[] to, int at) {
    int stride = table.dimension();
    for (int k = 0; k < count; k++) {
      MemorySegment from = table.row(rows[k]);
      int row = at + k * stride;
      for (int c = 0; c < stride; c += LANES) {
        at(from, c).intoArray(to, row + c);
      }
    }
  }

  @Override
  public void accumulate(MemorySegment from, int stride, float[] to, int at) {
    for (int c = 0; c < stride; c += LANES) {
      at(to, at + c).add(at(from, c)).intoArray(to, at + c);
    }
  }

  @Override
  public void add(float[] from, int at, int stride, MemorySegment to) {
    for (int c = 0; c < stride; c += LANES) {
      write(at(to, c).add(at(from, at + c)), to, c);
    }
  }

  private static FloatVector at(float[] cells, int at) {
    return FloatVector.fromArray(SPECIES, cells, at);
  }

  private static FloatVector at(MemorySegment row, int column) {
    long from = (long) column * Float.BYTES;
    return FloatVector.fromMemorySegment(SPECIES, row, from, ByteOrder.LITTLE_ENDIAN);
  }

  private static void write(FloatVector cells, MemorySegment row, int column) {
    cells.intoMemorySegment(row, (long) column * Float.BYTES, ByteOrder.LITTLE_ENDIAN);
  }
}
