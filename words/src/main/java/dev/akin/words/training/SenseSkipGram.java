package dev.akin.words.training;

/**
 * Each word near a word from the senses of the word that its context chooses. How they are chosen
 * is all in which the methods of senses differ. In the last pass it is counted how often each
 * stands.
 *
 * @param method which choice it is, see {@link SenseChoice#of}
 * @param window words on each side, at most, that are predicted; all of them are the context
 */
record SenseSkipGram(Method method, int window, Layout layout, int epochs) implements Composition {
  @Override
  public void learn(int[] words, int length, Step step) {
    if (length < 2) {
      return;
    }
    var at = new Occurrence(step.tables, layout, window);
    SenseChoice choice = SenseChoice.of(method, at);
    boolean counts = step.done >= 1 - 1f / epochs;
    for (int centre = 0; centre < length; centre++) {
      int reach = 1 + step.draws.below(window);
      at.read(words, length, centre);
      choice.choose(step, counts);
      predict(words, length, centre, reach, choice, step);
      choice.learn(step);
    }
  }

  private static void predict(
      int[] words, int length, int centre, int reach, SenseChoice choice, Step step) {
    Tile tile = step.tile;
    choice.addInput(tile);
    int end = Math.min(length, centre + reach + 1);
    for (int at = Math.max(0, centre - reach); at < end; at++) {
      if (at != centre) {
        step.objective.predict(tile, words[at], 0, 1);
      }
    }
    step.learnTile();
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
