package dev.akin.words.training;

/**
 * The mean of the words near a word predicts it; some words of a row share a tile and its noise.
 *
 * @param centres words predicted by a tile
 */
record Cbow(int window, Features features, int centres) implements Composition {
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
            features.addParts(tile, words[at]);
          }
        }
        step.objective.predict(tile, words[centre], input, input + 1);
      }
      if (tile.inputs() == centres || centre == length - 1) {
        step.objective.finish(tile, step.draws);
        tile.learn(step.rate);
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
