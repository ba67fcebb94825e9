package dev.akin.words.training;

/** How a predicted word becomes outputs of a tile. */
sealed interface Objective permits NegativeSampling, HierarchicalSoftmax {
  /** Adds a word that some inputs of the tile predict, from a place on up to another. */
  void predict(Tile tile, int word, int fromInput, int toInput);

  /** Adds what all inputs share, after the words. */
  void finish(Tile tile, Draws draws);

  /** The most outputs of a tile that predicts so many words. */
  int mostOutputs(int targets);
}
