package dev.akin.encoder.sparse;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words: runs of letters, marks and digits in lower case, as {@code HashedEncoder} reads them. */
final class Terms {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private Terms() {}

  static Stream<String> of(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group);
  }

  /** How often each word occurs, in the order of words. */
  static Map<String, Integer> counts(String text) {
    Map<String, Integer> counts = new TreeMap<>();
    of(text).forEach(word -> counts.merge(word, 1, Integer::sum));
    return counts;
  }
}
