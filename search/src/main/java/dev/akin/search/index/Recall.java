package dev.akin.search.index;

/**
 * How well the graph search of an index finds the true neighbours of its own vectors.
 *
 * @param measured share of the true 10 nearest (the vector itself left out) that were found
 * @param target what was asked for
 * @param candidates how many candidates a search for 10 looks at to reach it
 * @param sample how many vectors were used as queries
 */
public record Recall(double measured, double target, int candidates, int sample) {
  /** How many neighbours are looked for when recall is measured. */
  public static final int NEIGHBOURS = 10;

  /** Whether the target was reached; if not, {@code candidates} is the largest that was tried. */
  public boolean isReached() {
    return measured >= target;
  }
}
