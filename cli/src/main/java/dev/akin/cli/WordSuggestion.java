package dev.akin.cli;

import dev.akin.format.words.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which word may have been meant by one that a file does not have. */
final class WordSuggestion {
  /** The words looked at: the frequent ones, in a tenth of a second. */
  private static final int MOST = 100_000;

  private WordSuggestion() {}

  /**
   * {@code ; did you mean 'frog'?} or nothing: another casing first, then what is spelled alike.
   */
  static String of(String typed, WordList words) {
    String low = typed.toLowerCase(Locale.ROOT);
    for (String other : List.of(low, capitalised(low), typed.toUpperCase(Locale.ROOT))) {
      if (words.find(other).isPresent()) {
        return "; did you mean '%s'?".formatted(other);
      }
    }
    int allowed = Math.max(1, typed.length() / 3);
    List<String> near = new ArrayList<>();
    for (int ordinal = 0; ordinal < Math.min(MOST, words.size()); ordinal++) {
      String word = words.word(ordinal);
      if (Math.abs(word.length() - typed.length()) <= allowed) {
        near.add(word);
      }
    }
    return Messages.didYouMean(typed, near);
  }

  private static String capitalised(String low) {
    return low.isEmpty()
        ? low
        : new StringBuilder()
            .appendCodePoint(Character.toTitleCase(low.codePointAt(0)))
            .append(low, Character.charCount(low.codePointAt(0)), low.length())
            .toString();
  }
}
