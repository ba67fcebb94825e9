package dev.akin.vector.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import org.junit.jupiter.api.Test;

class SvdTest {
  @Test
  void handComputedValues() {
    // AᵀA = [25 20; 20 25]: eigenvalues 45 and 5.
    Svd svd = Svd.of(new double[][] {{3, 0}, {4, 5}});
    assertThat(svd.values())
        .containsExactly(new double[] {Math.sqrt(45), Math.sqrt(5)}, within(1e-14));
  }

  @Test
  void valuesAreThoseThatNumpyGives() {
    // numpy.linalg.svd of the 4 × 4 Hilbert matrix, whose condition number is 15,514.
    double[][] hilbert = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        hilbert[i][j] = 1.0 / (i + j + 1);
      }
    }
    assertThat(Svd.of(hilbert).values())
        .containsExactly(
            new double[] {
              1.5002142800592428, 0.16914122022145003, 0.006738273605760711, 9.670230402260517e-05
            },
            within(1e-15));
  }

  @Test
  void factorsAreOrthonormalAndMultiplyToTheMatrix() {
    Seeds.forEach(
        20,
        random -> {
          int m = 1 + random.nextInt(12);
          int n = 1 + random.nextInt(12);
          int rank = 1 + random.nextInt(Math.min(m, n));
          double[][] a = new double[m][n];
          for (int r = 0; r < rank; r++) {
            Dense.addOuter(
                a, 1, random.doubles(m, -1, 1).toArray(), random.doubles(n, -1, 1).toArray());
          }
          Svd svd = Svd.of(a);
          assertThat(svd.rank(1e-10)).isEqualTo(rank);
          requireOrthonormal(svd.left());
          requireOrthonormal(svd.right());
          double[][] product =
              Dense.times(
                  Dense.columnsScaled(Dense.transposed(svd.left()), svd.values()), svd.right());
          for (int i = 0; i < m; i++) {
            assertThat(product[i]).containsExactly(a[i], within(1e-12));
          }
        });
  }

  private static void requireOrthonormal(double[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j <= i; j++) {
        assertThat(Dense.dot(rows[i], rows[j])).isCloseTo(i == j ? 1 : 0, within(1e-12));
      }
    }
  }
}
