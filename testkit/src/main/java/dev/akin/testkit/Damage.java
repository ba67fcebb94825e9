package dev.akin.testkit;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Ways a file breaks: cut short, a bit flipped, bytes overwritten. */
public final class Damage {
  private Damage() {}

  /** The first bytes only. */
  public static byte[] truncated(byte[] whole, int length) {
    return Arrays.copyOf(whole, length);
  }

  /** One random bit the other way. */
  public static byte[] bitFlipped(byte[] whole, SplittableRandom random) {
    byte[] copy = whole.clone();
    int bit = random.nextInt(copy.length * 8);
    copy[bit / 8] ^= (byte) (1 << bit % 8);
    return copy;
  }

  /** These bytes written over the file at an offset: a lying length, a wrong version. */
  public static byte[] overwritten(byte[] whole, int offset, byte... bytes) {
    byte[] copy = whole.clone();
    System.arraycopy(bytes, 0, copy, offset, bytes.length);
    return copy;
  }
}
