package dev.akin.encoder.sparse;

import java.util.Arrays;

/**
 * The cells of a row that are not 0. Immutable.
 *
 * <p>Cells rise; sums are in double.
 */
public final class SparseRow {
  private final int[] cells;
  private final float[] weights;

  private SparseRow(int[] cells, float[] weights) {
    this.cells = cells;
    this.weights = weights;
  }

  /**
   * A row of these cells; copied.
   *
   * @param cells rising, from 0
   * @param weights one finite number for each
   * @throws IllegalArgumentException if cells do not rise, or a weight is not finite (names it)
   */
  public static SparseRow of(int[] cells, float[] weights) {
    if (cells.length != weights.length) {
      throw new IllegalArgumentException(
          "%d cells and %d weights".formatted(cells.length, weights.length));
    }
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] < 0 || (i > 0 && cells[i] <= cells[i - 1])) {
        throw new IllegalArgumentException(
            "cells rise from 0 on, and cell %d is %d".formatted(i, cells[i]));
      }
      if (!Float.isFinite(weights[i])) {
        throw new IllegalArgumentException(
            "the weight of cell %d is %s".formatted(cells[i], weights[i]));
      }
    }
    return new SparseRow(cells.clone(), weights.clone());
  }

  /** How many cells are kept. */
  public int count() {
    return cells.length;
  }

  /** The number of the i-th kept cell. */
  public int cell(int i) {
    return cells[i];
  }

  /** What stands in it. */
  public float weight(int i) {
    return weights[i];
  }

  /** Σ aᵢ bᵢ. O(cells of both). */
  public double dot(SparseRow other) {
    double sum = 0;
    int i = 0;
    int j = 0;
    while (i < cells.length && j < other.cells.length) {
      if (cells[i] == other.cells[j]) {
        sum += (double) weights[i++] * other.weights[j++];
      } else if (cells[i] < other.cells[j]) {
        i++;
      } else {
        j++;
      }
    }
    return sum;
  }

  /** The cosine of both; 0 if one of them is empty. */
  public double cosine(SparseRow other) {
    double norms = Math.sqrt(dot(this) * other.dot(other));
    return norms == 0 ? 0 : dot(other) / norms;
  }

  /**
   * The row in full.
   *
   * @param dimension more than every cell
   */
  public float[] toDense(int dimension) {
    float[] dense = new float[dimension];
    for (int i = 0; i < cells.length; i++) {
      dense[cells[i]] = weights[i];
    }
    return dense;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SparseRow row
        && Arrays.equals(cells, row.cells)
        && Arrays.equals(weights, row.weights);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(cells) + Arrays.hashCode(weights);
  }

  @Override
  public String toString() {
    return "SparseRow[%d cells]".formatted(cells.length);
  }
}
