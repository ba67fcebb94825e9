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
 * <p>Rows are whole vectors, so that no loop needs a mask. Products are taken four rows by two, the
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
  public int lanes() {
    return Math.max(RowBlock.LEAST_LANES, LANES);
  }

  @Override
  public void products(Block a, Block b, int width, float[] out) {
    float[] sums = new float[Math.max(LANES, FOUR * TWO)];
    for (int i = 0, next; i < a.count; i = next) {
      next = Math.min(a.count, i + FOUR);
      boolean areFew = next - i <= TWO; // then they are the two, and the others the four
      int step = areFew ? FOUR : TWO;
      for (int j = 0; j < b.count; j += step) {
        productsOfFour(areFew ? b : a, areFew ? j : i, areFew ? a : b, areFew ? i : j, sums);
        for (int k = j, end = Math.min(b.count, j + step); k < end; k++) {
          for (int l = i; l < next; l++) {
            out[k * width + l] = sums[areFew ? k - j + (l - i) * FOUR : l - i + (k - j) * FOUR];
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
    int last = of.from + (of.count - 1) * stride;
    int a = of.from + i * stride;
    int b = Math.min(a + stride, last);
    int d = Math.min(a + 2 * stride, last);
    int e = Math.min(a + 3 * stride, last);
    int x = others.from + j * stride;
    int y = others.from + Math.min(j + 1, others.count - 1) * stride;
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
  public void combine(float[] weights, int width, Block of, Block to) {
    for (int i = 0; i < to.count; i++) {
      for (int c = 0; c < to.stride; c += LANES) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int j = 0; j < of.count; j++) {
          FloatVector weight = FloatVector.broadcast(SPECIES, weights[j * width + i]);
          sum = weight.fma(at(of.cells, of.from + j * of.stride + c), sum);
        }
        sum.intoArray(to.cells, to.from + i * to.stride + c);
      }
    }
  }

  @Override
  public void combine(float[] weights, int width, TableRows of, Block to) {
    for (int i = 0; i < to.count; i += FOUR) {
      combineFour(weights, width, of, to, i);
    }
  }

  /**
   * The same straight from a table: a column of all rows at once, so that they are waited for
   * together.
   */
  private static void combineFour(float[] w, int width, TableRows of, Block to, int first) {
    int stride = to.stride;
    int count = of.count();
    MemorySegment rows = of.cells();
    long[] offsets = of.offsets();
    float[] sums = to.cells;
    int last = to.count - 1;
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
        long row = offsets[j];
        FloatVector atC = at(rows, row, c);
        FloatVector atD = at(rows, row, d);
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
      int at = to.from + c;
      int next = to.from + d;
      c0.intoArray(sums, at + first * stride);
      d0.intoArray(sums, next + first * stride);
      c1.intoArray(sums, at + i1 * stride);
      d1.intoArray(sums, next + i1 * stride);
      c2.intoArray(sums, at + i2 * stride);
      d2.intoArray(sums, next + i2 * stride);
      c3.intoArray(sums, at + i3 * stride);
      d3.intoArray(sums, next + i3 * stride);
    }
  }

  @Override
  public void addCombinations(float[] w, int width, Block of, TableRows to) {
    for (int i = 0; i < of.count; i += FOUR) {
      addFour(w, width, of, i, to);
    }
  }

  /** Adds four rows from one on; those that are not there, the last with weight zero. */
  private static void addFour(float[] w, int width, Block of, int first, TableRows to) {
    int stride = of.stride;
    int count = to.count();
    float[] cells = of.cells;
    MemorySegment rows = to.cells();
    long[] offsets = to.offsets();
    int left = of.count - first;
    int last = of.from + (of.count - 1) * stride;
    int i0 = of.from + first * stride;
    int i1 = Math.min(i0 + stride, last);
    int i2 = Math.min(i0 + 2 * stride, last);
    int i3 = Math.min(i0 + 3 * stride, last);
    for (int c = 0; c < stride; c += TWO * LANES) {
      int d = Math.min(c + LANES, stride - LANES);
      FloatVector c0 = at(cells, i0 + c);
      FloatVector d0 = at(cells, i0 + d);
      FloatVector c1 = at(cells, i1 + c);
      FloatVector d1 = at(cells, i1 + d);
      FloatVector c2 = at(cells, i2 + c);
      FloatVector d2 = at(cells, i2 + d);
      FloatVector c3 = at(cells, i3 + c);
      FloatVector d3 = at(cells, i3 + d);
      for (int j = 0; j < count; j++) {
        long row = offsets[j];
        int weights = j * width + first;
        FloatVector sumC = at(rows, row, c);
        FloatVector sumD = at(rows, row, d);
        FloatVector weight = FloatVector.broadcast(SPECIES, w[weights]);
        sumC = weight.fma(c0, sumC);
        sumD = weight.fma(d0, sumD);
        weight = FloatVector.broadcast(SPECIES, left > 1 ? w[weights + 1] : 0);
        sumC = weight.fma(c1, sumC);
        sumD = weight.fma(d1, sumD);
        weight = FloatVector.broadcast(SPECIES, left > 2 ? w[weights + 2] : 0);
        sumC = weight.fma(c2, sumC);
        sumD = weight.fma(d2, sumD);
        weight = FloatVector.broadcast(SPECIES, left > 3 ? w[weights + 3] : 0);
        sumC = weight.fma(c3, sumC);
        sumD = weight.fma(d3, sumD);
        write(sumC, rows, row, c);
        write(sumD, rows, row, d); // where c is the last vector, the same sum once more
      }
    }
  }

  @Override
  public void backward(
      float[] errors, int width, Block inputs, Block outputs, TableRows origin, Block gains) {
    int i = 0;
    for (; i + FOUR <= inputs.count; i += FOUR) {
      backwardFour(errors, width, inputs, outputs, origin, gains, i);
    }
    for (; i < inputs.count; i += TWO) {
      backwardTwo(errors, width, inputs, outputs, origin, gains, i);
    }
  }

  private static void backwardFour(
      float[] e, int width, Block inputs, Block outputs, TableRows origin, Block gains, int i) {
    int stride = inputs.stride;
    int count = outputs.count;
    float[] in = inputs.cells;
    float[] out = outputs.cells;
    float[] gained = gains.cells;
    MemorySegment rows = origin.cells();
    long[] offsets = origin.offsets();
    int i0 = inputs.from + i * stride;
    int g0 = gains.from + i * stride;
    for (int c = 0; c < stride; c += LANES) {
      FloatVector in0 = at(in, i0 + c);
      FloatVector in1 = at(in, i0 + stride + c);
      FloatVector in2 = at(in, i0 + 2 * stride + c);
      FloatVector in3 = at(in, i0 + 3 * stride + c);
      FloatVector gain0 = FloatVector.zero(SPECIES);
      FloatVector gain1 = gain0;
      FloatVector gain2 = gain0;
      FloatVector gain3 = gain0;
      for (int j = 0, at = outputs.from + c, ej = i; j < count; j++, at += stride, ej += width) {
        long row = offsets[j];
        FloatVector output = at(out, at);
        FloatVector sum = at(rows, row, c);
        FloatVector error = FloatVector.broadcast(SPECIES, e[ej]);
        gain0 = error.fma(output, gain0);
        sum = error.fma(in0, sum);
        error = FloatVector.broadcast(SPECIES, e[ej + 1]);
        gain1 = error.fma(output, gain1);
        sum = error.fma(in1, sum);
        error = FloatVector.broadcast(SPECIES, e[ej + 2]);
        gain2 = error.fma(output, gain2);
        sum = error.fma(in2, sum);
        error = FloatVector.broadcast(SPECIES, e[ej + 3]);
        gain3 = error.fma(output, gain3);
        sum = error.fma(in3, sum);
        write(sum, rows, row, c);
      }
      gain0.intoArray(gained, g0 + c);
      gain1.intoArray(gained, g0 + stride + c);
      gain2.intoArray(gained, g0 + 2 * stride + c);
      gain3.intoArray(gained, g0 + 3 * stride + c);
    }
  }

  /** Two inputs, or one, on two vectors of columns at once. */
  private static void backwardTwo(
      float[] e, int width, Block inputs, Block outputs, TableRows origin, Block gains, int i) {
    int stride = inputs.stride;
    int count = outputs.count;
    float[] in = inputs.cells;
    float[] out = outputs.cells;
    float[] gained = gains.cells;
    MemorySegment rows = origin.cells();
    long[] offsets = origin.offsets();
    boolean areTwo = i + 1 < inputs.count;
    int i0 = inputs.from + i * stride;
    int i1 = areTwo ? i0 + stride : i0;
    int g0 = gains.from + i * stride;
    int next = areTwo ? 1 : 0;
    for (int c = 0; c < stride; c += TWO * LANES) {
      int d = Math.min(c + LANES, stride - LANES);
      FloatVector inC0 = at(in, i0 + c);
      FloatVector inD0 = at(in, i0 + d);
      FloatVector inC1 = areTwo ? at(in, i1 + c) : FloatVector.zero(SPECIES);
      FloatVector inD1 = areTwo ? at(in, i1 + d) : FloatVector.zero(SPECIES);
      FloatVector gainC0 = FloatVector.zero(SPECIES);
      FloatVector gainD0 = gainC0;
      FloatVector gainC1 = gainC0;
      FloatVector gainD1 = gainC0;
      for (int j = 0, output = outputs.from; j < count; j++, output += stride) {
        long row = offsets[j];
        int errors = j * width + i;
        FloatVector outputC = at(out, output + c);
        FloatVector outputD = at(out, output + d);
        FloatVector sumC = at(rows, row, c);
        FloatVector sumD = at(rows, row, d);
        FloatVector error = FloatVector.broadcast(SPECIES, e[errors]);
        gainC0 = error.fma(outputC, gainC0);
        gainD0 = error.fma(outputD, gainD0);
        sumC = error.fma(inC0, sumC);
        sumD = error.fma(inD0, sumD);
        error = FloatVector.broadcast(SPECIES, e[errors + next]);
        gainC1 = error.fma(outputC, gainC1);
        gainD1 = error.fma(outputD, gainD1);
        sumC = error.fma(inC1, sumC);
        sumD = error.fma(inD1, sumD);
        write(sumC, rows, row, c);
        write(sumD, rows, row, d); // where c is the last vector, the same sum once more
      }
      gainC0.intoArray(gained, g0 + c);
      gainD0.intoArray(gained, g0 + d);
      if (areTwo) {
        gainC1.intoArray(gained, g0 + stride + c);
        gainD1.intoArray(gained, g0 + stride + d);
      }
    }
  }

  @Override
  public void read(TableRows of, Block to) {
    int stride = to.stride;
    int count = of.count();
    float[] cells = to.cells;
    MemorySegment from = of.cells();
    long[] offsets = of.offsets();
    // A few columns of all rows, then the next: rows far away are waited for together.
    for (int c = 0; c < stride; c += TWO * LANES) {
      int d = Math.min(c + LANES, stride - LANES);
      for (int i = 0, at = to.from; i < count; i++, at += stride) {
        long row = offsets[i];
        at(from, row, c).intoArray(cells, at + c);
        at(from, row, d).intoArray(cells, at + d);
      }
    }
  }

  @Override
  public void accumulate(MemorySegment from, int stride, float[] to, int at) {
    for (int c = 0; c < stride; c += LANES) {
      at(to, at + c).add(at(from, 0, c)).intoArray(to, at + c);
    }
  }

  @Override
  public void add(float[] from, int at, int stride, MemorySegment to) {
    for (int c = 0; c < stride; c += LANES) {
      write(at(to, 0, c).add(at(from, at + c)), to, 0, c);
    }
  }

  private static FloatVector at(float[] cells, int at) {
    return FloatVector.fromArray(SPECIES, cells, at);
  }

  /** Cells of a row that begins so many bytes into a table. */
  private static FloatVector at(MemorySegment table, long row, int column) {
    long from = row + (long) column * Float.BYTES;
    return FloatVector.fromMemorySegment(SPECIES, table, from, ByteOrder.LITTLE_ENDIAN);
  }

  private static void write(FloatVector cells, MemorySegment table, long row, int column) {
    long to = row + (long) column * Float.BYTES;
    cells.intoMemorySegment(table, to, ByteOrder.LITTLE_ENDIAN);
  }
}
