package dev.akin.words.training;

import dev.akin.vector.Matrix;
import dev.akin.vector.RowBlock;
import dev.akin.vector.TableRows;

/**
 * Which sense of a word its context chooses, and how that is learned: what senses have that the
 * tile has not.
 *
 * <p>The context c is the mean of the output rows of the words around, and nothing is learned
 * through it, or senses would fall together. The score of sense k is c·R + r, where R and r are
 * what all words have in common plus what the word has of its own; the senses' shares q are the
 * softmax of the scores, or a sample of it by Gumbel noise at a temperature τ (Jang et al. 2017). A
 * share gains G from the tile, so a score gains q (G − Σ q G) / τ. For one thread.
 */
final class SenseChoice {
  /** How much faster than the rows the scores are learned: a word chooses once in a window. */
  static final float PACE = 4;

  /**
   * What an even choice is paid, of its entropy, while all words choose alike: with a tenth one
   * sense takes all, with all of it words of one sense are spread over several.
   */
  static final float EVENNESS = 0.5f;

  /** Occurrences over which shares are the mean; later ones count as much as one of so many. */
  private static final float MOST_COUNTED = 1e6f;

  private final Tile.Tables tables;
  private final Layout layout;
  private final int window;
  private final int senses;
  private final RowBlock near;
  private final RowBlock context;
  private final RowBlock classifier;
  private final float[] nearShares;
  private final float[] scores;
  private final float[] shares;
  private final float[] gains;
  private final int[] rows;
  private final TableRows classifierRows;

  SenseChoice(Tile.Tables tables, Layout layout, int window) {
    int stride = tables.input().dimension();
    this.tables = tables;
    this.layout = layout;
    this.window = window;
    this.senses = layout.senses();
    this.near = new RowBlock(2 * window, stride);
    this.context = new RowBlock(1, stride);
    this.classifier = new RowBlock(senses, stride);
    this.nearShares = new float[2 * window];
    this.scores = new float[senses];
    this.shares = new float[senses];
    this.gains = new float[senses];
    this.rows = new int[senses];
    this.classifierRows = new TableRows(tables.input(), senses);
  }

  /** The share of a sense. */
  float share(int sense) {
    return shares[sense];
  }

  /** A copy of the context without what fills it up. */
  float[] context() {
    return context.copyRow(0, tables.dimension());
  }

  /** Reads the context of a word of a text of two words or more. */
  void read(int[] words, int length, int centre) {
    read(words, length, centre, _ -> 1);
  }

  /** How much a word counts in a context. */
  @FunctionalInterface
  interface Weight {
    float of(int word);
  }

  /** The same with words that count more or less. */
  void read(int[] words, int length, int centre, Weight weight) {
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

  /** Scores the senses as for all words alike. */
  void scoreAlike() {
    classifier.clear();
    for (int sense = 0; sense < senses; sense++) {
      classifier.append(tables.input(), layout.classifier(Layout.ALL_WORDS, sense));
    }
    context.products(classifier, 1, scores);
    addBiases(Layout.ALL_WORDS);
  }

  /** Scores the senses of a word. */
  void score(int word) {
    classifier.clear();
    for (int sense = 0; sense < senses; sense++) {
      classifier.append(tables.input(), layout.classifier(Layout.ALL_WORDS, sense));
      classifier.accumulate(tables.input(), layout.classifier(word, sense));
    }
    context.products(classifier, 1, scores);
    addBiases(Layout.ALL_WORDS);
    addBiases(word);
  }

  private void addBiases(int word) {
    for (int sense = 0; sense < senses; sense++) {
      scores[sense] += tables.input().get(layout.notes(word), sense);
    }
  }

  /** The shares as the softmax of the scores. */
  void weigh() {
    System.arraycopy(scores, 0, shares, 0, senses);
    softmax(1);
  }

  /** The shares as a relaxed sample. */
  void sample(double temperature, Draws draws) {
    for (int sense = 0; sense < senses; sense++) {
      // Within (0, 1), so that both logarithms are numbers.
      double uniform = draws.uniform() + 0x1p-25;
      shares[sense] = scores[sense] - (float) Math.log(-Math.log(uniform));
    }
    softmax(temperature);
  }

  private void softmax(double temperature) {
    float most = Float.NEGATIVE_INFINITY;
    for (float score : shares) {
      most = Math.max(most, score);
    }
    float sum = 0;
    for (int sense = 0; sense < senses; sense++) {
      shares[sense] = (float) Math.exp((shares[sense] - most) / temperature);
      sum += shares[sense];
    }
    for (int sense = 0; sense < senses; sense++) {
      shares[sense] /= sum;
    }
  }

  /** Counts the shares among those of the word. */
  void count(int word) {
    Matrix table = tables.input();
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

  /** Changes what all words have in common by what the shares gained in a tile. */
  void learnAlike(Tile tile, float rate) {
    slope(tile, 1);
    float logarithms = 0;
    for (float share : shares) {
      logarithms += share * log(share);
    }
    for (int sense = 0; sense < senses; sense++) {
      float even = -shares[sense] * (log(shares[sense]) - logarithms);
      gains[sense] += PACE * rate * EVENNESS * even;
    }
    add(Layout.ALL_WORDS);
  }

  private static float log(float share) {
    return (float) Math.log(Math.max(share, Float.MIN_NORMAL));
  }

  /** Changes what a word has of its own by what the shares gained in a tile. */
  void learn(int word, double temperature, Tile tile) {
    slope(tile, temperature);
    add(word);
  }

  /** What the scores gain. */
  private void slope(Tile tile, double temperature) {
    float mean = 0;
    for (int sense = 0; sense < senses; sense++) {
      mean += shares[sense] * tile.shareGain(sense);
    }
    float factor = (float) (PACE / temperature);
    for (int sense = 0; sense < senses; sense++) {
      gains[sense] = factor * shares[sense] * (tile.shareGain(sense) - mean);
    }
  }

  private void add(int word) {
    Matrix table = tables.input();
    int row = layout.notes(word);
    for (int sense = 0; sense < senses; sense++) {
      rows[sense] = layout.classifier(word, sense);
      table.set(row, sense, table.get(row, sense) + gains[sense]);
    }
    classifierRows.set(rows, senses);
    context.addCombinationsTo(gains, 1, classifierRows);
  }
}
