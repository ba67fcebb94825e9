package dev.akin.text.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where a text may be cut, by the rules of Unicode (UAX #29). Safe for many threads.
 *
 * <p>Each method returns the cuts in ascending order, the first 0 and the last the length of the
 * text; the empty text has the one cut 0. No cut stands inside a surrogate pair.
 */
public interface Boundaries {
  /**
   * What the rules are called: an index keeps it, since texts cut by other rules give other
   * passages. Two boundaries of one name cut alike, but for the tables of their Unicode version.
   */
  String name();

  /** Cuts between sentences; the space after a sentence belongs to it. */
  int[] sentences(String text);

  /** Cuts between words, spaces and punctuation marks, in languages without spaces too. */
  int[] words(String text);

  /** The words that hold a letter or digit, as they are written, in the order of the text. */
  default List<String> lexicalWords(String text) {
    int[] cuts = words(text);
    List<String> words = new ArrayList<>();
    for (int i = 1; i < cuts.length; i++) {
      String piece = text.substring(cuts[i - 1], cuts[i]);
      if (piece.codePoints().anyMatch(Character::isLetterOrDigit)) {
        words.add(piece);
      }
    }
    return words;
  }

  /** Cuts between grapheme clusters: what a reader takes for one character. */
  int[] graphemes(String text);

  /**
   * The boundaries the JDK knows. It cuts Thai into words only when the locale asks for Thai, and
   * takes a run of Chinese or Japanese for one word; the ICU boundaries of the module {@code
   * reader} know these languages under every locale.
   */
  static Boundaries jdk(Locale locale) {
    return new JdkBoundaries(locale);
  }
}
