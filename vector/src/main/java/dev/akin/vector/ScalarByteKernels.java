package dev.akin.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The specification for int8. */
final class ScalarByteKernels implements ByteKernels {
  @Override
  public int dot(byte[] query, MemorySegment cells, long offset) {
    int sum = 0;
    for (int i = 0; i < query.length; i++) {
      sum += query[i] * cells.get(ValueLayout.JAVA_BYTE, offset + i);
    }
    return sum;
  }

  @Override
  public long dotAndSquare(byte[] query, MemorySegment cells, long offset) {
    int square = 0;
    for (int i = 0; i < query.length; i++) {
      int value = cells.get(ValueLayout.JAVA_BYTE, offset + i);
      square += value * value;
    }
    return TwoSums.of(dot(query, cells, offset), square);
  }

  @Override
  public int signDifferences(byte[] query, MemorySegment cells, long offset) {
    int count = 0;
    for (int i = 0; i < query.length; i++) {
      count += query[i] > 0 != cells.get(ValueLayout.JAVA_BYTE, offset + i) > 0 ? 1 : 0;
    }
    return count;
  }
}
