package dev.akin.words.training;

/** How a context chooses among the senses of a word, and what is learned of it. For one thread. */
sealed interface SenseChoice permits SenseClassifier, ContextCentres {
  /** The choice of a method that learns senses, among those of an occurrence. */
  static SenseChoice of(Method method, Occurrence at) {
    return method == Method.MSSG ? new ContextCentres(at) : new SenseClassifier(at);
  }

  /** Makes the shares of the occurrence that was read the probabilities of the senses there. */
  void weigh();

  /**
   * Makes them what is learned there.
   *
   * @param counts whether they count among those of the word
   */
  void choose(Step step, boolean counts);

  /** Gives a tile the input that stands for the word: of its senses, what was chosen. */
  void addInput(Tile tile);

  /** Learns to choose from a tile that was learned. */
  void learn(Step step);
}
