package dev.akin.vector.transform;

/** Columns made orthonormal in place, A = QR. */
final class Orthonormal {
  /** A column whose rest is this small beside it lies in the span of those before. */
  private static final double NEGLIGIBLE = 1e-13;

  private Orthonormal() {}

  /**
   * Replaces a tall matrix by Q, by Gram–Schmidt with a second round, which makes Q orthonormal to
   * rounding (Giraud et al. 2005). A column in the span of those before becomes zeros.
   *
   * @param a [rows × columns], overwritten; a row is a row of memory, so columns are gone through
   *     side by side
   * @return R [columns × columns], upper triangular
   */
  static double[][] columns(double[][] a) {
    int columns = a.length == 0 ? 0 : a[0].length;
    double[][] r = new double[columns][columns];
    double[] products = new double[columns];
    for (int j = 0; j < columns; j++) {
      double before = Math.sqrt(square(a, j));
      for (int round = 0; round < 2; round++) {
        products(a, j, products);
        for (double[] row : a) {
          double sum = 0;
          for (int i = 0; i < j; i++) {
            sum += products[i] * row[i];
          }
          row[j] -= sum;
        }
        for (int i = 0; i < j; i++) {
          r[i][j] += products[i];
        }
      }
      double norm = Math.sqrt(square(a, j));
      boolean isNew = norm > NEGLIGIBLE * before;
      r[j][j] = isNew ? norm : 0;
      for (double[] row : a) {
        row[j] = isNew ? row[j] / norm : 0;
      }
    }
    return r;
  }

  private static double square(double[][] a, int column) {
    double sum = 0;
    for (double[] row : a) {
      sum += row[column] * row[column];
    }
    return sum;
  }

  /** Of a column with those before it. */
  private static void products(double[][] a, int column, double[] products) {
    for (int i = 0; i < column; i++) {
      products[i] = 0;
    }
    for (double[] row : a) {
      double cell = row[column];
      for (int i = 0; i < column; i++) {
        products[i] += cell * row[i];
      }
    }
  }
}
