package dev.akin.words.training;

/**
 * What a composition works with in one thread: the tile, random numbers, the learning rate and the
 * line of the moment.
 */
final class Step {
  final Tile tile;
  final Tile.Tables tables;
  final Objective objective;
  Draws draws = new Draws(0);
  float rate;

  /** The share of the training that is done. */
  float done;

  /** Which line of the text the sentence is of. */
  int line;

  /** Room for the windows of the words of a tile. */
  final int[] reaches;

  Step(Tile.Tables tables, Composition composition, Objective objective) {
    this.tile = new Tile(tables, composition, objective);
    this.tables = tables;
    this.objective = objective;
    this.reaches = new int[composition.mostInputs()];
  }

  /** Draws the noise of what the tile gathered, and learns it. */
  void learnTile() {
    objective.finish(tile, draws);
    tile.learn(rate);
  }
}
