package dev.akin.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Sentences for the person. */
final class Messages {
  private Messages() {}

  /** The text without line breaks and codes for the terminal. */
  static String oneLine(String text) {
    return text.strip()
        .replaceAll("\\s*\\R\\s*", " ")
        .replace('\t', ' ')
        .replaceAll("\\p{Cntrl}", "?");
  }

  /** Messages follow "akin: " and so start small, unless with a name in capitals. */
  static String lowerFirst(String text) {
    boolean isWord =
        text.length() > 1
            && Character.isUpperCase(text.charAt(0))
            && Character.isLowerCase(text.charAt(1));
    return isWord ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
  }

  /** {@code ; did you mean 'search'?} when something known is near what was typed, else nothing. */
  static String didYouMean(String typed, Collection<String> known) {
    String low = typed.toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, typed.length() / 3);
    return known.stream()
        .filter(name -> distance(low, name.toLowerCase(Locale.ROOT)) <= allowed)
        .min(Comparator.comparingInt(name -> distance(low, name.toLowerCase(Locale.ROOT))))
        .map("; did you mean '%s'?"::formatted)
        .orElse("");
  }

  /**
   * How many letters must be put in, left out, changed or swapped with their neighbour (optimal
   * string alignment).
   */
  private static int distance(String a, String b) {
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          steps[i][j] = i + j;
          continue;
        }
        int changed = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        steps[i][j] = Math.min(changed, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          steps[i][j] = Math.min(steps[i][j], 1 + steps[i - 2][j - 2]);
        }
      }
    }
    return steps[a.length()][b.length()];
  }

  /** {@code 1 document}, {@code 1,204 documents}. */
  static String count(long number, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
  }

  /** {@code 12.3 MB}. */
  static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    String[] units = {"kB", "MB", "GB", "TB"};
    double value = bytes;
    int unit = -1;
    while (value >= 999.95 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, units[Math.max(unit, 0)]);
  }
}
