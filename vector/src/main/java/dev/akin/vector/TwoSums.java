package dev.akin.vector;

/** Two sums of one pass in a long, so that a kernel returns both without allocating. */
final class TwoSums {
  private TwoSums() {}

  static long of(int first, int second) {
    return ((long) first << 32) | (second & 0xFFFF_FFFFL);
  }

  static long of(float first, float second) {
    return of(Float.floatToRawIntBits(first), Float.floatToRawIntBits(second));
  }

  static float firstFloat(long sums) {
    return Float.intBitsToFloat(first(sums));
  }

  static float secondFloat(long sums) {
    return Float.intBitsToFloat(second(sums));
  }

  static int first(long sums) {
    return (int) (sums >> 32);
  }

  static int second(long sums) {
    return (int) sums;
  }
}
