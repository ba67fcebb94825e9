package dev.akin.words.training;

/**
 * A document predicts each of its words; some of them share a tile and its noise.
 *
 * @param centres words predicted by a tile
 */
record DocumentBag(Layout layout, int centres, Joining joining) implements Composition {
  @Override
  public void learn(int[] words, int length, Step step) {
    Tile tile = step.tile;
    int row = layout.document(step.line);
    for (int at = 0; at < length; at++) {
      if (tile.inputCount() == 0) {
        tile.addMember();
        tile.addPart(row);
      }
      int input = tile.addMixture();
      tile.mix(0);
      step.objective.predict(tile, words[at], input, input + 1);
      if (tile.inputCount() == centres || at == length - 1) {
        step.learnTile();
      }
    }
  }

  @Override
  public int mostInputs() {
    return centres;
  }

  @Override
  public int mostMembers() {
    return 1;
  }

  @Override
  public int mostTargets() {
    return centres;
  }
}
