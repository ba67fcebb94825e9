package dev.akin.words.training;

/** The first of two predicts the second; what is not two is no pair. */
record PairPrediction(Features features) implements Composition {
  @Override
  public void learn(int[] words, int length, Step step) {
    if (length == 2) {
      features.addInput(step.tile, words[0]);
      step.objective.predict(step.tile, words[1], 0, 1);
      step.learnTile();
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
