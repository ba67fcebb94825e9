package dev.akin.words.training;

/** How a sentence becomes tiles: all that one method has of its own in the hot loop. */
interface Composition {
  /**
   * Learns a sentence.
   *
   * @param words ordinals; the first {@code length} count
   */
  void learn(int[] words, int length, Step step);

  /** The most inputs of a tile. */
  int mostInputs();

  /** The most words predicted in a tile. */
  int mostTargets();

  /** The most members of a tile: as many as inputs where none is mixed. */
  default int mostMembers() {
    return mostInputs();
  }

  /** The most parts of an input that have shares. */
  default int mostShares() {
    return 0;
  }

  /** What the parts of an input become. */
  default Joining joining() {
    return Joining.MEAN;
  }
}
