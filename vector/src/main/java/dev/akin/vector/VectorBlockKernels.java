package dev.akin.vector;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Blocks of rows on the widest lanes of this machine.
 *
 * <p>Block are whole lines, so that no loop needs a mask. Products are taken two rows by two, the
 * combinations four rows at once: a row that is loaded serves as many sums as there are registers
 * for, and the sums do not wait for one another.
 */
final class VectorBlockKernels implements BlockKernels {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private static final VectorShuffle<Float> BY_8 = VectorShuffle.iota(SPECIES, 8 % LANES, 1, true);
  private static final VectorShuffle<Float> BY_4 = VectorShuffle.iota(SPECIES, 4 % LANES, 1, true);
  private static final VectorShuffle<Float> BY_2 = VectorShuffle.iota(SPECIES, 2 % LANES, 1, true);
  private static final VectorShuffle<Float> BY_1 = VectorShuffle.iota(SPECIES, 1, 1, true);

  @Override
  public void products(Block a, Block b, int width, float[] out) {
    int stride = a.stride;
    for (int i = 0; i < a.count; i += 2) {
      int second = Math.min(i + 1, a.count - 1); // an odd last row is taken twice
      var pair = new Pair(a.cells, i * stride, second * stride, stride);
      int j = 0;
      for (; j + 3 <= b.count; j += 3) {
        pair.byThree(b.cells, j * stride, out, i * width + j, second * width + j);
      }
      for (; j < b.count; j++) {
        pair.byOne(b.cells, j * stride, out, i * width + j, second * width + j);
      }
    }
  }

  /** Two rows that are multiplied with others. */
  private static final class Pair {
    private final float[] cells;
    private final int first;
    private final int second;
    private final int stride;

    Pair(float[] cells, int first, int second, int stride) {
      this.cells = cells;
      this.first = first;
      this.second = second;
      this.stride = stride;
    }

    void byThree(float[] others, int from, float[] out, int to, int toSecond) {
      FloatVector a0 = FloatVector.zero(SPECIES);
      FloatVector a1 = a0;
      FloatVector a2 = a0;
      FloatVector b0 = a0;
      FloatVector b1 = a0;
      FloatVector b2 = a0;
      for (int c = 0; c < stride; c += LANES) {
        FloatVector a = at(cells, first + c);
        FloatVector b = at(cells, second + c);
        FloatVector other = at(others, from + c);
        a0 = a.fma(other, a0);
        b0 = b.fma(other, b0);
        other = at(others, from + stride + c);
        a1 = a.fma(other, a1);
        b1 = b.fma(other, b1);
        other = at(others, from + 2 * stride + c);
        a2 = a.fma(other, a2);
        b2 = b.fma(other, b2);
      }
      out[to] = sum(a0);
      out[to + 1] = sum(a1);
      out[to + 2] = sum(a2);
      out[toSecond] = sum(b0);
      out[toSecond + 1] = sum(b1);
      out[toSecond + 2] = sum(b2);
    }

    void byOne(float[] others, int from, float[] out, int to, int toSecond) {
      FloatVector a = FloatVector.zero(SPECIES);
      FloatVector b = a;
      for (int c = 0; c < stride; c += LANES) {
        FloatVector other = at(others, from + c);
        a = at(cells, first + c).fma(other, a);
        b = at(cells, second + c).fma(other, b);
      }
      out[to] = sum(a);
      out[toSecond] = sum(b);
    }
  }

  @Override
  public void combine(float[] weights, int width, Block of, float[] to, int count) {
    int i = 0;
    for (; i + 4 <= count; i += 4) {
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
  public void addCombination(
      float[] w, int first, int step, Block of, MemorySegment to, long offset) {
    int stride = of.stride;
    int k = first;
    int j = 0;
    for (; j + 4 <= of.count; j += 4, k += 4 * step) {
      FloatVector w0 = FloatVector.broadcast(SPECIES, w[k]);
      FloatVector w1 = FloatVector.broadcast(SPECIES, w[k + step]);
      FloatVector w2 = FloatVector.broadcast(SPECIES, w[k + 2 * step]);
      FloatVector w3 = FloatVector.broadcast(SPECIES, w[k + 3 * step]);
      int row = j * stride;
      for (int c = 0; c < stride; c += LANES) {
        long cell = offset + (long) c * Float.BYTES;
        FloatVector sum = at(of.cells, row + c).fma(w0, at(to, cell));
        sum = at(of.cells, row + stride + c).fma(w1, sum);
        sum = at(of.cells, row + 2 * stride + c).fma(w2, sum);
        sum = at(of.cells, row + 3 * stride + c).fma(w3, sum);
        sum.intoMemorySegment(to, cell, ByteOrder.LITTLE_ENDIAN);
      }
    }
    for (; j < of.count; j++, k += step) {
      FloatVector weight = FloatVector.broadcast(SPECIES, w[k]);
      for (int c = 0; c < stride; c += LANES) {
        long cell = offset + (long) c * Float.BYTES;
        at(of.cells, j * stride + c)
            .fma(weight, at(to, cell))
            .intoMemorySegment(to, cell, ByteOrder.LITTLE_ENDIAN);
      }
    }
  }

  @Override
  public void sum(Block of, Chosen chosen, float share, float[] to, int at) {
    FloatVector factor = FloatVector.broadcast(SPECIES, share);
    for (int c = 0; c < of.stride; c += LANES) {
      sum(of, chosen, c).mul(factor).intoArray(to, at + c);
    }
  }

  @Override
  public void addSum(Block of, Chosen chosen, MemorySegment to, long offset) {
    for (int c = 0; c < of.stride; c += LANES) {
      long cell = offset + (long) c * Float.BYTES;
      at(to, cell).add(sum(of, chosen, c)).intoMemorySegment(to, cell, ByteOrder.LITTLE_ENDIAN);
    }
  }

  private static FloatVector sum(Block of, Chosen chosen, int c) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int k = chosen.from; k < chosen.to; k++) {
      sum = sum.add(at(of.cells, chosen.places[k] * of.stride + c));
    }
    return sum;
  }

  @Override
  public void read(MemorySegment from, long offset, int stride, float[] to, int at) {
    for (int c = 0; c < stride; c += LANES) {
      at(from, offset + (long) c * Float.BYTES).intoArray(to, at + c);
    }
  }

  @Override
  public void accumulate(MemorySegment from, long offset, int stride, float[] to, int at) {
    for (int c = 0; c < stride; c += LANES) {
      at(to, at + c).add(at(from, offset + (long) c * Float.BYTES)).intoArray(to, at + c);
    }
  }

  @Override
  public void add(float[] from, int at, int stride, MemorySegment to, long offset) {
    for (int c = 0; c < stride; c += LANES) {
      long cell = offset + (long) c * Float.BYTES;
      at(to, cell).add(at(from, at + c)).intoMemorySegment(to, cell, ByteOrder.LITTLE_ENDIAN);
    }
  }

  private static FloatVector at(float[] cells, int at) {
    return FloatVector.fromArray(SPECIES, cells, at);
  }

  private static FloatVector at(MemorySegment cells, long at) {
    return FloatVector.fromMemorySegment(SPECIES, cells, at, ByteOrder.LITTLE_ENDIAN);
  }

  /** The lanes added by halves: sixteen, eight, four, two. */
  private static float sum(FloatVector lanes) {
    FloatVector sum = lanes;
    if (LANES >= 16) {
      sum = sum.add(sum.rearrange(BY_8));
    }
    if (LANES >= 8) {
      sum = sum.add(sum.rearrange(BY_4));
    }
    if (LANES >= 4) {
      sum = sum.add(sum.rearrange(BY_2));
    }
    return sum.add(sum.rearrange(BY_1)).lane(0);
  }
}
