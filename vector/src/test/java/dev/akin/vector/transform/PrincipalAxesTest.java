package dev.akin.vector.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import dev.akin.vector.Matrix;
import dev.akin.vector.RandomRows;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PrincipalAxesTest {
  @Test
  void handComputedAxes() {
    // Four points on the line x₂ = x₁ + 1 and none off it: mean (1, 2), variances 2 and 0.
    try (Matrix rows =
        Matrix.of(new float[] {0, 1}, new float[] {2, 3}, new float[] {0, 1}, new float[] {2, 3})) {
      PrincipalAxes axes = PrincipalAxes.fit(rows);
      assertThat(axes.variances()).containsExactly(new double[] {2, 0}, within(1e-12));
      assertThat(axes.rank()).isEqualTo(1);
      assertThat(axes.pca(1).apply(new float[] {2, 3})[0])
          .isCloseTo((float) Math.sqrt(2), within(1e-6f));
      assertThat(axes.whitening(1).apply(new float[] {2, 3})[0]).isCloseTo(1, within(1e-6f));
      assertThat(axes).hasToString("axes of 2 cells fitted on 4 rows");
    }
  }

  @Test
  void variancesAreThoseOfTheImages() {
    Seeds.forEach(
        5,
        random -> {
          try (Matrix rows = mixed(random, 300, 12);
              Matrix images = PrincipalAxes.fit(rows).pca(12).apply(rows)) {
            double[] variances = PrincipalAxes.fit(rows).variances();
            double[][] covariance = Moments.covariance(images, new float[12]);
            for (int i = 0; i < 12; i++) {
              for (int j = 0; j < 12; j++) {
                assertThat(covariance[i][j])
                    .isCloseTo(i == j ? variances[i] : 0, within(1e-5 * variances[0]));
              }
            }
          }
        });
  }

  @Test
  void allAxesKeepEveryDistance() {
    SplittableRandom random = new SplittableRandom(11);
    try (Matrix rows = mixed(random, 50, 9);
        Matrix images = PrincipalAxes.fit(rows).pca(9).apply(rows)) {
      for (int i = 1; i < 50; i++) {
        assertThat(distance(images, i, i - 1)).isCloseTo(distance(rows, i, i - 1), within(1e-4));
      }
    }
  }

  @Test
  void noProjectionKeepsMoreThanTheFirstAxes() {
    Seeds.forEach(
        5,
        random -> {
          try (Matrix rows = mixed(random, 200, 10)) {
            PrincipalAxes axes = PrincipalAxes.fit(rows);
            double kept = axes.variances()[0] + axes.variances()[1] + axes.variances()[2];
            double[][] covariance = Moments.covariance(rows, Moments.mean(rows));
            for (int trial = 0; trial < 50; trial++) {
              assertThat(keptByRandomAxes(random, covariance, 3)).isLessThan(kept * (1 + 1e-9));
            }
          }
        });
  }

  @Test
  void whitenedRowsHaveTheIdentityAsCovariance() {
    Seeds.forEach(
        5,
        random -> {
          try (Matrix rows = mixed(random, 500, 16)) {
            PrincipalAxes axes = PrincipalAxes.fit(rows);
            requireIdentity(axes.whitening(16), rows);
            requireIdentity(axes.whitening(5), rows);
            requireIdentity(axes.zca(), rows);
          }
        });
  }

  private static void requireIdentity(Transform whitening, Matrix rows) {
    try (Matrix images = whitening.apply(rows)) {
      double[][] covariance = Moments.covariance(images, new float[images.dimension()]);
      for (int i = 0; i < images.dimension(); i++) {
        for (int j = 0; j < images.dimension(); j++) {
          assertThat(covariance[i][j]).isCloseTo(i == j ? 1 : 0, within(1e-5));
        }
      }
    }
  }

  @Test
  void zcaLeavesWhiteRowsWhereTheyAre() {
    SplittableRandom random = new SplittableRandom(2);
    try (Matrix rows = mixed(random, 400, 6);
        Matrix white = PrincipalAxes.fit(rows).zca().apply(rows);
        Matrix again = PrincipalAxes.fit(white).zca().apply(white)) {
      for (int i = 0; i < 400; i++) {
        assertThat(again.copyRow(i)).containsExactly(white.copyRow(i), within(1e-4f));
      }
    }
  }

  @Test
  void fewerRowsThanCellsVaryAlongFewerAxes() {
    try (Matrix rows = RandomRows.matrix(new SplittableRandom(1), 5, 20)) {
      PrincipalAxes axes = PrincipalAxes.fit(rows);
      assertThat(axes.rank()).isEqualTo(4);
      assertThatThrownBy(() -> axes.whitening(5))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "whitening to 5 axes: the fitted rows have 4; fit on more rows or keep fewer axes");
      assertThatThrownBy(axes::zca)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("zca to 20 axes: the fitted rows have 4");
      assertThatThrownBy(() -> axes.pca(21))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("pca to 21 axes: the fitted rows have 20");
    }
  }

  @Test
  void rowsToFitOnAreChecked() {
    try (Matrix one = Matrix.allocate(1, 2);
        Matrix none = Matrix.allocate(0, 2);
        Matrix broken = Matrix.of(new float[] {1, 2}, new float[] {3, Float.NaN})) {
      assertThatThrownBy(() -> PrincipalAxes.fit(one))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("axes need 2 or more rows to fit on, got 1");
      assertThatThrownBy(() -> Transform.centre(none))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no rows to fit on");
      assertThatThrownBy(() -> PrincipalAxes.fit(broken))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("row 1, cell 1 is NaN");
    }
  }

  /** Rows whose cells depend on each other, away from the origin. */
  private static Matrix mixed(SplittableRandom random, int rows, int dimension) {
    float[][] mixing = new float[dimension][];
    for (int i = 0; i < dimension; i++) {
      mixing[i] = RandomRows.floats(random, dimension);
    }
    Transform mix = Transform.affine(new float[dimension], mixing, mixing[0], new Fit("mix", 0, 0));
    try (Matrix plain = RandomRows.matrix(random, rows, dimension)) {
      return mix.apply(plain);
    }
  }

  private static double distance(Matrix rows, int a, int b) {
    double sum = 0;
    for (int i = 0; i < rows.dimension(); i++) {
      sum += Math.pow((double) rows.get(a, i) - rows.get(b, i), 2);
    }
    return Math.sqrt(sum);
  }

  /** tr(U C Uᵀ) for random orthonormal rows U, by Gram and Schmidt. */
  private static double keptByRandomAxes(SplittableRandom random, double[][] c, int count) {
    double[][] axes = new double[count][c.length];
    double kept = 0;
    for (int a = 0; a < count; a++) {
      for (int i = 0; i < c.length; i++) {
        axes[a][i] = random.nextGaussian();
      }
      for (int before = 0; before < a; before++) {
        double product = dot(axes[a], axes[before]);
        for (int i = 0; i < c.length; i++) {
          axes[a][i] -= product * axes[before][i];
        }
      }
      double norm = Math.sqrt(dot(axes[a], axes[a]));
      for (int i = 0; i < c.length; i++) {
        axes[a][i] /= norm;
      }
      for (int i = 0; i < c.length; i++) {
        kept += axes[a][i] * dot(c[i], axes[a]);
      }
    }
    return kept;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
