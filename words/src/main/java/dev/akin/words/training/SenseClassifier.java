package dev.akin.words.training;

import dev.akin.vector.Matrix;
import dev.akin.vector.RowBlock;
import dev.akin.vector.TableRows;

/**
 * Senses chosen by a classifier that is learned with them: the Disambiguated Skip-gram Model
 * (Grzegorczyk and Kurdziel 2018).
 *
 * <p>The score of sense k in a context c is c·R + r, where R and r are what all words have in
 * common plus what the word has of its own; the senses' shares q are the softmax of the scores, or
 * a sample of it by Gumbel noise at a temperature τ (Jang et al. 2017). A share gains G from the
 * tile, so a score gains q (G − Σ q G) / τ.
 *
 * <p>While the training is young all words choose by one classifier, plainly, and are paid for
 * choosing evenly; so contexts are parted by what they are about, and every word begins its own
 * classifier there. Then each word has its own, and chooses by a sample that is relaxed less and
 * less.
 */
final class SenseClassifier implements SenseChoice {
  /** How much faster than the rows the scores are learned: a word chooses once in a window. */
  static final float PACE = 4;

  /**
   * What an even choice is paid, of its entropy, while all words choose alike: with a tenth one
   * sense takes all, with all of it words of one sense are spread over several.
   */
  static final float EVENNESS = 0.5f;

  /** The share of the training in which all words choose by one classifier. */
  private static final float COMMON = 0.25f;

  private static final double FIRST_TEMPERATURE = 1;

  private static final double LAST_TEMPERATURE = 0.5;

  private final Occurrence at;
  private final Matrix table;
  private final Layout layout;
  private final int senses;
  private final RowBlock classifier;
  private final float[] scores;
  private final float[] gains;
  private final int[] rows;
  private final TableRows classifierRows;

  SenseClassifier(Occurrence at) {
    this.at = at;
    this.table = at.table();
    this.layout = at.layout();
    this.senses = layout.senses();
    this.classifier = new RowBlock(senses, table.dimension());
    this.scores = new float[senses];
    this.gains = new float[senses];
    this.rows = new int[senses];
    this.classifierRows = new TableRows(table, senses);
  }

  @Override
  public void weigh() {
    score();
    soften(scores, 1);
  }

  @Override
  public void choose(Step step, boolean counts) {
    if (isCommon(step.done)) {
      scoreAlike();
      soften(scores, 1);
      return;
    }
    weigh();
    if (counts) {
      at.count();
    }
    for (int sense = 0; sense < senses; sense++) {
      // Within (0, 1), so that both logarithms are numbers.
      double uniform = step.draws.uniform() + 0x1p-25;
      scores[sense] -= (float) Math.log(-Math.log(uniform));
    }
    soften(scores, temperature(step.done));
  }

  private static boolean isCommon(float done) {
    return done < COMMON;
  }

  /** Falls in a line once each word chooses by its own classifier. */
  static double temperature(float done) {
    double share = (done - COMMON) / (1 - COMMON);
    return FIRST_TEMPERATURE + share * (LAST_TEMPERATURE - FIRST_TEMPERATURE);
  }

  /** Scores the senses as for all words alike. */
  private void scoreAlike() {
    classifier.clear();
    for (int sense = 0; sense < senses; sense++) {
      classifier.append(table, layout.chooser(Layout.ALL_WORDS, sense));
    }
    at.context().products(classifier, 1, scores);
    addBiases(Layout.ALL_WORDS);
  }

  /** Scores the senses of the word. */
  private void score() {
    classifier.clear();
    for (int sense = 0; sense < senses; sense++) {
      classifier.append(table, layout.chooser(Layout.ALL_WORDS, sense));
      classifier.accumulate(table, layout.chooser(at.word(), sense));
    }
    at.context().products(classifier, 1, scores);
    addBiases(Layout.ALL_WORDS);
    addBiases(at.word());
  }

  private void addBiases(int word) {
    for (int sense = 0; sense < senses; sense++) {
      scores[sense] += table.get(layout.notes(word), sense);
    }
  }

  /** The shares as the softmax of what was scored, at a temperature. */
  private void soften(float[] scored, double temperature) {
    float[] shares = at.shares();
    float most = Float.NEGATIVE_INFINITY;
    for (float score : scored) {
      most = Math.max(most, score);
    }
    float sum = 0;
    for (int sense = 0; sense < senses; sense++) {
      shares[sense] = (float) Math.exp((scored[sense] - most) / temperature);
      sum += shares[sense];
    }
    for (int sense = 0; sense < senses; sense++) {
      shares[sense] /= sum;
    }
  }

  @Override
  public void addInput(Tile tile) {
    tile.addInput();
    for (int sense = 0; sense < senses; sense++) {
      tile.addPart(layout.sense(at.word(), sense), at.shares()[sense]);
    }
  }

  @Override
  public void learn(Step step) {
    if (isCommon(step.done)) {
      slope(step.tile, 1);
      addEvenness(step.rate);
      add(Layout.ALL_WORDS);
    } else {
      slope(step.tile, temperature(step.done));
      add(at.word());
    }
  }

  /** What the scores gain. */
  private void slope(Tile tile, double temperature) {
    float[] shares = at.shares();
    float mean = 0;
    for (int sense = 0; sense < senses; sense++) {
      mean += shares[sense] * tile.shareGain(sense);
    }
    float factor = (float) (PACE / temperature);
    for (int sense = 0; sense < senses; sense++) {
      gains[sense] = factor * shares[sense] * (tile.shareGain(sense) - mean);
    }
  }

  private void addEvenness(float rate) {
    float[] shares = at.shares();
    float logarithms = 0;
    for (float share : shares) {
      logarithms += share * log(share);
    }
    for (int sense = 0; sense < senses; sense++) {
      float even = -shares[sense] * (log(shares[sense]) - logarithms);
      gains[sense] += PACE * rate * EVENNESS * even;
    }
  }

  private static float log(float share) {
    return (float) Math.log(Math.max(share, Float.MIN_NORMAL));
  }

  private void add(int word) {
    int row = layout.notes(word);
    for (int sense = 0; sense < senses; sense++) {
      rows[sense] = layout.chooser(word, sense);
      table.set(row, sense, table.get(row, sense) + gains[sense]);
    }
    classifierRows.set(rows, senses);
    at.context().addCombinationsTo(gains, 1, classifierRows);
  }
}
