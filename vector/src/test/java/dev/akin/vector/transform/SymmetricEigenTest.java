package dev.akin.vector.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {
  @Test
  void handComputedTwoByTwo() {
    SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}});
    assertThat(eigen.values()).containsExactly(new double[] {3, 1}, within(1e-15));
    double root = Math.sqrt(0.5);
    assertThat(eigen.vectors()[0]).containsExactly(new double[] {root, root}, within(1e-15));
    assertThat(Math.abs(eigen.vectors()[1][0])).isCloseTo(root, within(1e-15));
  }

  @Test
  void aDiagonalMatrixIsSorted() {
    SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{1, 0, 0}, {0, -4, 0}, {0, 0, 7}});
    assertThat(eigen.values()).containsExactly(7, 1, -4);
    assertThat(eigen.vectors()[0]).containsExactly(0, 0, 1);
    assertThat(eigen.vectors()[2]).containsExactly(0, 1, 0);
  }

  @Test
  void secondDifferencesHaveTheirKnownSpectrum() {
    int n = 200;
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i][i] = 2;
      if (i > 0) {
        a[i][i - 1] = -1;
        a[i - 1][i] = -1;
      }
    }
    double[] values = SymmetricEigen.of(a).values();
    for (int k = 1; k <= n; k++) {
      // λ = 2 − 2 cos(kπ / (n + 1)), rising in k
      assertThat(values[n - k]).isCloseTo(2 - 2 * Math.cos(k * Math.PI / (n + 1)), within(1e-13));
    }
  }

  @Test
  void vectorsAreOrthonormalAndGiveTheMatrixBack() {
    Seeds.forEach(
        60,
        random -> {
          int n = 1 + random.nextInt(40);
          double[][] a = symmetric(random, n, 1 + random.nextInt(n));
          SymmetricEigen eigen = SymmetricEigen.of(copy(a));
          double size = Math.max(Math.abs(eigen.values()[0]), Math.abs(eigen.values()[n - 1]));
          double[][] v = eigen.vectors();
          for (int i = 0; i < n; i++) {
            assertThat(i == 0 ? 0 : eigen.values()[i] - eigen.values()[i - 1])
                .isLessThanOrEqualTo(0);
            for (int j = 0; j < n; j++) {
              double product = 0;
              double cell = 0;
              for (int k = 0; k < n; k++) {
                product += v[i][k] * v[j][k];
                cell += eigen.values()[k] * v[k][i] * v[k][j];
              }
              assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-13 * n));
              assertThat(cell).isCloseTo(a[i][j], within(1e-14 * n * n * size + 1e-300));
            }
          }
        });
  }

  @Test
  void agreesWithJacobiRotations() {
    Seeds.forEach(
        20,
        random -> {
          int n = 2 + random.nextInt(20);
          double[][] a = symmetric(random, n, n);
          double[] expected = jacobi(copy(a));
          assertThat(SymmetricEigen.of(a).values()).containsExactly(expected, within(1e-11));
        });
  }

  @Test
  void sizesFarApartAreFound() {
    double[][] a = {{1e20, 1, 0}, {1, 1e-3, 0}, {0, 0, 1e-25}};
    assertThat(SymmetricEigen.of(a).values()[0]).isCloseTo(1e20, within(1e5));
    double[][] small = {{2e-200, 1e-200}, {1e-200, 2e-200}};
    assertThat(SymmetricEigen.of(small).values()[0] / 1e-200).isCloseTo(3, within(1e-13));
  }

  @Test
  void whatDoesNotSettleIsSaid() {
    double[][] broken = {{1, Double.NaN}, {Double.NaN, 1}};
    assertThatThrownBy(() -> SymmetricEigen.of(broken))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("eigenvalue 1 of 2 did not settle in 60 steps");
  }

  @Test
  void rowsOfAnEncoderTakeSeconds() {
    SplittableRandom random = new SplittableRandom(5);
    int n = 384;
    double[][] a = symmetric(random, n, n);
    double trace = 0;
    for (int i = 0; i < n; i++) {
      trace += a[i][i];
    }
    double sum = Arrays.stream(SymmetricEigen.of(a).values()).sum();
    assertThat(sum).isCloseTo(trace, within(1e-9 * n));
  }

  /** B diag(±) Bᵀ of the given rank. */
  private static double[][] symmetric(SplittableRandom random, int n, int rank) {
    double[][] a = new double[n][n];
    double[] b = new double[n];
    for (int r = 0; r < rank; r++) {
      double sign = random.nextBoolean() ? 1 : -1;
      for (int i = 0; i < n; i++) {
        b[i] = random.nextGaussian();
      }
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          a[i][j] += sign * b[i] * b[j];
        }
      }
    }
    return a;
  }

  private static double[][] copy(double[][] a) {
    return Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
  }

  /** The classical method (Jacobi 1846): rotate away one cell after the other. */
  private static double[] jacobi(double[][] a) {
    int n = a.length;
    for (int sweep = 0; sweep < 30; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          double angle = 0.5 * Math.atan2(2 * a[p][q], a[q][q] - a[p][p]);
          double c = Math.cos(angle);
          double s = Math.sin(angle);
          for (int k = 0; k < n; k++) {
            double left = a[k][p];
            a[k][p] = c * left - s * a[k][q];
            a[k][q] = s * left + c * a[k][q];
          }
          for (int k = 0; k < n; k++) {
            double upper = a[p][k];
            a[p][k] = c * upper - s * a[q][k];
            a[q][k] = s * upper + c * a[q][k];
          }
        }
      }
    }
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = -a[i][i];
    }
    Arrays.sort(values);
    return Arrays.stream(values).map(value -> -value).toArray();
  }
}
