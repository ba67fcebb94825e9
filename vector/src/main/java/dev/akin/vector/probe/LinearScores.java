package dev.akin.vector.probe;

import dev.akin.vector.Matrix;

/**
 * Scores w·x + b of rows under several weight rows, in double and in one order, so that a row's
 * scores do not depend on the rows beside it or on the machine.
 *
 * <p>Four rows are taken at once: their four sums are independent, which keeps the processor's
 * adders busy. Parameters lie as [outputs × (dimension + 1)], the intercept behind its weights.
 * Holds scratch memory: for one thread.
 */
final class LinearScores {
  /** Rows taken at once. */
  static final int BLOCK = 4;

  private final Matrix rows;
  private final int outputs;
  private final int stride;
  private final double[][] cells;

  /** [row of the block][output]. */
  private final double[][] scores;

  LinearScores(Matrix rows, int outputs) {
    this.rows = rows;
    this.outputs = outputs;
    this.stride = rows.dimension() + 1;
    this.cells = new double[BLOCK][rows.dimension()];
    this.scores = new double[BLOCK][outputs];
  }

  /** Parameters of so many outputs. */
  static int parameters(int outputs, int dimension) {
    return outputs * (dimension + 1);
  }

  /**
   * Scores the rows from {@code first} on, at most four.
   *
   * @return [4][outputs], borrowed until the next call; what lies behind the last row has no
   *     meaning
   */
  double[][] score(int first, double[] parameters) {
    for (int b = 0; b < BLOCK; b++) {
      load(cells[b], Math.min(first + b, rows.rows() - 1));
    }
    for (int o = 0; o < outputs; o++) {
      score(parameters, o);
    }
    return scores;
  }

  private void load(double[] target, int row) {
    float[] values = rows.copyRow(row);
    for (int i = 0; i < target.length; i++) {
      target[i] = values[i];
    }
  }

  private void score(double[] parameters, int output) {
    double[] row0 = cells[0];
    double[] row1 = cells[1];
    double[] row2 = cells[2];
    double[] row3 = cells[3];
    int at = output * stride;
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    for (int i = 0; i < row0.length; i++) {
      double weight = parameters[at + i];
      sum0 += weight * row0[i];
      sum1 += weight * row1[i];
      sum2 += weight * row2[i];
      sum3 += weight * row3[i];
    }
    double intercept = parameters[at + row0.length];
    scores[0][output] = sum0 + intercept;
    scores[1][output] = sum1 + intercept;
    scores[2][output] = sum2 + intercept;
    scores[3][output] = sum3 + intercept;
  }

  /**
   * Adds to a gradient what the rows scored last pull: Σ pull · x to the weights, Σ pull to the
   * intercept.
   *
   * @param pulls [4][outputs], 0 for rows that are not there
   */
  void addPulls(double[][] pulls, double[] gradient) {
    double[] row0 = cells[0];
    double[] row1 = cells[1];
    double[] row2 = cells[2];
    double[] row3 = cells[3];
    for (int o = 0; o < outputs; o++) {
      double pull0 = pulls[0][o];
      double pull1 = pulls[1][o];
      double pull2 = pulls[2][o];
      double pull3 = pulls[3][o];
      int at = o * stride;
      for (int i = 0; i < row0.length; i++) {
        gradient[at + i] += pull0 * row0[i] + pull1 * row1[i] + (pull2 * row2[i] + pull3 * row3[i]);
      }
      gradient[at + row0.length] += pull0 + pull1 + (pull2 + pull3);
    }
  }
}
