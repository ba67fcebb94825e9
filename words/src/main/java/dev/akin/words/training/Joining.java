package dev.akin.words.training;

import dev.akin.vector.RowBlock;

/** How the parts of an input become its row. */
enum Joining {
  /** Their mean. */
  MEAN,
  /** Their sum. */
  SUM,
  /**
   * Bits: 1 where the sigmoid of their mean is above one half, else 0 (Grzegorczyk and Kurdziel
   * 2017). The error goes straight through the rounding, and through the sigmoid by its slope.
   */
  BITS,
  /** The mean of members, the last of which is {@link #BITS} before: of words and a code. */
  MEAN_WITH_CODE,
  /** Each in its place, one behind another. */
  CHAIN;

  /**
   * How much faster than the outputs the codes are learned: the slope is at most a quarter, and
   * bits flip only where a cell crosses zero, so at the rate of the words they would stay as they
   * were drawn.
   */
  static final float BITS_PACE = 20;

  /** Beyond it the slope is that of here: a cell that went far can still come back. */
  private static final float STEEPEST = 6;

  /** Cells of codes begin within this of zero, so that about half of the bits are set. */
  static final float BITS_START = 0.5f;

  /** Whether parts are divided by how many they are. */
  boolean isMean() {
    return this == MEAN || this == BITS || this == MEAN_WITH_CODE;
  }

  /**
   * Rounds the rows of a block from one on, and leaves in another the slopes that an error is to
   * take, a row each.
   */
  static void round(RowBlock cells, int from, RowBlock slopes, int dimension) {
    slopes.clear();
    for (int row = from; row < cells.rows(); row++) {
      int slope = slopes.appendZeros();
      for (int c = 0; c < dimension; c++) {
        float cell = cells.get(row, c);
        float share = Sigmoid.of(Math.min(STEEPEST, Math.abs(cell)));
        slopes.set(slope, c, BITS_PACE * share * (1 - share));
        cells.set(row, c, cell > 0 ? 1 : 0);
      }
    }
  }
}
