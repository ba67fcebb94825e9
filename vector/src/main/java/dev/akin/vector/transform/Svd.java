package dev.akin.vector.transform;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The thin singular value decomposition A = Uᵀ diag(σ) V of a matrix [m × n], by one-sided Jacobi
 * rotations (Hestenes 1958; Demmel and Veselić 1992), which find small singular values to full
 * relative precision where eigenvalues of AᵀA lose them.
 *
 * <p>About 3 m n² operations a sweep and six to ten sweeps.
 *
 * @param left U: left singular vectors as rows [min(m, n) × m], orthonormal also where σ is 0
 * @param values σ, falling
 * @param right V: right singular vectors as rows [min(m, n) × n]
 */
@SuppressWarnings("ArrayRecordComponent") // made here, read in this package, compared nowhere
record Svd(double[][] left, double[] values, double[][] right) {
  private static final double ROUNDING = 0x1p-50;
  private static final int MAX_SWEEPS = 60;

  /** Singular values below this share of the largest belong to directions A does not have. */
  private static final double NEGLIGIBLE = 1e-12;

  /**
   * Decomposes a matrix.
   *
   * @param a [m × n], finite, not empty; not changed
   * @throws ArithmeticException if the rotations do not end
   */
  static Svd of(double[][] a) {
    if (a.length < a[0].length) {
      Svd other = tall(Dense.transposed(a));
      return new Svd(/* left= */ other.right, other.values, /* right= */ other.left);
    }
    return tall(a);
  }

  private static Svd tall(double[][] a) {
    double[][] columns = Dense.transposed(a);
    double[][] rotations = Dense.identity(columns.length);
    int sweeps = 0;
    while (sweep(columns, rotations)) {
      if (++sweeps > MAX_SWEEPS) {
        throw new ArithmeticException(
            "the columns of a matrix [%d × %d] are not orthogonal after %d sweeps"
                .formatted(a.length, columns.length, MAX_SWEEPS));
      }
    }
    return sorted(columns, rotations);
  }

  /** Whether a pair of columns had to be rotated. */
  private static boolean sweep(double[][] columns, double[][] rotations) {
    boolean rotated = false;
    for (int p = 0; p < columns.length - 1; p++) {
      for (int q = p + 1; q < columns.length; q++) {
        double upper = Dense.dot(columns[p], columns[p]);
        double lower = Dense.dot(columns[q], columns[q]);
        double product = Dense.dot(columns[p], columns[q]);
        if (Math.abs(product) > ROUNDING * Math.sqrt(upper * lower) && product != 0) {
          double zeta = (lower - upper) / (2 * product);
          double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
          double cosine = 1 / Math.sqrt(1 + tangent * tangent);
          rotate(columns[p], columns[q], cosine, cosine * tangent);
          rotate(rotations[p], rotations[q], cosine, cosine * tangent);
          rotated = true;
        }
      }
    }
    return rotated;
  }

  private static void rotate(double[] a, double[] b, double cosine, double sine) {
    for (int i = 0; i < a.length; i++) {
      double x = a[i];
      double y = b[i];
      a[i] = cosine * x - sine * y;
      b[i] = sine * x + cosine * y;
    }
  }

  private static Svd sorted(double[][] columns, double[][] rotations) {
    int n = columns.length;
    double[] norms = Arrays.stream(columns).mapToDouble(Dense::norm).toArray();
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -norms[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[n];
    double[][] left = new double[n][];
    double[][] right = new double[n][];
    for (int i = 0; i < n; i++) {
      values[i] = norms[order[i]];
      right[i] = rotations[order[i]];
      left[i] = columns[order[i]];
      if (values[i] > NEGLIGIBLE * values[0]) {
        scale(left[i], 1 / values[i]);
      } else {
        left[i] = orthogonal(left, i);
      }
    }
    return new Svd(left, values, right);
  }

  /** A unit vector orthogonal to the first rows: the unit axis that is farthest from their span. */
  private static double[] orthogonal(double[][] rows, int count) {
    int m = rows[0].length;
    double[] best = new double[m];
    double bestNorm = -1;
    for (int axis = 0; axis < m && bestNorm < 0.5; axis++) {
      double[] candidate = new double[m];
      candidate[axis] = 1;
      for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < count; i++) {
          Dense.addScaled(candidate, -Dense.dot(candidate, rows[i]), rows[i]);
        }
      }
      double norm = Dense.norm(candidate);
      if (norm > bestNorm) {
        bestNorm = norm;
        best = candidate;
      }
    }
    scale(best, 1 / Dense.norm(best));
    return best;
  }

  private static void scale(double[] row, double factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] *= factor;
    }
  }

  /** How many singular values exceed that share of the largest. */
  int rank(double share) {
    return (int) Arrays.stream(values).filter(value -> value > share * values[0]).count();
  }
}
