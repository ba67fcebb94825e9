package dev.akin.words.training;

import dev.akin.vector.Matrix;
import dev.akin.vector.RowBlock;

/**
 * A word among other words, and how much of each of its senses stands there: what every choice
 * among senses has that the tile has not.
 *
 * <p>The context is the mean of the output rows of the words around, and nothing is learned through
 * it, or senses would fall together. Who chooses writes the shares of the senses, which are counted
 * here alike whoever chose. For one thread.
 */
final class Occurrence {
  /** Occurrences over which shares are the mean; later ones count as much as one of so many. */
  static final float MOST_COUNTED = 1e6f;

  private final Tile.Tables tables;
  private final Layout layout;
  private final int window;
  private final RowBlock near;
  private final RowBlock context;
  private final float[] nearShares;
  private final float[] shares;
  private int word;

  Occurrence(Tile.Tables tables, Layout layout, int window) {
    int stride = tables.input().dimension();
    this.tables = tables;
    this.layout = layout;
    this.window = window;
    this.near = new RowBlock(2 * window, stride);
    this.context = new RowBlock(1, stride);
    this.nearShares = new float[2 * window];
    this.shares = new float[layout.senses()];
  }

  /** How much a word counts in a context. */
  @FunctionalInterface
  interface Weight {
    float of(int word);
  }

  /** Reads a word of a text of two words or more and its context. */
  void read(int[] words, int length, int centre) {
    read(words, length, centre, _ -> 1);
  }

  /** The same with words that count more or less. */
  void read(int[] words, int length, int centre, Weight weight) {
    word = words[centre];
    near.clear();
    float sum = 0;
    int end = Math.min(length, centre + window + 1);
    for (int at = Math.max(0, centre - window); at < end; at++) {
      if (at != centre) {
        nearShares[near.append(tables.output(), words[at])] = weight.of(words[at]);
        sum += nearShares[near.rows() - 1];
      }
    }
    for (int n = 0; n < near.rows(); n++) {
      nearShares[n] /= sum;
    }
    context.combine(nearShares, 1, near, 1);
  }

  /** Which word stands there. */
  int word() {
    return word;
  }

  /** The words' context, a row. */
  RowBlock context() {
    return context;
  }

  /** The share of each sense, of sum 1, to be written by who chooses. */
  float[] shares() {
    return shares;
  }

  /** The table in which words keep what they choose by. */
  Matrix table() {
    return tables.input();
  }

  Layout layout() {
    return layout;
  }

  /** Cells of a row that are learned. */
  int dimension() {
    return tables.dimension();
  }

  /** Counts the shares among those of the word. */
  void count() {
    Matrix table = tables.input();
    int senses = layout.senses();
    int row = layout.notes(word);
    float count = Math.min(MOST_COUNTED, table.get(row, 2 * senses) + 1);
    table.set(row, 2 * senses, count);
    for (int sense = 0; sense < senses; sense++) {
      float mean = table.get(row, senses + sense);
      table.set(row, senses + sense, mean + (shares[sense] - mean) / count);
    }
  }

  /** How often a sense stands, of all occurrences of its word. */
  static float prior(Matrix table, Layout layout, int word, int sense) {
    return table.get(layout.notes(word), layout.senses() + sense);
  }
}
