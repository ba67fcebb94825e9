package dev.akin.vector.transform;

import dev.akin.vector.Matrix;
import java.util.Arrays;

/** Mean and covariance of rows, in double. */
final class Moments {
  /** Rows that go into the covariance together, so that it is read once for all of them. */
  private static final int BLOCK = 4;

  private Moments() {}

  /** (1/n) Σ x. */
  static float[] mean(Matrix rows) {
    double[] mean = doubleMean(rows);
    float[] rounded = new float[mean.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) mean[i];
    }
    return rounded;
  }

  private static double[] doubleMean(Matrix rows) {
    if (rows.rows() == 0) {
      throw new IllegalArgumentException("no rows to fit on");
    }
    rows.requireFinite();
    double[] sum = new double[rows.dimension()];
    for (int r = 0; r < rows.rows(); r++) {
      float[] row = rows.copyRow(r);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += row[i];
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= rows.rows();
    }
    return sum;
  }

  /** (1/n) Σ (x − c)(x − c)ᵀ, full and symmetric. O(rows · dimension²). */
  static double[][] covariance(Matrix rows, float[] centre) {
    int dimension = rows.dimension();
    double[][] sums = new double[dimension][dimension];
    double[][] block = new double[BLOCK][dimension];
    for (int first = 0; first < rows.rows(); first += BLOCK) {
      for (int b = 0; b < BLOCK; b++) {
        fill(block[b], rows, first + b, centre);
      }
      for (int i = 0; i < dimension; i++) {
        addOuter(sums[i], i, block);
      }
    }
    for (int i = 0; i < dimension; i++) {
      for (int j = i; j < dimension; j++) {
        sums[i][j] /= rows.rows();
        sums[j][i] = sums[i][j];
      }
    }
    return sums;
  }

  /** The centred row; zeros, which add nothing, behind the last one. */
  private static void fill(double[] target, Matrix rows, int row, float[] centre) {
    if (row >= rows.rows()) {
      Arrays.fill(target, 0);
      return;
    }
    float[] values = rows.copyRow(row);
    for (int i = 0; i < target.length; i++) {
      target[i] = (double) values[i] - centre[i];
    }
  }

  private static void addOuter(double[] sums, int i, double[][] block) {
    double[] a = block[0];
    double[] b = block[1];
    double[] c = block[2];
    double[] d = block[3];
    double ai = a[i];
    double bi = b[i];
    double ci = c[i];
    double di = d[i];
    for (int j = i; j < sums.length; j++) {
      sums[j] += ai * a[j] + bi * b[j] + (ci * c[j] + di * d[j]);
    }
  }
}
