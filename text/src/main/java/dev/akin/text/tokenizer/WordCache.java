package dev.akin.text.tokenizer;

import java.util.Arrays;

/**
 * The tokens of words met before. Each word has one place, and a new word takes the place of the
 * old one, so the memory is bounded.
 *
 * <p>Safe for many threads without locks: entries are immutable, and a lost write only costs the
 * work again.
 */
final class WordCache {
  /** Longer words are rare and would fill the memory. */
  static final int MAX_LENGTH = 48;

  private static final int PLACES = 1 << 14;

  private static final int[] ABSENT = {};
  private static final Entry NOTHING = new Entry(new char[0], ABSENT);

  private final Entry[] entries = new Entry[PLACES];

  WordCache() {
    Arrays.fill(entries, NOTHING);
  }

  /** Words and tokens are never changed. */
  private static final class Entry {
    private final char[] word;
    private final int[] tokens;

    Entry(char[] word, int[] tokens) {
      this.word = word;
      this.tokens = tokens;
    }
  }

  /** The tokens of a word, empty if it is not here. */
  int[] find(char[] chars, int from, int to) {
    Entry entry = entries[place(chars, from, to)];
    return isSame(entry.word, chars, from, to) ? entry.tokens : ABSENT;
  }

  void put(char[] chars, int from, int to, int[] tokens) {
    entries[place(chars, from, to)] = new Entry(Arrays.copyOfRange(chars, from, to), tokens);
  }

  private static boolean isSame(char[] word, char[] chars, int from, int to) {
    return Arrays.equals(word, 0, word.length, chars, from, to);
  }

  private static int place(char[] chars, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + chars[i];
    }
    hash *= 0x9E3779B9;
    return hash >>> 18;
  }
}
