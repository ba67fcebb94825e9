package dev.akin.text.tokenizer;

import dev.akin.text.Json;
import java.math.BigInteger;

/**
 * Reads numbers as the JSON reader of the Hugging Face library does, which divides the digits by a
 * power of ten and so rounds twice: where two ways to cut a text cost the same but for the last bit
 * of a score, that bit decides.
 */
final class SerdeNumber {
  private static final BigInteger MAX_DIGITS =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
  private static final int MAX_POWER = 308;
  private static final double[] POWERS = new double[MAX_POWER + 1];

  static {
    for (int i = 0; i <= MAX_POWER; i++) {
      POWERS[i] = Double.parseDouble("1e" + i);
    }
  }

  private SerdeNumber() {}

  static double asDouble(Json.Num number) {
    String literal = number.literal();
    int mark = Math.max(literal.indexOf('e'), literal.indexOf('E'));
    String mantissa = mark < 0 ? literal : literal.substring(0, mark);
    int point = mantissa.indexOf('.');
    if (point < 0 && mark < 0) {
      return number.asDouble();
    }
    boolean isNegative = mantissa.startsWith("-");
    String digits = mantissa.replace("-", "").replace(".", "");
    int decimals = point < 0 ? 0 : mantissa.length() - point - 1;
    int kept = keptDigits(digits);
    if (kept < digits.length() - decimals || (mark >= 0 && literal.length() - mark > 9)) {
      return number.asDouble();
    }
    long exponent = mark < 0 ? 0 : Long.parseLong(literal.substring(mark + 1));
    exponent -= decimals - (digits.length() - kept);
    if (Math.abs(exponent) > MAX_POWER) {
      return number.asDouble();
    }
    double value = new BigInteger(digits.substring(0, kept)).doubleValue();
    double power = POWERS[(int) Math.abs(exponent)];
    value = exponent < 0 ? value / power : value * power;
    return isNegative ? -value : value;
  }

  /** Digits beyond 64 bits are left out. */
  private static int keptDigits(String digits) {
    int kept = Math.min(19, digits.length());
    if (digits.length() > 19
        && new BigInteger(digits.substring(0, 20)).compareTo(MAX_DIGITS) <= 0) {
      kept = 20;
    }
    return kept;
  }
}
