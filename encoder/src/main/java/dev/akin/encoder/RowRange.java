package dev.akin.encoder;

import dev.akin.vector.Matrix;

/** The check every encoder makes before it writes to a caller's matrix. */
public final class RowRange {
  private RowRange() {}

  /**
   * Whether the rows of that many texts fit.
   *
   * @throws IllegalArgumentException if not, naming the shape that is needed and the one given
   */
  public static void check(int texts, int dimension, Matrix out, int firstRow) {
    if (out.dimension() != dimension || firstRow < 0 || firstRow > out.rows() - texts) {
      throw new IllegalArgumentException(
          "%d texts from row %d on need a matrix [≥ %d × %d], got %s"
              .formatted(texts, firstRow, (long) firstRow + texts, dimension, out));
    }
  }
}
