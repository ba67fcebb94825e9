package dev.akin.format.words;

import java.nio.charset.StandardCharsets;

/** Decimal numbers in bytes to float32, rounded as {@link Float#parseFloat} rounds. */
final class DecimalFloat {
  /** Integers up to here are exact in double. */
  private static final long EXACT = 1L << 53;

  /** The powers of ten that are exact in double. */
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /** What a double has beyond a float, and the pattern of a tie between two floats. */
  private static final long BEYOND_FLOAT = (1L << 29) - 1;

  private static final long TIE = 1L << 28;

  private DecimalFloat() {}

  /**
   * The number in these bytes: a sign, digits with or without a point, an exponent; nothing else.
   *
   * @return NaN if it is not such a number; infinite if it is beyond float32
   */
  static float parse(byte[] bytes, int from, int to) {
    boolean negative = from < to && bytes[from] == '-';
    int i = negative || (from < to && bytes[from] == '+') ? from + 1 : from;
    long digits = 0;
    int count = 0;
    int exponent = 0;
    boolean hasPoint = false;
    boolean isLong = false;
    for (; i < to; i++) {
      int c = bytes[i];
      if (c >= '0' && c <= '9') {
        count++;
        exponent -= hasPoint ? 1 : 0;
        isLong |= digits >= EXACT / 10;
        digits = isLong ? digits : 10 * digits + (c - '0');
      } else if (c == '.' && !hasPoint) {
        hasPoint = true;
      } else {
        break;
      }
    }
    if (count == 0) {
      return Float.NaN;
    }
    if (i < to) {
      int parsed = exponent(bytes, i, to);
      if (parsed == Integer.MIN_VALUE) {
        return Float.NaN;
      }
      exponent += parsed;
    }
    return isLong ? slow(bytes, from, to) : fast(negative, digits, exponent, bytes, from, to);
  }

  /** What stands behind e, at most six digits of it; MIN_VALUE if it is no exponent. */
  private static int exponent(byte[] bytes, int from, int to) {
    if (bytes[from] != 'e' && bytes[from] != 'E') {
      return Integer.MIN_VALUE;
    }
    int i = from + 1;
    boolean negative = i < to && bytes[i] == '-';
    i += negative || (i < to && bytes[i] == '+') ? 1 : 0;
    if (i == to) {
      return Integer.MIN_VALUE;
    }
    int value = 0;
    for (; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return Integer.MIN_VALUE;
      }
      value = Math.min(999_999, 10 * value + (bytes[i] - '0'));
    }
    return negative ? -value : value;
  }

  /**
   * One exact operation gives the correctly rounded double (Clinger 1990, section 4); rounding that
   * to float is right too unless the double lies between two floats exactly.
   */
  private static float fast(
      boolean negative, long digits, int exponent, byte[] bytes, int from, int to) {
    if (digits == 0) {
      return negative ? -0f : 0f;
    }
    if (Math.abs(exponent) >= POWERS.length) {
      return slow(bytes, from, to);
    }
    double value = exponent < 0 ? digits / POWERS[-exponent] : digits * POWERS[exponent];
    boolean isTie = (Double.doubleToRawLongBits(value) & BEYOND_FLOAT) == TIE;
    if (isTie || value < Float.MIN_NORMAL || value > Float.MAX_VALUE) {
      return slow(bytes, from, to);
    }
    return (float) (negative ? -value : value);
  }

  private static float slow(byte[] bytes, int from, int to) {
    return Float.parseFloat(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
  }
}
