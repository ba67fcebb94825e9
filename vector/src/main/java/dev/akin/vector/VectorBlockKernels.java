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
 * <p>Rows are whole cache lines, so that no loop needs a mask. Products are taken four rows by two,
 * the combinations four rows at once: a row that is loaded serves as many sums as there are
 * registers for, and the sums do not wait for one another.
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
        int to = j * width + i;
        write(sums, 0, out, to, rows);
        if (j + 1 < b.count) {
          write(sums, FOUR, out, to + width, rows);
        }
      }
    }
  }

  private static void write(float[] sums, int from, float[] out, int to, int rows) {
    out[to] = sums[from];
    if (rows > 1) {
      out[to + 1] = sums[from + 1];
    }
    if (rows > 2) {
      out[to + 2] = sums[from + 2];
    }
    if (rows > 3) {
      out[to + 3] = sums[from + 3];
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
   * One step of adding up the lanes of many vectors together: two vectors become one, in which the
   * lanes that differ in a bit of their number are added, those of the one vector where the bit is
   * clear and those of the other where it is set. After steps of 1, 2 and 4, eight vectors of eight
   * lanes are one vector of their eight sums, by seven steps instead of three for each.
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
    for (int i = 0; i < count; i += FOUR) {
      combineFour(weights, width, of, to, i, count - 1);
    }
  }

  /** Four rows from one on, on two vectors of columns at once; beyond the last, the last again. */
  private static void combineFour(float[] w, int width, Block of, float[] to, int first, int last) {
    int stride = of.stride;
    int count = of.count;
    float[] rows = of.cells;
    int i1 = Math.min(first + 1, last);
    int i2 = Math.min(first + 2, last);
    int i3 = Math.min(first + 3, last);
    for (int c = 0; c < stride; c += TWO * LANES) {
      int d = Math.min(c + LANES, stride - LANES);
      FloatVector c0 = FloatVector.zero(SPECIES);
      FloatVector c1 = c0;
      FloatVector c2 = c0;
      FloatVector c3 = c0;
      FloatVector d0 = c0;
      FloatVector d1 = c0;
      FloatVector d2 = c0;
      FloatVector d3 = c0;
      for (int j = 0; j < count; j++) {
        FloatVector atC = at(rows, j * stride + c);
        FloatVector atD = at(rows, j * stride + d);
        int weights = j * width;
        FloatVector weight = FloatVector.broadcast(SPECIES, w[weights + first]);
        c0 = weight.fma(atC, c0);
        d0 = weight.fma(atD, d0);
        weight = FloatVector.broadcast(SPECIES, w[weights + i1]);
        c1 = weight.fma(atC, c1);
        d1 = weight.fma(atD, d1);
        weight = FloatVector.broadcast(SPECIES, w[weights + i2]);
        c2 = weight.fma(atC, c2);
        d2 = weight.fma(atD, d2);
        weight = FloatVector.broadcast(SPECIES, w[weights + i3]);
        c3 = weight.fma(atC, c3);
        d3 = weight.fma(atD, d3);
      }
      c0.intoArray(to, first * stride + c);
      d0.intoArray(to, first * stride + d);
      c1.intoArray(to, i1 * stride + c);
      d1.intoArray(to, i1 * stride + d);
      c2.intoArray(to, i2 * stride + c);
      d2.intoArray(to, i2 * stride + d);
      c3.intoArray(to, i3 * stride + c);
      d3.intoArray(to, i3 * stride + d);
    }
  }

  @Override
  public void addCombinations(float[] w, int width, Block of, Matrix table, int[] rows, int count) {
    for (int i = 0; i < of.count; i += FOUR) {
      for (int j = 0; j < count; j++) {
        addFour(w, j * width + i, of, i, table.row(rows[j]));
      }
    }
  }

  /** Adds four rows from one on; those that are not there, the last with weight zero. */
  private static void addFour(float[] w, int at, Block of, int first, MemorySegment to) {
    // What a store to a table might change, as far as the compiler knows, is read before.
    int stride = of.stride;
    float[] cells = of.cells;
    int left = of.count - first;
    int last = (of.count - 1) * stride;
    int i0 = first * stride;
    int i1 = Math.min(i0 + stride, last);
    int i2 = Math.min(i0 + 2 * stride, last);
    int i3 = Math.min(i0 + 3 * stride, last);
    FloatVector w0 = FloatVector.broadcast(SPECIES, w[at]);
    FloatVector w1 = FloatVector.broadcast(SPECIES, left > 1 ? w[at + 1] : 0);
    FloatVector w2 = FloatVector.broadcast(SPECIES, left > 2 ? w[at + 2] : 0);
    FloatVector w3 = FloatVector.broadcast(SPECIES, left > 3 ? w[at + 3] : 0);
    for (int c = 0; c < stride; c += LANES) {
      FloatVector sum = at(cells, i0 + c).fma(w0, at(to, c));
      sum = at(cells, i1 + c).fma(w1, sum);
      sum = at(cells, i2 + c).fma(w2, sum);
      sum = at(cells, i3 + c).fma(w3, sum);
      write(sum, to, c);
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
