package dev.akin.vector.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against the dense decomposition of the same matrix. */
class TruncatedSvdTest {
  /** A dense matrix as a map. */
  private static final class DenseMap implements LinearMap {
    private final double[][] a;

    DenseMap(double[][] a) {
      this.a = a;
    }

    @Override
    public int rows() {
      return a.length;
    }

    @Override
    public int columns() {
      return a[0].length;
    }

    @Override
    public void addProduct(double[][] x, double[][] y) {
      double[][] product = Dense.times(a, x);
      for (int i = 0; i < y.length; i++) {
        Dense.addScaled(y[i], 1, product[i]);
      }
    }

    @Override
    public void addTransposedProduct(double[][] y, double[][] x) {
      double[][] product = Dense.times(Dense.transposed(a), y);
      for (int i = 0; i < x.length; i++) {
        Dense.addScaled(x[i], 1, product[i]);
      }
    }
  }

  /** Singular values that fall by a half each, in random directions. */
  private static double[][] falling(int rows, int columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] a = new double[rows][columns];
    double value = 100;
    for (int k = 0; k < 12; k++) {
      double[] u = gaussian(rows, random);
      double[] v = gaussian(columns, random);
      Dense.addOuter(a, value / Math.sqrt((double) rows * columns), u, v);
      value /= 2;
    }
    return a;
  }

  private static double[] gaussian(int length, SplittableRandom random) {
    double[] draws = new double[length];
    for (int i = 0; i < length; i++) {
      draws[i] = random.nextGaussian();
    }
    return draws;
  }

  @Test
  void largestValuesAndVectorsAreThoseOfTheDenseDecomposition() throws IOException {
    for (int[] shape : new int[][] {{60, 40}, {40, 60}, {31, 31}}) {
      double[][] a = falling(shape[0], shape[1], 7);
      Svd dense = Svd.of(a);
      TruncatedSvd found = TruncatedSvd.of(new DenseMap(a), TruncatedSvd.Options.of(6, 1));
      for (int k = 0; k < 6; k++) {
        assertThat(found.values()[k])
            .isCloseTo(dense.values()[k], within(1e-9 * dense.values()[0]));
        double cosine = 0;
        double[] column = new double[shape[0]];
        for (int i = 0; i < shape[0]; i++) {
          column[i] = found.left(i)[k];
          cosine += column[i] * dense.left()[k][i];
        }
        assertThat(Math.abs(cosine)).as("left vector %d", k).isCloseTo(1, within(1e-9));
      }
      assertReconstructs(a, dense, found);
    }
  }

  /** ‖A − UσVᵀ‖² is the sum of the squares that were left out. */
  private static void assertReconstructs(double[][] a, Svd dense, TruncatedSvd found) {
    double lost = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        double sum = 0;
        for (int k = 0; k < found.rank(); k++) {
          sum += found.left(i)[k] * found.values()[k] * found.right(j)[k];
        }
        lost += (a[i][j] - sum) * (a[i][j] - sum);
      }
    }
    double least = 0;
    for (int k = found.rank(); k < dense.values().length; k++) {
      least += dense.values()[k] * dense.values()[k];
    }
    assertThat(lost).isCloseTo(least, within(1e-6 * least));
  }

  @Test
  void aMatrixOfSmallerRankHasZerosBehind() throws IOException {
    double[][] a = new double[20][15];
    Dense.addOuter(
        a, 3, gaussian(20, new SplittableRandom(1)), gaussian(15, new SplittableRandom(2)));
    double[] values = TruncatedSvd.of(new DenseMap(a), TruncatedSvd.Options.of(4, 1)).values();
    assertThat(values[0]).isCloseTo(Svd.of(a).values()[0], within(1e-9));
    assertThat(values[1]).isCloseTo(0, within(1e-9));
  }

  @Test
  void theSameSeedGivesTheSameNumbers() throws IOException {
    DenseMap a = new DenseMap(falling(30, 20, 3));
    TruncatedSvd one = TruncatedSvd.of(a, TruncatedSvd.Options.of(5, 9));
    TruncatedSvd again = TruncatedSvd.of(a, TruncatedSvd.Options.of(5, 9));
    for (int i = 0; i < 30; i++) {
      assertThat(again.left(i)).containsExactly(one.left(i));
    }
  }

  @Test
  void leftRowsCarryTheValuesToAPower() throws IOException {
    TruncatedSvd svd =
        TruncatedSvd.of(new DenseMap(falling(12, 9, 4)), TruncatedSvd.Options.of(3, 1));
    try (var rows = svd.leftRows(0.5)) {
      assertThat(rows.get(5, 2))
          .isCloseTo((float) (svd.left(5)[2] * Math.sqrt(svd.values()[2])), within(1e-6f));
    }
  }

  @Test
  void moreValuesThanTheMatrixHasAreRefused() {
    assertThatThrownBy(
            () -> TruncatedSvd.of(new DenseMap(new double[4][3]), TruncatedSvd.Options.of(5, 1)))
        .hasMessageContaining("[4 × 3] has at most 3 singular values, 5 are wanted");
    assertThatThrownBy(() -> new TruncatedSvd.Options(0, 1, 1, 1)).hasMessageContaining("0 values");
  }
}
