package dev.akin.vector;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Float32 kernels on the widest lanes of this machine.
 *
 * <p>Every sum has one shape: lane l of accumulator a takes the cells l + lanes · (a + 2j) in
 * rising order, the rest of the row goes to the second accumulator under a mask, then the
 * accumulators are added, then the lanes by halves. {@code reduceLanes} is not used: its order is
 * not specified, and interpreted and compiled code would differ.
 */
final class VectorFloatKernels implements FloatKernels {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /**
   * Cells an iteration takes: with fewer, loop and bounds checks fill the processor's window and
   * fewer cache lines are under way from memory.
   */
  private static final int UNROLLED = 8 * LANES;

  private static final VectorShuffle<Float> BY_8 = VectorShuffle.iota(SPECIES, 8 % LANES, 1, true);
  private static final VectorShuffle<Float> BY_4 = VectorShuffle.iota(SPECIES, 4 % LANES, 1, true);
  private static final VectorShuffle<Float> BY_2 = VectorShuffle.iota(SPECIES, 2 % LANES, 1, true);
  private static final VectorShuffle<Float> BY_1 = VectorShuffle.iota(SPECIES, 1, 1, true);

  @Override
  public float dot(float[] query, MemorySegment cells, long offset) {
    FloatVector even = FloatVector.zero(SPECIES);
    FloatVector odd = FloatVector.zero(SPECIES);
    int i = 0;
    for (int end = query.length - UNROLLED; i <= end; i += UNROLLED) {
      even = plusProduct(even, query, cells, offset, i);
      odd = plusProduct(odd, query, cells, offset, i + LANES);
      even = plusProduct(even, query, cells, offset, i + 2 * LANES);
      odd = plusProduct(odd, query, cells, offset, i + 3 * LANES);
      even = plusProduct(even, query, cells, offset, i + 4 * LANES);
      odd = plusProduct(odd, query, cells, offset, i + 5 * LANES);
      even = plusProduct(even, query, cells, offset, i + 6 * LANES);
      odd = plusProduct(odd, query, cells, offset, i + 7 * LANES);
    }
    for (int end = query.length - 2 * LANES; i <= end; i += 2 * LANES) {
      even = plusProduct(even, query, cells, offset, i);
      odd = plusProduct(odd, query, cells, offset, i + LANES);
    }
    if (i <= query.length - LANES) {
      even = plusProduct(even, query, cells, offset, i);
      i += LANES;
    }
    if (i < query.length) {
      VectorMask<Float> rest = SPECIES.indexInRange(i, query.length);
      odd = query(query, i, rest).fma(row(cells, offset, i, rest), odd);
    }
    return sum(even.add(odd));
  }

  @Override
  public void dotFour(float[][] queries, MemorySegment cells, long offset, float[] out) {
    float[] a = queries[0];
    float[] b = queries[1];
    float[] c = queries[2];
    float[] d = queries[3];
    FloatVector evenA = FloatVector.zero(SPECIES);
    FloatVector evenB = evenA;
    FloatVector evenC = evenA;
    FloatVector evenD = evenA;
    FloatVector oddA = evenA;
    FloatVector oddB = evenA;
    FloatVector oddC = evenA;
    FloatVector oddD = evenA;
    int i = 0;
    for (int end = a.length - 2 * LANES; i <= end; i += 2 * LANES) {
      FloatVector row = row(cells, offset, i);
      evenA = query(a, i).fma(row, evenA);
      evenB = query(b, i).fma(row, evenB);
      evenC = query(c, i).fma(row, evenC);
      evenD = query(d, i).fma(row, evenD);
      FloatVector next = row(cells, offset, i + LANES);
      oddA = query(a, i + LANES).fma(next, oddA);
      oddB = query(b, i + LANES).fma(next, oddB);
      oddC = query(c, i + LANES).fma(next, oddC);
      oddD = query(d, i + LANES).fma(next, oddD);
    }
    if (i <= a.length - LANES) {
      FloatVector row = row(cells, offset, i);
      evenA = query(a, i).fma(row, evenA);
      evenB = query(b, i).fma(row, evenB);
      evenC = query(c, i).fma(row, evenC);
      evenD = query(d, i).fma(row, evenD);
      i += LANES;
    }
    if (i < a.length) {
      VectorMask<Float> rest = SPECIES.indexInRange(i, a.length);
      FloatVector row = row(cells, offset, i, rest);
      oddA = query(a, i, rest).fma(row, oddA);
      oddB = query(b, i, rest).fma(row, oddB);
      oddC = query(c, i, rest).fma(row, oddC);
      oddD = query(d, i, rest).fma(row, oddD);
    }
    out[0] = sum(evenA.add(oddA));
    out[1] = sum(evenB.add(oddB));
    out[2] = sum(evenC.add(oddC));
    out[3] = sum(evenD.add(oddD));
  }

  @Override
  public float square(int dimension, MemorySegment cells, long offset) {
    FloatVector even = FloatVector.zero(SPECIES);
    FloatVector odd = FloatVector.zero(SPECIES);
    int i = 0;
    for (int end = dimension - UNROLLED; i <= end; i += UNROLLED) {
      even = plusSquare(even, row(cells, offset, i));
      odd = plusSquare(odd, row(cells, offset, i + LANES));
      even = plusSquare(even, row(cells, offset, i + 2 * LANES));
      odd = plusSquare(odd, row(cells, offset, i + 3 * LANES));
      even = plusSquare(even, row(cells, offset, i + 4 * LANES));
      odd = plusSquare(odd, row(cells, offset, i + 5 * LANES));
      even = plusSquare(even, row(cells, offset, i + 6 * LANES));
      odd = plusSquare(odd, row(cells, offset, i + 7 * LANES));
    }
    for (int end = dimension - 2 * LANES; i <= end; i += 2 * LANES) {
      even = plusSquare(even, row(cells, offset, i));
      odd = plusSquare(odd, row(cells, offset, i + LANES));
    }
    if (i <= dimension - LANES) {
      even = plusSquare(even, row(cells, offset, i));
      i += LANES;
    }
    if (i < dimension) {
      odd = plusSquare(odd, row(cells, offset, i, SPECIES.indexInRange(i, dimension)));
    }
    return sum(even.add(odd));
  }

  @Override
  public float squaredDistance(float[] query, MemorySegment cells, long offset) {
    FloatVector even = FloatVector.zero(SPECIES);
    FloatVector odd = FloatVector.zero(SPECIES);
    int i = 0;
    for (int end = query.length - UNROLLED; i <= end; i += UNROLLED) {
      even = plusSquare(even, gap(query, cells, offset, i));
      odd = plusSquare(odd, gap(query, cells, offset, i + LANES));
      even = plusSquare(even, gap(query, cells, offset, i + 2 * LANES));
      odd = plusSquare(odd, gap(query, cells, offset, i + 3 * LANES));
      even = plusSquare(even, gap(query, cells, offset, i + 4 * LANES));
      odd = plusSquare(odd, gap(query, cells, offset, i + 5 * LANES));
      even = plusSquare(even, gap(query, cells, offset, i + 6 * LANES));
      odd = plusSquare(odd, gap(query, cells, offset, i + 7 * LANES));
    }
    for (int end = query.length - 2 * LANES; i <= end; i += 2 * LANES) {
      even = plusSquare(even, gap(query, cells, offset, i));
      odd = plusSquare(odd, gap(query, cells, offset, i + LANES));
    }
    if (i <= query.length - LANES) {
      even = plusSquare(even, gap(query, cells, offset, i));
      i += LANES;
    }
    if (i < query.length) {
      VectorMask<Float> rest = SPECIES.indexInRange(i, query.length);
      odd = plusSquare(odd, query(query, i, rest).sub(row(cells, offset, i, rest)));
    }
    return sum(even.add(odd));
  }

  @Override
  public int signDifferences(float[] query, MemorySegment cells, long offset) {
    int count = 0;
    int i = 0;
    for (; i <= query.length - LANES; i += LANES) {
      count += differing(query(query, i), row(cells, offset, i));
    }
    if (i < query.length) {
      VectorMask<Float> rest = SPECIES.indexInRange(i, query.length);
      count += differing(query(query, i, rest), row(cells, offset, i, rest));
    }
    return count;
  }

  private static int differing(FloatVector a, FloatVector b) {
    return a.compare(VectorOperators.GT, 0).xor(b.compare(VectorOperators.GT, 0)).trueCount();
  }

  private static FloatVector plusProduct(
      FloatVector sum, float[] query, MemorySegment cells, long offset, int i) {
    return query(query, i).fma(row(cells, offset, i), sum);
  }

  private static FloatVector plusSquare(FloatVector sum, FloatVector value) {
    return value.fma(value, sum);
  }

  private static FloatVector gap(float[] query, MemorySegment cells, long offset, int i) {
    return query(query, i).sub(row(cells, offset, i));
  }

  private static FloatVector query(float[] query, int i) {
    return FloatVector.fromArray(SPECIES, query, i);
  }

  private static FloatVector query(float[] query, int i, VectorMask<Float> mask) {
    return FloatVector.fromArray(SPECIES, query, i, mask);
  }

  private static FloatVector row(MemorySegment cells, long offset, int i) {
    return FloatVector.fromMemorySegment(
        SPECIES, cells, offset + (long) i * Float.BYTES, ByteOrder.LITTLE_ENDIAN);
  }

  private static FloatVector row(MemorySegment cells, long offset, int i, VectorMask<Float> mask) {
    return FloatVector.fromMemorySegment(
        SPECIES, cells, offset + (long) i * Float.BYTES, ByteOrder.LITTLE_ENDIAN, mask);
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
