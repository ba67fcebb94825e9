package dev.akin.words.training;

/** Each word near a word predicts it; the window is a tile, and its noise is shared. */
record SkipGram(int window, Features features) implements Composition {
  @Override
  public void learn(int[] words, int length, Step step) {
    for (int centre = 0; centre < length; centre++) {
      int reach = 1 + step.draws.below(window);
      int end = Math.min(length, centre + reach + 1);
      for (int at = Math.max(0, centre - reach); at < end; at++) {
        if (at != centre) {
          features.addInput(step.tile, words[at]);
        }
      }
      step.objective.predict(step.tile, words[centre], 0, step.tile.inputCount());
      step.learnTile();
    }
  }

  @Override
  public int mostInputs() {
    return 2 * window;
  }

  @Override
  public int mostTargets() {
    return 1;
  }
}
