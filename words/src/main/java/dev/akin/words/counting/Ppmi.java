package dev.akin.words.counting;

import dev.akin.vector.transform.LinearMap;

/**
 * Positive pointwise mutual information of counts as a matrix to multiply with: max(0, ln(p(w, c) /
 * (p(w) p(c))) − ln k), p(c) ∝ countᵅ (Levy, Goldberg and Dagan 2015, section 3). Each product
 * reads the counts once.
 */
final class Ppmi implements LinearMap {
  private final Cooccurrences counts;
  private final double[] ofRows;
  private final double[] ofColumns;

  /**
   * The matrix of these counts.
   *
   * @param smoothing α: below 1, rare contexts count less
   * @param shift k: 1 for none
   */
  Ppmi(Cooccurrences counts, double smoothing, double shift) {
    this.counts = counts;
    Margins margins = Margins.of(counts);
    // ln(x / rowSum) − ln p(c) − ln k, the first part of it by row and the others by column.
    this.ofRows = new double[counts.rows()];
    for (int row = 0; row < counts.rows(); row++) {
      double sum = 0;
      for (int block = 0; block < counts.blocks(); block++) {
        sum += margins.row(block, row);
      }
      ofRows[row] = Math.log(sum);
    }
    this.ofColumns = new double[counts.columns()];
    double smoothed = 0;
    for (int column = 0; column < counts.columns(); column++) {
      smoothed += Math.pow(margins.column(column), smoothing);
    }
    for (int column = 0; column < counts.columns(); column++) {
      ofColumns[column] =
          smoothing * Math.log(margins.column(column)) - Math.log(smoothed) + Math.log(shift);
    }
  }

  /** The value of a cell of which so much was counted. */
  double value(int row, int column, double count) {
    return Math.max(0, Math.log(count) - ofRows[row] - ofColumns[column]);
  }

  @Override
  public int rows() {
    return counts.rows();
  }

  @Override
  public int columns() {
    return counts.columns();
  }

  @Override
  public void addProduct(double[][] x, double[][] y) {
    counts.forEach((row, column, count) -> addScaled(value(row, column, count), x[column], y[row]));
  }

  @Override
  public void addTransposedProduct(double[][] y, double[][] x) {
    counts.forEach((row, column, count) -> addScaled(value(row, column, count), y[row], x[column]));
  }

  private static void addScaled(double factor, double[] from, double[] to) {
    if (factor != 0) {
      for (int i = 0; i < to.length; i++) {
        to[i] += factor * from[i];
      }
    }
  }
}
