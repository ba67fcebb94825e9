package dev.akin.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The specification for bits: eight bytes at a time, then one by one. */
final class ScalarBitKernels implements BitKernels {
  private static final VarHandle QUERY_WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong ROW_WORD =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  @Override
  public int differences(byte[] query, MemorySegment cells, long offset) {
    int count = 0;
    int i = 0;
    for (; i <= query.length - Long.BYTES; i += Long.BYTES) {
      count += Long.bitCount((long) QUERY_WORD.get(query, i) ^ cells.get(ROW_WORD, offset + i));
    }
    for (; i < query.length; i++) {
      count += Integer.bitCount((query[i] ^ cells.get(ValueLayout.JAVA_BYTE, offset + i)) & 0xFF);
    }
    return count;
  }
}
