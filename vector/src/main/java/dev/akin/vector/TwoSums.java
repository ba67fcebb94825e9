package dev.akin.vector;

/** Two sums of one pass in a long, so that a kernel returns both without allocating. */
final class TwoSums {
  private TwoSums() {}

  static long of(int first, int second) {
    return ((long) first << 32) | (second & 0xFFFF_FFFFL);
  }

  static int first(long sums) {
    return (int) (sums >> 32);
  }

  static int second(long sums) {
    return (int) sums;
  }
}
