package dev.akin.format.words;

import java.nio.charset.StandardCharsets;

/**
 * A float32 as the shortest decimal that reads back as the same, digit by digit what {@link
 * Float#toString(float)} writes, straight into bytes.
 *
 * <p>All decimals that read back as a float lie in an interval as wide as the distance to its
 * neighbours. Times a power of ten it is between 1 and 10 wide: then a multiple of ten in it is the
 * shortest, if there is one, and else the integer that is nearest. Double arithmetic is wrong by
 * less than 10⁻⁷ there, so it decides but for a doubt, which {@code Float.toString} resolves.
 */
final class ShortestDecimal {
  /** Bytes of the longest: a sign, nine digits, a point and {@code E-38}. */
  static final int LONGEST = 15;

  /** Up to the scale for this exponent powers of ten are exact in double. */
  private static final int LEAST_EXPONENT = -50;

  /** From here on numbers have an exponent of ten, and integers more digits than cells tell. */
  private static final float MOST = 1e7f;

  /** Below it numbers have an exponent of ten. */
  private static final float LEAST_PLAIN = 1e-3f;

  private static final int FRACTION_BITS = 23;

  private static final int FRACTION = (1 << FRACTION_BITS) - 1;

  private static final double DOUBT = 1e-6;

  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /** The power of ten that makes the distance to a neighbour 1 to 10, by the binary exponent. */
  private static final byte[] SCALES = scales();

  private ShortestDecimal() {}

  private static byte[] scales() {
    byte[] scales = new byte[FRACTION_BITS + 1 - LEAST_EXPONENT];
    for (int i = 0; i < scales.length; i++) {
      double distance = distance(LEAST_EXPONENT + i);
      while (distance * POWERS[scales[i]] < 1) {
        scales[i]++;
      }
    }
    return scales;
  }

  /** From a float of this binary exponent to the next. */
  private static double distance(int exponent) {
    return Math.scalb(1.0, exponent - FRACTION_BITS);
  }

  /**
   * Writes a number.
   *
   * @param out with room for {@link #LONGEST} bytes
   * @return where it ends
   */
  static int write(float value, byte[] out, int at) {
    float magnitude = Math.abs(value);
    int exponent = Math.getExponent(magnitude);
    // Below a power of two neighbours are nearer than above it: of such no interval is made.
    boolean isPower = (Float.floatToRawIntBits(value) & FRACTION) == 0;
    if (exponent < LEAST_EXPONENT || !(magnitude < MOST) || isPower) {
      return slow(value, out, at);
    }
    int scale = SCALES[exponent - LEAST_EXPONENT];
    double scaled = magnitude * POWERS[scale];
    double reach = distance(exponent) * POWERS[scale] / 2;
    long digits = 10 * (long) (scaled / 10 + 0.5);
    double beyond = Math.abs(digits - scaled) - reach;
    if (beyond > DOUBT) {
      digits = (long) (scaled + 0.5);
      beyond = Math.abs(digits - scaled) - 0.5;
    }
    if (beyond > -DOUBT) {
      return slow(value, out, at);
    }
    int start = at;
    if (value < 0) {
      out[start++] = '-';
    }
    return magnitude < LEAST_PLAIN
        ? writeScientific(digits, scale, out, start)
        : writePlain(digits, scale, out, start);
  }

  private static int slow(float value, byte[] out, int at) {
    byte[] text = Float.toString(value).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, out, at, text.length);
    return at + text.length;
  }

  /** Digits with a point, at least one digit on each side of it. */
  private static int writePlain(long all, int places, byte[] out, int at) {
    int digits = Math.toIntExact(places == 0 ? 10 * all : all);
    int scale = Math.max(1, places);
    while (scale > 1 && digits % 10 == 0) {
      digits /= 10;
      scale--;
    }
    int end = at + Math.max(length(digits), scale + 1) + 1;
    int i = end;
    for (int place = 0; place < scale; place++) {
      out[--i] = (byte) ('0' + digits % 10);
      digits /= 10;
    }
    out[--i] = '.';
    while (i > at) {
      out[--i] = (byte) ('0' + digits % 10);
      digits /= 10;
    }
    return end;
  }

  /** One digit, a point, the others, at least one, and the power of ten, which is below zero. */
  private static int writeScientific(long all, int places, byte[] out, int at) {
    int digits = Math.toIntExact(all);
    int scale = places;
    while (digits % 10 == 0) {
      digits /= 10;
      scale--;
    }
    int length = length(digits);
    int power = scale - (length - 1);
    if (length == 1) {
      digits *= 10;
      length = 2;
    }
    int end = at + length + 1;
    int i = end;
    for (; i > at + 2; digits /= 10) {
      out[--i] = (byte) ('0' + digits % 10);
    }
    out[--i] = '.';
    out[--i] = (byte) ('0' + digits);
    out[end] = 'E';
    out[end + 1] = '-';
    i = end + 2;
    if (power > 9) {
      out[i++] = (byte) ('0' + power / 10);
    }
    out[i++] = (byte) ('0' + power % 10);
    return i;
  }

  private static int length(int digits) {
    int length = 1;
    for (int rest = digits; rest > 9; rest /= 10) {
      length++;
    }
    return length;
  }
}
