package dev.akin.eval.regression;

import java.util.List;

/**
 * The QR factorisation of a design by Householder reflections (Golub and Van Loan 2013, algorithm
 * 5.2.1), which does not square the condition as the normal equations do. Belongs to one fit.
 */
final class Reflections {
  /** A column keeps less than this of its length beside the earlier ones: it is made of them. */
  private static final double DEPENDENT = 1e-10;

  /** Column k holds R above the diagonal and reflector k from there on. */
  private final double[][] columns;

  private final double[] diagonal;

  /**
   * Factors a design. O(rows · columns²).
   *
   * @throws IllegalArgumentException if a column is a combination of those before it (names it)
   */
  Reflections(Design design) {
    columns = design.copyColumns();
    diagonal = new double[columns.length];
    for (int k = 0; k < columns.length; k++) {
      double whole = length(columns[k], 0);
      for (int earlier = 0; earlier < k; earlier++) {
        reflect(earlier, columns[k]);
      }
      double rest = k < design.rows() ? length(columns[k], k) : 0;
      if (rest <= DEPENDENT * whole) {
        throw new IllegalArgumentException(
            "column %s is a combination of those before it: %s"
                .formatted(design.names().get(k), List.copyOf(design.names().subList(0, k))));
      }
      diagonal[k] = columns[k][k] > 0 ? -rest : rest;
      columns[k][k] -= diagonal[k];
    }
  }

  /** Applies reflector k, I − 2vvᵀ/vᵀv, in place. */
  private void reflect(int k, double[] vector) {
    double[] v = columns[k];
    double product = 0;
    double square = 0;
    for (int i = k; i < v.length; i++) {
      product += v[i] * vector[i];
      square += v[i] * v[i];
    }
    double factor = 2 * product / square;
    for (int i = k; i < v.length; i++) {
      vector[i] -= factor * v[i];
    }
  }

  private static double length(double[] vector, int from) {
    double square = 0;
    for (int i = from; i < vector.length; i++) {
      square += vector[i] * vector[i];
    }
    return Math.sqrt(square);
  }

  /** Qᵀy; what lies behind the first {@code columns} cells is the part no column explains. */
  double[] rotated(double[] y) {
    double[] rotated = y.clone();
    for (int k = 0; k < columns.length; k++) {
      reflect(k, rotated);
    }
    return rotated;
  }

  /** The x with R x = the first cells of a vector. */
  double[] solve(double[] right) {
    double[] x = new double[columns.length];
    for (int i = x.length - 1; i >= 0; i--) {
      double rest = right[i];
      for (int j = i + 1; j < x.length; j++) {
        rest -= columns[j][i] * x[j];
      }
      x[i] = rest / diagonal[i];
    }
    return x;
  }

  /** The diagonal of (XᵀX)⁻¹ = R⁻¹R⁻ᵀ: squared lengths of the rows of R⁻¹. */
  double[] inverseDiagonal() {
    double[] squares = new double[columns.length];
    for (int unit = 0; unit < columns.length; unit++) {
      double[] right = new double[columns.length];
      right[unit] = 1;
      double[] column = solve(right);
      for (int i = 0; i < squares.length; i++) {
        squares[i] += column[i] * column[i];
      }
    }
    return squares;
  }
}
