package dev.akin.words.training;

import dev.akin.format.words.Subwords;
import dev.akin.format.words.WordList;
import java.util.Arrays;

/**
 * Which rows of the input table a word is made of: its own, and those of its n-grams behind the
 * words' rows, as in fastText (Bojanowski et al. 2017). Four bytes an n-gram. Immutable.
 */
final class Features {
  /** Ends of the words' rows; empty where each word has its own only. */
  private final int[] ends;

  private final int[] rows;

  private Features(int[] ends, int[] rows) {
    this.ends = ends;
    this.rows = rows;
  }

  static Features of(WordList words, Subwords subwords) {
    if (subwords.most() <= 0) {
      return new Features(new int[0], new int[0]);
    }
    int[] ends = new int[words.size()];
    int[] rows = new int[16 * words.size()];
    int count = 0;
    for (int word = 0; word < words.size(); word++) {
      int[] buckets = subwords.bucketsOf(words.bytes(word));
      if (count + buckets.length + 1 > rows.length) {
        rows = Arrays.copyOf(rows, Math.addExact(2 * count, buckets.length + 1));
      }
      rows[count++] = word;
      for (int bucket : buckets) {
        rows[count++] = words.size() + bucket;
      }
      ends[word] = count;
    }
    return new Features(ends, Arrays.copyOf(rows, count));
  }

  /** The rows of a word. */
  int[] rows(int word) {
    if (ends.length == 0) {
      return new int[] {word};
    }
    return Arrays.copyOfRange(rows, word == 0 ? 0 : ends[word - 1], ends[word]);
  }

  /** Adds a word as an input of its own. */
  void addInput(Tile tile, int word) {
    tile.addInput();
    addParts(tile, word);
  }

  /** Adds a word to the last input. */
  void addParts(Tile tile, int word) {
    if (ends.length == 0) {
      tile.addPart(word);
      return;
    }
    for (int i = word == 0 ? 0 : ends[word - 1]; i < ends[word]; i++) {
      tile.addPart(rows[i]);
    }
  }
}
