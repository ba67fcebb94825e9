package dev.akin.reader;

import java.util.List;

/**
 * Matching of names with {@code * ? [a-z] \} and of paths with {@code **}, by going back to the
 * last star only: O(pattern · name), whatever the pattern.
 */
final class Glob {
  private static final int NEVER = -1;

  private Glob() {}

  /** Whether a path's names match; {@code **} takes any number of them, at the end one or more. */
  static boolean matches(List<String> pattern, List<String> path) {
    int p = 0;
    int n = 0;
    int starAt = NEVER;
    int starTook = 0;
    while (n < path.size()) {
      if (p < pattern.size() && pattern.get(p).equals("**")) {
        if (p == pattern.size() - 1) {
          return true;
        }
        starAt = p++;
        starTook = n;
      } else if (p < pattern.size() && matchesName(pattern.get(p), path.get(n))) {
        p++;
        n++;
      } else if (starAt != NEVER) {
        p = starAt + 1;
        n = ++starTook;
      } else {
        return false;
      }
    }
    return p == pattern.size();
  }

  /** Whether one name matches; no wildcard matches a slash since a name has none. */
  static boolean matchesName(String pattern, String name) {
    int p = 0;
    int n = 0;
    int starAt = NEVER;
    int starTook = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        starAt = p++;
        starTook = n;
        continue;
      }
      int next = p < pattern.length() ? matchOne(pattern, p, name.charAt(n)) : NEVER;
      if (next != NEVER) {
        p = next;
        n++;
      } else if (starAt != NEVER) {
        p = starAt + 1;
        n = ++starTook;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /**
   * Where the pattern goes on when the part at {@code p} takes this character; −1 if it does not.
   */
  private static int matchOne(String pattern, int p, char c) {
    char wanted = pattern.charAt(p);
    return switch (wanted) {
      case '?' -> p + 1;
      case '[' -> matchClass(pattern, p, c);
      case '\\' -> p + 1 < pattern.length() && pattern.charAt(p + 1) == c ? p + 2 : NEVER;
      default -> wanted == c ? p + 1 : NEVER;
    };
  }

  /** A class without its closing bracket matches nothing, as in git. */
  private static int matchClass(String pattern, int open, char c) {
    int p = open + 1;
    boolean isNegated =
        p < pattern.length() && (pattern.charAt(p) == '!' || pattern.charAt(p) == '^');
    p += isNegated ? 1 : 0;
    boolean isIn = false;
    for (boolean isFirst = true; p < pattern.length(); isFirst = false) {
      char from = pattern.charAt(p);
      if (from == ']' && !isFirst) {
        return isIn != isNegated ? p + 1 : NEVER;
      }
      if (from == '\\' && p + 1 < pattern.length()) {
        from = pattern.charAt(++p);
      }
      char to = from;
      if (p + 2 < pattern.length()
          && pattern.charAt(p + 1) == '-'
          && pattern.charAt(p + 2) != ']') {
        to = pattern.charAt(p + 2);
        p += 2;
      }
      isIn |= from <= c && c <= to;
      p++;
    }
    return NEVER;
  }
}
