package dev.akin.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** The specification for bits: word by word, then the bytes that fill no word. */
final class ScalarBitKernels implements BitKernels {
  private static final ValueLayout.OfLong WORD =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  @Override
  public int differences(long[] query, int rowBytes, MemorySegment cells, long offset) {
    int count = 0;
    for (int i = 0; i < rowBytes / Long.BYTES; i++) {
      count += Long.bitCount(query[i] ^ cells.get(WORD, offset + (long) i * Long.BYTES));
    }
    return count + differencesInRest(query, rowBytes, cells, offset);
  }

  /** The count in the last bytes, which fill no word. */
  static int differencesInRest(long[] query, int rowBytes, MemorySegment cells, long offset) {
    int count = 0;
    for (int i = rowBytes & -Long.BYTES; i < rowBytes; i++) {
      int mine = (int) (query[i / Long.BYTES] >>> (i % Long.BYTES * Byte.SIZE));
      count += Integer.bitCount((mine ^ cells.get(ValueLayout.JAVA_BYTE, offset + i)) & 0xFF);
    }
    return count;
  }
}
