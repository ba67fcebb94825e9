package dev.akin.vector;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Bits counted a whole vector at a time; what is left of the row under a mask. */
final class VectorBitKernels implements BitKernels {
  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_PREFERRED;
  private static final int LANES = BYTES.length();

  @Override
  public int differences(byte[] query, MemorySegment cells, long offset) {
    LongVector counts = LongVector.zero(LongVector.SPECIES_PREFERRED);
    int i = 0;
    for (; i <= query.length - LANES; i += LANES) {
      ByteVector a = ByteVector.fromArray(BYTES, query, i);
      ByteVector b =
          ByteVector.fromMemorySegment(BYTES, cells, offset + i, ByteOrder.LITTLE_ENDIAN);
      counts = counts.add(ones(a, b));
    }
    if (i < query.length) {
      VectorMask<Byte> rest = BYTES.indexInRange(i, query.length);
      ByteVector a = ByteVector.fromArray(BYTES, query, i, rest);
      ByteVector b =
          ByteVector.fromMemorySegment(BYTES, cells, offset + i, ByteOrder.LITTLE_ENDIAN, rest);
      counts = counts.add(ones(a, b));
    }
    return (int) counts.reduceLanes(VectorOperators.ADD);
  }

  private static LongVector ones(ByteVector a, ByteVector b) {
    return a.lanewise(VectorOperators.XOR, b)
        .reinterpretAsLongs()
        .lanewise(VectorOperators.BIT_COUNT);
  }
}
