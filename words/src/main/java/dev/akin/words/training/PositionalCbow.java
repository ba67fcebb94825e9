package dev.akin.words.training;

/**
 * The words near a word predict it together, each weighted by the row of its place; some words of a
 * sentence share a tile and its noise.
 *
 * @param centres words predicted by a tile
 */
record PositionalCbow(int window, Features features, Layout layout, int centres)
    implements Composition {
  @Override
  public void learn(int[] words, int length, Step step) {
    Tile tile = step.tile;
    for (int centre = 0; centre < length; centre++) {
      int reach = 1 + step.draws.below(window);
      int end = Math.min(length, centre + reach + 1);
      int from = Math.max(0, centre - reach);
      if (end - from > 1) {
        int input = tile.addInput();
        for (int at = from; at < end; at++) {
          if (at != centre) {
            tile.mark(layout.position(Layout.place(at - centre, window)));
            features.addParts(tile, words[at]);
          }
        }
        step.objective.predict(tile, words[centre], input, input + 1);
      }
      if (tile.inputCount() == centres || centre == length - 1) {
        step.learnTile();
      }
    }
  }

  @Override
  public int mostInputs() {
    return centres;
  }

  @Override
  public int mostTargets() {
    return centres;
  }
}
