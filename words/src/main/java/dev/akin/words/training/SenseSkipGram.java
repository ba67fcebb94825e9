package dev.akin.words.training;

/**
 * Each word near a word from a blend of the word's senses that its context chooses: the
 * Disambiguated Skip-gram Model (Grzegorczyk and Kurdziel 2018).
 *
 * <p>While the training is young all words choose by one classifier, plainly, and are paid for
 * choosing evenly; so contexts are parted by what they are about, and every word begins its own
 * classifier there. Then each word has its own, and chooses by a sample that is relaxed less and
 * less (Gumbel-softmax). In the last pass the shares of the senses are counted.
 *
 * @param window words on each side, at most, that are predicted; all of them are the context
 */
record SenseSkipGram(int window, Layout layout, int epochs) implements Composition {
  /** The share of the training in which all words choose by one classifier. */
  private static final float COMMON = 0.25f;

  private static final double FIRST_TEMPERATURE = 1;

  private static final double LAST_TEMPERATURE = 0.5;

  @Override
  public void learn(int[] words, int length, Step step) {
    if (length < 2) {
      return;
    }
    var choice = new SenseChoice(step.tables, layout, window);
    boolean isCommon = step.done < COMMON;
    for (int centre = 0; centre < length; centre++) {
      int reach = 1 + step.draws.below(window);
      choice.read(words, length, centre);
      int word = words[centre];
      if (isCommon) {
        choice.scoreAlike();
        choice.weigh();
      } else {
        choice.score(word);
        if (step.done >= 1 - 1f / epochs) {
          choice.weigh();
          choice.count(word);
        }
        choice.sample(temperature(step.done), step.draws);
      }
      predict(words, length, centre, reach, choice, step);
      if (isCommon) {
        choice.learnAlike(step.tile, step.rate);
      } else {
        choice.learn(word, temperature(step.done), step.tile);
      }
    }
  }

  private void predict(
      int[] words, int length, int centre, int reach, SenseChoice choice, Step step) {
    Tile tile = step.tile;
    int input = tile.addInput();
    for (int sense = 0; sense < layout.senses(); sense++) {
      tile.addPart(layout.sense(words[centre], sense), choice.share(sense));
    }
    int end = Math.min(length, centre + reach + 1);
    for (int at = Math.max(0, centre - reach); at < end; at++) {
      if (at != centre) {
        step.objective.predict(tile, words[at], input, input + 1);
      }
    }
    step.objective.finish(tile, step.draws);
    tile.learn(step.rate);
  }

  /** Falls in a line once each word chooses by its own classifier. */
  static double temperature(float done) {
    double share = (done - COMMON) / (1 - COMMON);
    return FIRST_TEMPERATURE + share * (LAST_TEMPERATURE - FIRST_TEMPERATURE);
  }

  @Override
  public int mostInputs() {
    return 1;
  }

  @Override
  public int mostTargets() {
    return 2 * window;
  }

  @Override
  public int mostShares() {
    return layout.senses();
  }
}
