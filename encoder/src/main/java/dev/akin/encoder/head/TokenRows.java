package dev.akin.encoder.head;

import java.util.Arrays;
import java.util.Objects;

/**
 * The rows of one text's tokens, padding left out: {@code count} rows of {@code dimension} floats
 * from {@code from} on.
 *
 * <p>A borrowed view: the cells belong to the caller, who may overwrite them once the call it was
 * made for has returned.
 */
public final class TokenRows {
  private final float[] cells;
  private final int from;
  private final int count;
  private final int dimension;

  /**
   * A view of part of an array.
   *
   * @param from index of the first row's first cell
   * @param count how many tokens; 0 for a text without any
   */
  public TokenRows(float[] cells, int from, int count, int dimension) {
    Objects.checkFromIndexSize(from, Math.multiplyExact(count, dimension), cells.length);
    this.cells = cells;
    this.from = from;
    this.count = count;
    this.dimension = dimension;
  }

  /** No row at all. */
  public static TokenRows none(int dimension) {
    return new TokenRows(new float[0], 0, 0, dimension);
  }

  /** How many tokens. */
  public int count() {
    return count;
  }

  /** Length of a row. */
  public int dimension() {
    return dimension;
  }

  /** Without the first rows (those of a prompt); none is left when there are not more. */
  public TokenRows withoutFirst(int rows) {
    int dropped = Math.min(rows, count);
    return new TokenRows(cells, from + dropped * dimension, count - dropped, dimension);
  }

  /** These rows without those behind the first {@code rows}. */
  public TokenRows first(int rows) {
    return new TokenRows(cells, from, Math.min(rows, count), dimension);
  }

  /** Copies all cells to the beginning of an array [≥ count × dimension]. */
  public void copyTo(float[] out) {
    System.arraycopy(cells, from, out, 0, count * dimension);
  }

  /** A copy of the first row, or a row of zeros where there is none. */
  public float[] firstRow() {
    return count == 0 ? new float[dimension] : Arrays.copyOfRange(cells, from, from + dimension);
  }

  /** The array the rows stand in; not to be changed. */
  float[] cells() {
    return cells;
  }

  /** Index of the first cell of a token's row. */
  int start(int token) {
    return from + token * dimension;
  }
}
