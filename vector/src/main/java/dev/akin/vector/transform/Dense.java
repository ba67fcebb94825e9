package dev.akin.vector.transform;

import dev.akin.vector.Matrix;

/** Small matrices in double, rows of rows; loops run along memory. */
final class Dense {
  private Dense() {}

  static double[][] identity(int n) {
    double[][] identity = new double[n][n];
    for (int i = 0; i < n; i++) {
      identity[i][i] = 1;
    }
    return identity;
  }

  /** AB, [a × b] times [b × c]. */
  static double[][] times(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b.length == 0 ? 0 : b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        addScaled(product[i], a[i][k], b[k]);
      }
    }
    return product;
  }

  static double[][] transposed(double[][] a) {
    double[][] transposed = new double[a.length == 0 ? 0 : a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        transposed[j][i] = a[i][j];
      }
    }
    return transposed;
  }

  /** The columns of A, each times its factor. */
  static double[][] columnsScaled(double[][] a, double[] factors) {
    double[][] scaled = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      scaled[i] = a[i].clone();
      for (int j = 0; j < scaled[i].length; j++) {
        scaled[i][j] *= factors[j];
      }
    }
    return scaled;
  }

  /** A += factor · xyᵀ. */
  static void addOuter(double[][] a, double factor, double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      addScaled(a[i], factor * x[i], y);
    }
  }

  static void addScaled(double[] target, double factor, double[] row) {
    for (int j = 0; j < target.length; j++) {
      target[j] += factor * row[j];
    }
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  /** Σ xᵢzᵢᵀ over pairs of rows. */
  static double[][] crossProducts(Matrix x, int[] xRows, Matrix z, int[] zRows) {
    double[][] sums = new double[x.dimension()][z.dimension()];
    for (int i = 0; i < xRows.length; i++) {
      addOuter(sums, 1, row(x, xRows[i]), row(z, zRows[i]));
    }
    return sums;
  }

  static double[] row(Matrix matrix, int row) {
    float[] cells = matrix.copyRow(row);
    double[] wide = new double[cells.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = cells[i];
    }
    return wide;
  }

  /** All rows of a matrix. */
  static double[][] rows(Matrix matrix) {
    double[][] rows = new double[matrix.rows()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(matrix, i);
    }
    return rows;
  }

  /** Rounded to float32. */
  static float[][] rounded(double[][] a) {
    float[][] rounded = new float[a.length][];
    for (int i = 0; i < a.length; i++) {
      rounded[i] = new float[a[i].length];
      for (int j = 0; j < a[i].length; j++) {
        rounded[i][j] = (float) a[i][j];
      }
    }
    return rounded;
  }

  /**
   * A power of a symmetric matrix without negative eigenvalues, Vᵀ diag(λᵖ) V; eigenvalues below a
   * share of the largest count as zero and stay zero, so that a negative power is that of the
   * pseudo-inverse.
   *
   * @param a not changed
   */
  static double[][] power(double[][] a, double exponent, double negligible) {
    double[][] copy = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      copy[i] = a[i].clone();
    }
    SymmetricEigen eigen = SymmetricEigen.of(copy);
    double floor = Math.max(0, eigen.values()[0]) * negligible;
    double[][] power = new double[a.length][a.length];
    for (int axis = 0; axis < a.length; axis++) {
      double value = eigen.values()[axis];
      if (value > floor) {
        addOuter(power, Math.pow(value, exponent), eigen.vectors()[axis], eigen.vectors()[axis]);
      }
    }
    return power;
  }
}
