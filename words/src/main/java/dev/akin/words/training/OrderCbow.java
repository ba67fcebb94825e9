package dev.akin.words.training;

/**
 * The words near a word predict it together, their rows one behind another in the order in which
 * they stand (Lai et al. 2016, Order): x = [e₋ₖ; …; e₋₁; e₁; …; eₖ], and the score of a word is x
 * times its output row, which is as long. So each place of the window has an output row of its own,
 * and the products are summed. Before the first word of a sentence and behind its last stands a row
 * that is learned like a word's. The window is always whole, since what a nearer word is worth the
 * output rows learn; some words of a sentence share a tile and its noise.
 *
 * @param centres words predicted by a tile
 */
record OrderCbow(int window, Layout layout, int centres) implements Composition {
  @Override
  public void learn(int[] words, int length, Step step) {
    if (length == 1) {
      return;
    }
    Tile tile = step.tile;
    for (int centre = 0; centre < length; centre++) {
      int input = tile.addInput();
      for (int offset = -window; offset <= window; offset++) {
        if (offset != 0) {
          int at = centre + offset;
          tile.mark(Layout.place(offset, window));
          tile.addPart(at >= 0 && at < length ? words[at] : layout.pad());
        }
      }
      step.objective.predict(tile, words[centre], input, input + 1);
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

  @Override
  public Joining joining() {
    return Joining.CHAIN;
  }
}
