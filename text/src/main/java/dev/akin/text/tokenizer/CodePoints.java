package dev.akin.text.tokenizer;

import java.util.Arrays;

/** A set of code points, written as hexadecimal ranges ({@code "61D 2E43-2E4F"}). Immutable. */
final class CodePoints {
  private final int[] firsts;
  private final int[] lasts;

  private CodePoints(int[] firsts, int[] lasts) {
    this.firsts = firsts;
    this.lasts = lasts;
  }

  /** The ranges in rising order, a space between two. */
  static CodePoints of(String ranges) {
    String[] parts = ranges.split(" ", -1);
    int[] firsts = new int[parts.length];
    int[] lasts = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      int dash = parts[i].indexOf('-');
      firsts[i] = Integer.parseInt(dash < 0 ? parts[i] : parts[i].substring(0, dash), 16);
      lasts[i] = Integer.parseInt(parts[i].substring(dash + 1), 16);
      if (lasts[i] < firsts[i] || (i > 0 && firsts[i] <= lasts[i - 1])) {
        throw new IllegalArgumentException("range %s is out of order".formatted(parts[i]));
      }
    }
    return new CodePoints(firsts, lasts);
  }

  boolean contains(int codePoint) {
    int found = Arrays.binarySearch(firsts, codePoint);
    return found >= 0 || (found < -1 && codePoint <= lasts[-found - 2]);
  }
}
