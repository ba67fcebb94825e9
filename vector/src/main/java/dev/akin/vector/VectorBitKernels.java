package dev.akin.vector;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Words counted a vector at a time, the rest of them under a mask, then the bytes left over. */
final class VectorBitKernels implements BitKernels {
  private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  @Override
  public int differences(long[] query, int rowBytes, MemorySegment cells, long offset) {
    int words = rowBytes / Long.BYTES;
    LongVector counts = LongVector.zero(SPECIES);
    int i = 0;
    for (int end = words - LANES; i <= end; i += LANES) {
      LongVector row =
          LongVector.fromMemorySegment(
              SPECIES, cells, offset + (long) i * Long.BYTES, ByteOrder.LITTLE_ENDIAN);
      counts = counts.add(ones(LongVector.fromArray(SPECIES, query, i), row));
    }
    if (i < words) {
      VectorMask<Long> rest = SPECIES.indexInRange(i, words);
      LongVector row =
          LongVector.fromMemorySegment(
              SPECIES, cells, offset + (long) i * Long.BYTES, ByteOrder.LITTLE_ENDIAN, rest);
      counts = counts.add(ones(LongVector.fromArray(SPECIES, query, i, rest), row));
    }
    int count = (int) counts.reduceLanes(VectorOperators.ADD);
    return (rowBytes & 7) == 0
        ? count
        : count + ScalarBitKernels.differencesInRest(query, rowBytes, cells, offset);
  }

  private static LongVector ones(LongVector a, LongVector b) {
    return a.lanewise(VectorOperators.XOR, b).lanewise(VectorOperators.BIT_COUNT);
  }
}
