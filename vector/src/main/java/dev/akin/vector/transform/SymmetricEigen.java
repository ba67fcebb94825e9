package dev.akin.vector.transform;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix A = Vᵀ diag(λ) V, by falling eigenvalue.
 *
 * <p>Householder reflections to tridiagonal form, then QR steps with Wilkinson's shift (Golub and
 * Van Loan 2013, algorithms 8.3.1 to 8.3.3). Eigenvectors are kept as rows, so that every inner
 * loop runs along memory. About 9 n³ operations: a second or two for n = 1024.
 *
 * @param values λ, falling
 * @param vectors V, one unit eigenvector a row, its largest cell in size positive
 */
@SuppressWarnings("ArrayRecordComponent") // made here, read in this package, compared nowhere
record SymmetricEigen(double[] values, double[][] vectors) {
  private static final double ROUNDING = 0x1p-52;

  /** QR steps for one eigenvalue at most; two or three are usual. */
  private static final int MAX_STEPS = 60;

  /**
   * Decomposes a symmetric matrix.
   *
   * @param a [n × n], finite; overwritten
   * @throws ArithmeticException if an eigenvalue does not settle
   */
  static SymmetricEigen of(double[][] a) {
    int n = a.length;
    double[] diagonal = new double[n];
    double[] beside = new double[n];
    double[] factors = reduce(a, beside);
    for (int i = 0; i < n; i++) {
      diagonal[i] = a[i][i];
    }
    double[][] vectors = accumulate(a, factors);
    iterate(diagonal, beside, vectors);
    return sorted(diagonal, vectors);
  }

  /**
   * Reduces to tridiagonal form: reflector k is I − factor vvᵀ, its v left in row k behind the
   * diagonal, the diagonal left in place.
   *
   * @param beside receives the subdiagonal
   * @return the factors
   */
  private static double[] reduce(double[][] a, double[] beside) {
    int n = a.length;
    double[] factors = new double[n];
    double[] p = new double[n];
    for (int k = 0; k < n - 1; k++) {
      double[] v = a[k];
      double scale = 0;
      for (int j = k + 1; j < n; j++) {
        scale = Math.max(scale, Math.abs(v[j]));
      }
      if (scale == 0) {
        continue;
      }
      double square = 0;
      for (int j = k + 1; j < n; j++) {
        v[j] /= scale;
        square += v[j] * v[j];
      }
      double norm = v[k + 1] > 0 ? -Math.sqrt(square) : Math.sqrt(square);
      beside[k] = norm * scale;
      factors[k] = 1 / (square - v[k + 1] * norm);
      v[k + 1] -= norm;
      reflect(a, k, factors[k], p);
    }
    return factors;
  }

  /**
   * A := HAH on the part behind row k: A − vwᵀ − wvᵀ with p = factor · Av, w = p − ½ factor pᵀv v.
   */
  private static void reflect(double[][] a, int k, double factor, double[] p) {
    int n = a.length;
    double[] v = a[k];
    Arrays.fill(p, 0);
    for (int j = k + 1; j < n; j++) {
      addScaled(p, factor * v[j], a[j], k + 1);
    }
    double product = 0;
    for (int j = k + 1; j < n; j++) {
      product += p[j] * v[j];
    }
    addScaled(p, -0.5 * factor * product, v, k + 1);
    for (int j = k + 1; j < n; j++) {
      addScaled(a[j], -v[j], p, k + 1);
      addScaled(a[j], -p[j], v, k + 1);
    }
  }

  /** The product of all reflectors, transposed: row i is what becomes eigenvector i. */
  private static double[][] accumulate(double[][] a, double[] factors) {
    int n = a.length;
    double[][] q = new double[n][n];
    for (int i = 0; i < n; i++) {
      q[i][i] = 1;
    }
    double[] u = new double[n];
    for (int k = n - 2; k >= 0; k--) {
      if (factors[k] == 0) {
        continue;
      }
      double[] v = a[k];
      Arrays.fill(u, 0);
      for (int j = k + 1; j < n; j++) {
        addScaled(u, v[j], q[j], k + 1);
      }
      for (int j = k + 1; j < n; j++) {
        addScaled(q[j], -factors[k] * v[j], u, k + 1);
      }
    }
    transpose(q);
    return q;
  }

  private static void transpose(double[][] q) {
    for (int i = 0; i < q.length; i++) {
      for (int j = 0; j < i; j++) {
        double swapped = q[i][j];
        q[i][j] = q[j][i];
        q[j][i] = swapped;
      }
    }
  }

  private static void addScaled(double[] target, double factor, double[] source, int from) {
    for (int j = from; j < target.length; j++) {
      target[j] += factor * source[j];
    }
  }

  /** QR steps on the last block that is not yet diagonal, until none is left. */
  private static void iterate(double[] diagonal, double[] beside, double[][] vectors) {
    int steps = 0;
    int last = diagonal.length - 1;
    while (last > 0) {
      int first = last;
      while (first > 0 && !isSmall(beside[first - 1], diagonal[first - 1], diagonal[first])) {
        first--;
      }
      if (first > 0) {
        beside[first - 1] = 0;
      }
      if (first == last) {
        last--;
        steps = 0;
      } else if (++steps > MAX_STEPS) {
        throw new ArithmeticException(
            "eigenvalue %d of %d did not settle in %d steps"
                .formatted(last, diagonal.length, MAX_STEPS));
      } else {
        step(diagonal, beside, vectors, first, last);
      }
    }
  }

  private static boolean isSmall(double beside, double above, double below) {
    return Math.abs(beside) <= ROUNDING * (Math.abs(above) + Math.abs(below));
  }

  /** One implicit step on rows first to last: rotations chase the bulge down the diagonal. */
  private static void step(double[] d, double[] e, double[][] vectors, int first, int last) {
    double half = (d[last - 1] - d[last]) / 2;
    double below = e[last - 1];
    double shift =
        d[last] - below * (below / (half + Math.copySign(Math.hypot(half, below), half)));
    double x = d[first] - shift;
    double z = e[first];
    for (int k = first; k < last; k++) {
      double radius = Math.hypot(x, z);
      double cosine = radius == 0 ? 1 : x / radius;
      double sine = radius == 0 ? 0 : -z / radius;
      if (k > first) {
        e[k - 1] = radius;
      }
      double upper = d[k];
      double lower = d[k + 1];
      double twice = 2 * cosine * sine * e[k];
      d[k] = cosine * cosine * upper - twice + sine * sine * lower;
      d[k + 1] = sine * sine * upper + twice + cosine * cosine * lower;
      e[k] = cosine * sine * (upper - lower) + (cosine * cosine - sine * sine) * e[k];
      if (k + 1 < last) {
        x = e[k];
        z = -sine * e[k + 1];
        e[k + 1] *= cosine;
      }
      rotate(vectors[k], vectors[k + 1], cosine, sine);
    }
  }

  private static void rotate(double[] a, double[] b, double cosine, double sine) {
    for (int j = 0; j < a.length; j++) {
      double upper = a[j];
      double lower = b[j];
      a[j] = cosine * upper - sine * lower;
      b[j] = sine * upper + cosine * lower;
    }
  }

  private static SymmetricEigen sorted(double[] diagonal, double[][] vectors) {
    int[] order =
        IntStream.range(0, diagonal.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -diagonal[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[order.length];
    double[][] sorted = new double[order.length][];
    for (int i = 0; i < order.length; i++) {
      values[i] = diagonal[order[i]];
      sorted[i] = vectors[order[i]];
      if (largest(sorted[i]) < 0) {
        for (int j = 0; j < sorted[i].length; j++) {
          sorted[i][j] = -sorted[i][j];
        }
      }
    }
    return new SymmetricEigen(values, sorted);
  }

  /** The cell largest in size, the first of equals. */
  private static double largest(double[] vector) {
    double largest = 0;
    for (double value : vector) {
      if (Math.abs(value) > Math.abs(largest)) {
        largest = value;
      }
    }
    return largest;
  }
}
