package dev.akin.words.evaluation;

/**
 * How many items of a set could be judged.
 *
 * @param covered items whose words all have vectors
 * @param total items of the set
 */
public record Coverage(int covered, int total) {
  /** The share covered, in [0, 1]; 0 of an empty set. */
  public double share() {
    return total == 0 ? 0 : (double) covered / total;
  }

  Coverage plus(Coverage other) {
    return new Coverage(covered + other.covered, total + other.total);
  }
}
