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
 * <p>Every sum has one shape: lane l takes the cells l + lanes · j in rising order, the rest of the
 * row under a mask, then the lanes are added by halves. {@code reduceLanes} is not used: its order
 * is not specified, and interpreted and compiled code would differ.
 *
 * <p>The loops take one vector an iteration, step an offset, and end on inequality, for the sake of
 * memory: HotSpot counts no such loop, so it neither unrolls it nor puts a preamble of range checks
 * before it, and each load instruction walks the row line by line, which the processor's prefetcher
 * follows. Unrolled eight times the same sums ran a third slower from memory, and not faster on two
 * threads than on one.
 */
final class VectorFloatKernels implements FloatKernels {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int VECTOR_BYTES = SPECIES.vectorByteSize();

  private static final VectorShuffle<Float> BY_8 = VectorShuffle.iota(SPECIES, 8 % LANES, 1, true);
  private static final VectorShuffle<Float> BY_4 = VectorShuffle.iota(SPECIES, 4 % LANES, 1, true);
  private static final VectorShuffle<Float> BY_2 = VectorShuffle.iota(SPECIES, 2 % LANES, 1, true);
  private static final VectorShuffle<Float> BY_1 = VectorShuffle.iota(SPECIES, 1, 1, true);

  @Override
  public float dot(float[] query, MemorySegment cells, long offset) {
    FloatVector sum = FloatVector.zero(SPECIES);
    int whole = SPECIES.loopBound(query.length);
    long at = offset;
    int i = 0;
    while (i != whole) {
      sum = query(query, i).fma(row(cells, at), sum);
      i += LANES;
      at += VECTOR_BYTES;
    }
    if (i != query.length) {
      VectorMask<Float> rest = SPECIES.indexInRange(i, query.length);
      sum = query(query, i, rest).fma(row(cells, at, rest), sum);
    }
    return sum(sum);
  }

  @Override
  public long dotAndSquare(float[] query, MemorySegment cells, long offset) {
    FloatVector sum = FloatVector.zero(SPECIES);
    FloatVector square = sum;
    int whole = SPECIES.loopBound(query.length);
    long at = offset;
    int i = 0;
    while (i != whole) {
      FloatVector row = row(cells, at);
      sum = query(query, i).fma(row, sum);
      square = row.fma(row, square);
      i += LANES;
      at += VECTOR_BYTES;
    }
    if (i != query.length) {
      VectorMask<Float> rest = SPECIES.indexInRange(i, query.length);
      FloatVector row = row(cells, at, rest);
      sum = query(query, i, rest).fma(row, sum);
      square = row.fma(row, square);
    }
    return TwoSums.of(sum(sum), sum(square));
  }

  @Override
  public void dotFour(float[][] queries, MemorySegment cells, long offset, float[] out) {
    float[] a = queries[0];
    float[] b = queries[1];
    float[] c = queries[2];
    float[] d = queries[3];
    FloatVector sumA = FloatVector.zero(SPECIES);
    FloatVector sumB = sumA;
    FloatVector sumC = sumA;
    FloatVector sumD = sumA;
    int i = 0;
    for (int end = a.length - LANES; i <= end; i += LANES) {
      FloatVector row = row(cells, offset + (long) i * Float.BYTES);
      sumA = query(a, i).fma(row, sumA);
      sumB = query(b, i).fma(row, sumB);
      sumC = query(c, i).fma(row, sumC);
      sumD = query(d, i).fma(row, sumD);
    }
    if (i != a.length) {
      VectorMask<Float> rest = SPECIES.indexInRange(i, a.length);
      FloatVector row = row(cells, offset + (long) i * Float.BYTES, rest);
      sumA = query(a, i, rest).fma(row, sumA);
      sumB = query(b, i, rest).fma(row, sumB);
      sumC = query(c, i, rest).fma(row, sumC);
      sumD = query(d, i, rest).fma(row, sumD);
    }
    out[0] = sum(sumA);
    out[1] = sum(sumB);
    out[2] = sum(sumC);
    out[3] = sum(sumD);
  }

  @Override
  public float square(int dimension, MemorySegment cells, long offset) {
    FloatVector sum = FloatVector.zero(SPECIES);
    int whole = SPECIES.loopBound(dimension);
    long at = offset;
    int i = 0;
    while (i != whole) {
      FloatVector row = row(cells, at);
      sum = row.fma(row, sum);
      i += LANES;
      at += VECTOR_BYTES;
    }
    if (i != dimension) {
      FloatVector row = row(cells, at, SPECIES.indexInRange(i, dimension));
      sum = row.fma(row, sum);
    }
    return sum(sum);
  }

  @Override
  public float squaredDistance(float[] query, MemorySegment cells, long offset) {
    FloatVector sum = FloatVector.zero(SPECIES);
    int whole = SPECIES.loopBound(query.length);
    long at = offset;
    int i = 0;
    while (i != whole) {
      FloatVector gap = query(query, i).sub(row(cells, at));
      sum = gap.fma(gap, sum);
      i += LANES;
      at += VECTOR_BYTES;
    }
    if (i != query.length) {
      VectorMask<Float> rest = SPECIES.indexInRange(i, query.length);
      FloatVector gap = query(query, i, rest).sub(row(cells, at, rest));
      sum = gap.fma(gap, sum);
    }
    return sum(sum);
  }

  @Override
  public int signDifferences(float[] query, MemorySegment cells, long offset) {
    int count = 0;
    int i = 0;
    for (; i <= query.length - LANES; i += LANES) {
      count += differing(query(query, i), row(cells, offset + (long) i * Float.BYTES));
    }
    if (i < query.length) {
      VectorMask<Float> rest = SPECIES.indexInRange(i, query.length);
      count += differing(query(query, i, rest), row(cells, offset + (long) i * Float.BYTES, rest));
    }
    return count;
  }

  private static int differing(FloatVector a, FloatVector b) {
    return a.compare(VectorOperators.GT, 0).xor(b.compare(VectorOperators.GT, 0)).trueCount();
  }

  private static FloatVector query(float[] query, int i) {
    return FloatVector.fromArray(SPECIES, query, i);
  }

  private static FloatVector query(float[] query, int i, VectorMask<Float> mask) {
    return FloatVector.fromArray(SPECIES, query, i, mask);
  }

  private static FloatVector row(MemorySegment cells, long at) {
    return FloatVector.fromMemorySegment(SPECIES, cells, at, ByteOrder.LITTLE_ENDIAN);
  }

  private static FloatVector row(MemorySegment cells, long at, VectorMask<Float> mask) {
    return FloatVector.fromMemorySegment(SPECIES, cells, at, ByteOrder.LITTLE_ENDIAN, mask);
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
