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
  public int square(int dimension, MemorySegment cells, long offset) {
    int sum = 0;
    for (int i = 0; i < dimension; i++) {
      int value = cells.get(ValueLayout.JAVA_BYTE, offset + i);
      sum += value * value;
    }
    return sum;
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
