package dev.akin.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Int8 kernels: bytes widened to shorts, whose products fit a short (at most 128 · 128), and the
 * two shorts of an int added to two accumulators.
 */
final class VectorByteKernels implements ByteKernels {
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Short> SHORTS =
      VectorSpecies.of(short.class, INTS.vectorShape());
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(INTS.vectorBitSize() / 2));
  private static final int LANES = BYTES.length();

  @Override
  public int dot(byte[] query, MemorySegment cells, long offset) {
    IntVector low = IntVector.zero(INTS);
    IntVector high = IntVector.zero(INTS);
    int i = 0;
    for (; i <= query.length - LANES; i += LANES) {
      ShortVector a = widened(ByteVector.fromArray(BYTES, query, i));
      IntVector pair = a.mul(row(cells, offset + i)).reinterpretAsInts();
      low = low.add(lowHalf(pair));
      high = high.add(highHalf(pair));
    }
    int sum = low.add(high).reduceLanes(VectorOperators.ADD);
    for (; i < query.length; i++) {
      sum += query[i] * cells.get(ValueLayout.JAVA_BYTE, offset + i);
    }
    return sum;
  }

  @Override
  public long dotAndSquare(byte[] query, MemorySegment cells, long offset) {
    IntVector low = IntVector.zero(INTS);
    IntVector high = IntVector.zero(INTS);
    IntVector lowSquare = IntVector.zero(INTS);
    IntVector highSquare = IntVector.zero(INTS);
    int i = 0;
    for (; i <= query.length - LANES; i += LANES) {
      ShortVector b = row(cells, offset + i);
      IntVector pair = widened(ByteVector.fromArray(BYTES, query, i)).mul(b).reinterpretAsInts();
      IntVector squares = b.mul(b).reinterpretAsInts();
      low = low.add(lowHalf(pair));
      high = high.add(highHalf(pair));
      lowSquare = lowSquare.add(lowHalf(squares));
      highSquare = highSquare.add(highHalf(squares));
    }
    int sum = low.add(high).reduceLanes(VectorOperators.ADD);
    int square = lowSquare.add(highSquare).reduceLanes(VectorOperators.ADD);
    for (; i < query.length; i++) {
      int value = cells.get(ValueLayout.JAVA_BYTE, offset + i);
      sum += query[i] * value;
      square += value * value;
    }
    return TwoSums.of(sum, square);
  }

  @Override
  public int signDifferences(byte[] query, MemorySegment cells, long offset) {
    int count = 0;
    int i = 0;
    for (; i <= query.length - LANES; i += LANES) {
      ByteVector a = ByteVector.fromArray(BYTES, query, i);
      ByteVector b =
          ByteVector.fromMemorySegment(BYTES, cells, offset + i, ByteOrder.LITTLE_ENDIAN);
      byte zero = 0;
      count +=
          a.compare(VectorOperators.GT, zero).xor(b.compare(VectorOperators.GT, zero)).trueCount();
    }
    for (; i < query.length; i++) {
      count += query[i] > 0 != cells.get(ValueLayout.JAVA_BYTE, offset + i) > 0 ? 1 : 0;
    }
    return count;
  }

  private static IntVector lowHalf(IntVector pair) {
    return highHalf(pair.lanewise(VectorOperators.LSHL, 16));
  }

  private static IntVector highHalf(IntVector pair) {
    return pair.lanewise(VectorOperators.ASHR, 16);
  }

  private static ShortVector row(MemorySegment cells, long offset) {
    return widened(ByteVector.fromMemorySegment(BYTES, cells, offset, ByteOrder.LITTLE_ENDIAN));
  }

  private static ShortVector widened(ByteVector bytes) {
    return (ShortVector) bytes.convertShape(VectorOperators.B2S, SHORTS, 0);
  }
}
