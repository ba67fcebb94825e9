package dev.akin.words.geometry;

/** How alike a word is in two tables of one space: the higher, the less it changed. */
public enum ChangeMeasure {
  /** The cosine of the word's two vectors, in [−1, 1]. */
  COSINE("cosine"),
  /**
   * The cosine of two vectors that have a cell for each word that is near in either table: how near
   * it is in the one, and in the other (Di Carlo, Bianchi and Palmonari 2019, after Hamilton,
   * Leskovec and Jurafsky 2016, local neighbourhood measure), in [−1, 1]. What turned as a whole
   * has not changed; needs no common space.
   */
  NEIGHBOURHOOD("lncs2"),
  /** The mean of the two, in [−1, 1]. */
  MOVING("moving"),
  /** The share of the nearest words that the tables agree in, in [0, 1]. */
  INTERSECTION("intersection");

  private final String label;

  ChangeMeasure(String label) {
    this.label = label;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }
}
