package dev.akin.words.training;

import dev.akin.vector.Matrix;
import java.util.Arrays;

/**
 * Senses that are clusters of contexts, made while words are learned: Multi-Sense Skip-gram
 * (Neelakantan et al. 2014).
 *
 * <p>The centre of a sense is the mean of the contexts that chose it; a context chooses the sense
 * whose centre is nearest by cosine, and that sense is learned as a word of plain skip-gram is. As
 * in the paper's second model (NP-MSSG) a context that is near to no centre opens a new sense, up
 * to the number a word may have.
 *
 * <p>Two things are not the paper's. Contexts are taken less the mean of all contexts, of whatever
 * words: what all have in common makes all cosines high, and every word kept one sense without. And
 * while the training is young, words have one sense, since the rows that contexts are the mean of
 * mean nothing yet.
 *
 * <p>The probability of a sense is the inverse of its centre's cosine distance, of sum 1.
 */
final class ContextCentres implements SenseChoice {
  /**
   * The cosine to the nearest centre below which a sense is opened, as long as one is free: a word
   * of two topics has two with it and one of one topic one; with 0, in the same text, all have one.
   */
  static final float NEW_SENSE = 0.5f;

  /** The share of the training in which words have one sense. */
  static final float ALONE = 0.25f;

  /** A cosine distance is taken for no less, so that its inverse is a number. */
  private static final float LEAST_DISTANCE = 1e-3f;

  private final Occurrence at;
  private final Matrix table;
  private final Layout layout;
  private final int senses;
  private final int dimension;
  private final float[] context;
  private final float[] cosines;
  private int chosen;

  ContextCentres(Occurrence at) {
    this.at = at;
    this.table = at.table();
    this.layout = at.layout();
    this.senses = layout.senses();
    this.dimension = at.dimension();
    this.context = new float[dimension];
    this.cosines = new float[senses];
  }

  @Override
  public void weigh() {
    compare();
    float[] shares = at.shares();
    float sum = 0;
    for (int sense = 0; sense < senses; sense++) {
      shares[sense] = isOpen(sense) ? 1 / Math.max(LEAST_DISTANCE, 1 - cosines[sense]) : 0;
      sum += shares[sense];
    }
    if (sum == 0) {
      shares[0] = 1;
      return;
    }
    for (int sense = 0; sense < senses; sense++) {
      shares[sense] /= sum;
    }
  }

  @Override
  public void choose(Step step, boolean counts) {
    readContext();
    include(context, Layout.ALL_WORDS, 0);
    chosen = 0;
    if (step.done >= ALONE) {
      compare();
      chosen = nearest();
    }
    Arrays.fill(at.shares(), 0);
    at.shares()[chosen] = 1;
    if (counts) {
      at.count();
    }
  }

  /** The open sense of the nearest centre, or a free one if that is not near. */
  private int nearest() {
    int best = -1;
    int free = -1;
    for (int sense = senses - 1; sense >= 0; sense--) {
      if (!isOpen(sense)) {
        free = sense;
      } else if (best < 0 || cosines[sense] >= cosines[best]) {
        best = sense;
      }
    }
    boolean opens = best < 0 || cosines[best] < NEW_SENSE;
    return opens && free >= 0 ? free : best;
  }

  /** Whether a context chose the sense before. */
  private boolean isOpen(int sense) {
    return table.get(layout.notes(at.word()), sense) > 0;
  }

  private void readContext() {
    for (int c = 0; c < dimension; c++) {
      context[c] = at.context().get(0, c);
    }
  }

  /** Cosines of the context, less the mean of all, and the centres; 0 where one is zero. */
  private void compare() {
    readContext();
    int mean = layout.chooser(Layout.ALL_WORDS, 0);
    float square = 0;
    for (int c = 0; c < dimension; c++) {
      context[c] -= table.get(mean, c);
      square += context[c] * context[c];
    }
    for (int sense = 0; sense < senses; sense++) {
      int centre = layout.chooser(at.word(), sense);
      float product = 0;
      float own = 0;
      for (int c = 0; c < dimension; c++) {
        float cell = table.get(centre, c);
        product += cell * context[c];
        own += cell * cell;
      }
      double lengths = Math.sqrt((double) own * square);
      cosines[sense] = lengths > 0 ? (float) (product / lengths) : 0;
    }
  }

  @Override
  public void addInput(Tile tile) {
    tile.addInput();
    tile.addPart(layout.sense(at.word(), chosen));
  }

  @Override
  public void learn(Step step) {
    if (step.done >= ALONE) {
      include(context, at.word(), chosen);
    }
  }

  /** Includes a context in a mean that a word keeps. */
  private void include(float[] row, int word, int sense) {
    int notes = layout.notes(word);
    float count = Math.min(Occurrence.MOST_COUNTED, table.get(notes, sense) + 1);
    table.set(notes, sense, count);
    int centre = layout.chooser(word, sense);
    for (int c = 0; c < dimension; c++) {
      float mean = table.get(centre, c);
      table.set(centre, c, mean + (row[c] - mean) / count);
    }
  }
}
