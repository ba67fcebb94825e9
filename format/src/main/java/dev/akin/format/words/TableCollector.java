package dev.akin.format.words;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Builds a table row by row, leaving out rows that have no word or one that stood before. For one
 * thread.
 */
final class TableCollector implements AutoCloseable {
  private final WordList.Builder words = new WordList.Builder();
  private final RowCollector rows;
  private long duplicates;
  private long nameless;
  private long notUtf8;
  private long withBlank;

  TableCollector(RowCollector rows) {
    this.rows = rows;
  }

  /** Where the next row's cells go. */
  MemorySegment nextRow() {
    return rows.next();
  }

  /** Takes the row just filled under this word, or leaves it out and counts it. */
  void add(byte[] word, int length) {
    if (length == 0) {
      nameless++;
    } else if (words.add(word, 0, length)) {
      rows.keep();
      notUtf8 += isUtf8(word, length) ? 0 : 1;
      withBlank += hasBlank(word, length) ? 1 : 0;
    } else {
      duplicates++;
    }
  }

  private static boolean isUtf8(byte[] word, int length) {
    int ascii = 0;
    while (ascii < length && word[ascii] >= 0) {
      ascii++;
    }
    if (ascii == length) {
      return true;
    }
    String text = new String(word, 0, length, StandardCharsets.UTF_8);
    byte[] again = text.getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(again, 0, again.length, word, 0, length);
  }

  private static boolean hasBlank(byte[] word, int length) {
    for (int i = 0; i < length; i++) {
      if (word[i] == ' ') {
        return true;
      }
    }
    return false;
  }

  /** The table; its rows belong to the caller. */
  WordTable take(WordFormat format, boolean isUnterminated) {
    return new WordTable(
        format,
        words.build(),
        rows.take(),
        new Oddities(duplicates, nameless, notUtf8, withBlank, isUnterminated));
  }

  @Override
  public void close() {
    rows.close();
  }
}
