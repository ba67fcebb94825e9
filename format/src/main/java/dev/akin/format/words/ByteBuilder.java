package dev.akin.format.words;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow at their end; those held can be read in place. For one thread. */
final class ByteBuilder {
  private byte[] bytes = new byte[64];
  private int length;

  int length() {
    return length;
  }

  /** Those held, and some unused behind them: for reading the first {@link #length}. */
  byte[] array() {
    return bytes;
  }

  void append(byte[] source, int from, int to) {
    int needed = Math.addExact(length, to - from);
    if (needed > bytes.length) {
      int doubled = (int) Math.min(2L * bytes.length, Integer.MAX_VALUE - 8);
      bytes = Arrays.copyOf(bytes, Math.max(needed, doubled));
    }
    System.arraycopy(source, from, bytes, length, to - from);
    length = needed;
  }

  /** Forgets those from a place on. */
  void cutTo(int shorter) {
    length = shorter;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** As text, with replacement characters for what is not UTF-8. */
  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
