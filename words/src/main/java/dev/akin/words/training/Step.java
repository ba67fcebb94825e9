package dev.akin.words.training;

/**
 * What a composition works with in one thread: the tile, random numbers, the learning rate of the
 * moment.
 */
final class Step {
  final Tile tile;
  final Objective objective;
  Draws draws = new Draws(0);
  float rate;

  Step(Tile tile, Objective objective) {
    this.tile = tile;
    this.objective = objective;
  }
}
