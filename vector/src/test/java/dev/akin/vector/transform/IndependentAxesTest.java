package dev.akin.vector.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.vector.Matrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndependentAxesTest {
  private static final int ROWS = 6000;
  private static final int SOURCES = 8;

  /** Independent sources with heavy tails, of unequal size, one a column. */
  private static double[][] laplace(SplittableRandom random) {
    double[][] sources = new double[ROWS][SOURCES];
    for (double[] row : sources) {
      for (int s = 0; s < SOURCES; s++) {
        double sign = random.nextBoolean() ? 1 : -1;
        row[s] = (s + 1) * sign * random.nextExponential();
      }
    }
    return sources;
  }

  private static double[][] mixed(double[][] sources, SplittableRandom random) {
    double[][] mixing = new double[SOURCES][];
    for (int s = 0; s < SOURCES; s++) {
      mixing[s] = random.doubles(SOURCES, -1, 1).toArray();
    }
    double[][] rows = Dense.times(sources, mixing);
    Arrays.stream(rows).forEach(row -> row[0] += 5);
    return rows;
  }

  private static double[] column(double[][] rows, int column) {
    return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
  }

  private static double moment(double[] values, int power) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(v -> Math.pow(v - mean, power)).average().orElseThrow();
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double product =
        IntStream.range(0, a.length)
            .mapToDouble(i -> (a[i] - meanA) * (b[i] - meanB))
            .average()
            .orElseThrow();
    return product / Math.sqrt(moment(a, 2) * moment(b, 2));
  }

  private static double kurtosis(double[] values) {
    return moment(values, 4) / Math.pow(moment(values, 2), 2);
  }

  private static double[][] images(Transform transform, Matrix rows) {
    try (Matrix images = transform.apply(rows)) {
      return Dense.rows(images);
    }
  }

  @Test
  void mixedSourcesComeApartAgainWherePrincipalAxesLeaveThemMixed() {
    SplittableRandom random = new SplittableRandom(11);
    double[][] sources = laplace(random);
    try (Matrix rows = AlignmentTest.matrix(mixed(sources, random))) {
      IndependentAxes axes = IndependentAxes.fit(rows, SOURCES, 200, 1);
      assertThat(axes.isSettled()).isTrue();
      double[][] found = images(axes.transform(), rows);
      double[][] whitened = images(PrincipalAxes.fit(rows).whitening(SOURCES), rows);
      double worstPrincipal = 1;
      for (int s = 0; s < SOURCES; s++) {
        double[] source = column(sources, s);
        assertThat(nearest(found, source)).as("source %d", s).isGreaterThan(0.98);
        worstPrincipal = Math.min(worstPrincipal, nearest(whitened, source));
      }
      assertThat(worstPrincipal).isLessThan(0.9);
      assertThat(meanKurtosis(found)).isGreaterThan(meanKurtosis(whitened) + 0.5);
      for (int s = 0; s < SOURCES; s++) {
        assertThat(moment(column(found, s), 2)).isBetween(0.999, 1.001);
      }
    }
  }

  private static double nearest(double[][] found, double[] source) {
    return IntStream.range(0, SOURCES)
        .mapToDouble(i -> Math.abs(correlation(column(found, i), source)))
        .max()
        .orElseThrow();
  }

  private static double meanKurtosis(double[][] rows) {
    return IntStream.range(0, SOURCES)
        .mapToDouble(i -> kurtosis(column(rows, i)))
        .average()
        .orElseThrow();
  }

  @Test
  void theSameSeedGivesTheSameAxes() {
    SplittableRandom random = new SplittableRandom(12);
    try (Matrix rows = AlignmentTest.matrix(mixed(laplace(random), random))) {
      Transform first = IndependentAxes.fit(rows, 4, 50, 7).transform();
      assertThat(IndependentAxes.fit(rows, 4, 50, 7).transform()).isEqualTo(first);
      assertThat(IndependentAxes.fit(rows, 4, 50, 8).transform()).isNotEqualTo(first);
    }
  }

  @Test
  void oneRoundIsSaidNotToHaveSettled() {
    SplittableRandom random = new SplittableRandom(13);
    try (Matrix rows = AlignmentTest.matrix(mixed(laplace(random), random))) {
      assertThat(IndependentAxes.fit(rows, SOURCES, 1, 7))
          .hasToString("8 independent axes, 1 rounds, not settled");
      assertThatThrownBy(() -> IndependentAxes.fit(rows, SOURCES + 1, 10, 7))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("the fitted rows have 8");
    }
  }
}
