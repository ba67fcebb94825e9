package dev.akin.eval;

/** Strings in the order of their UTF-8 bytes, C's strcmp. */
final class Utf8Order {
  private Utf8Order() {}

  /** UTF-8 bytes order as code points do; UTF-16 units do not. */
  static int compare(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    for (int i = 0; i < shorter; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean bothOrNoSurrogate = Character.isSurrogate(x) == Character.isSurrogate(y);
        return bothOrNoSurrogate ? Character.compare(x, y) : Character.isSurrogate(x) ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
