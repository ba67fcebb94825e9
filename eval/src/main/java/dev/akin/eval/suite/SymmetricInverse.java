package dev.akin.eval.suite;

/** The inverse of a symmetric positive definite matrix by Cholesky's factorisation. */
final class SymmetricInverse {
  private SymmetricInverse() {}

  /** A⁻¹ = L⁻ᵀL⁻¹ of A = LLᵀ. O(n³); A is not changed. */
  static double[][] of(double[][] a) {
    double[][] root = inverseOf(factor(a));
    double[][] inverse = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = i; k < a.length; k++) {
          sum += root[k][i] * root[k][j];
        }
        inverse[i][j] = sum;
        inverse[j][i] = sum;
      }
    }
    return inverse;
  }

  private static double[][] factor(double[][] a) {
    double[][] lower = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = a[i][j];
        for (int k = 0; k < j; k++) {
          rest -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
      }
    }
    return lower;
  }

  private static double[][] inverseOf(double[][] lower) {
    double[][] inverse = new double[lower.length][lower.length];
    for (int column = 0; column < lower.length; column++) {
      inverse[column][column] = 1 / lower[column][column];
      for (int i = column + 1; i < lower.length; i++) {
        double sum = 0;
        for (int k = column; k < i; k++) {
          sum -= lower[i][k] * inverse[k][column];
        }
        inverse[i][column] = sum / lower[i][i];
      }
    }
    return inverse;
  }
}
