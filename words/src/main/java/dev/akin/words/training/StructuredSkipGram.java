package dev.akin.words.training;

/**
 * A word predicts each word near it, from the output rows of its place in the window: a pair is a
 * tile, since each place has noise of its own.
 */
record StructuredSkipGram(int window, Features features, Layout layout) implements Composition {
  @Override
  public void learn(int[] words, int length, Step step) {
    Tile tile = step.tile;
    for (int centre = 0; centre < length; centre++) {
      int reach = 1 + step.draws.below(window);
      int end = Math.min(length, centre + reach + 1);
      for (int at = Math.max(0, centre - reach); at < end; at++) {
        if (at != centre) {
          features.addInput(tile, words[centre]);
          tile.startOutputsAt(Layout.place(at - centre, window) * layout.predicted());
          step.objective.predict(tile, words[at], 0, 1);
          step.learnTile();
        }
      }
    }
  }

  @Override
  public int mostInputs() {
    return 1;
  }

  @Override
  public int mostTargets() {
    return 1;
  }
}
