package dev.akin.eval.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import org.junit.jupiter.api.Test;

class CorrelationTest {
  private static final double[] X = {1, 2, 2, 3, 5, 4};
  private static final double[] Y = {1, 3, 2, 2, 6, 5};

  /** scipy 1.17.1: pearsonr, spearmanr, kendalltau. */
  @Test
  void theCoefficientsAreThoseOfScipy() {
    assertThat(Correlation.pearson(X, Y)).isCloseTo(0.9217882995366644, within(1e-14));
    assertThat(Correlation.spearman(X, Y)).isCloseTo(0.8676470588235294, within(1e-14));
    assertThat(Correlation.kendall(X, Y)).isCloseTo(0.7857142857142858, within(1e-14));
  }

  @Test
  void aRowGoesWithItselfAndAgainstItsOpposite() {
    Seeds.forEach(
        100,
        random -> {
          double[] x = random.doubles(random.nextInt(2, 20)).toArray();
          double[] opposite = new double[x.length];
          for (int i = 0; i < x.length; i++) {
            opposite[i] = -Math.exp(x[i]);
          }
          assertThat(Correlation.pearson(x, x)).isCloseTo(1, within(1e-12));
          assertThat(Correlation.spearman(x, opposite)).isCloseTo(-1, within(1e-12));
          assertThat(Correlation.kendall(x, opposite)).isCloseTo(-1, within(1e-12));
        });
  }

  @Test
  void aConstantRowGoesWithNothing() {
    double[] same = {3, 3, 3, 3, 3, 3};
    assertThat(Correlation.pearson(X, same)).isZero();
    assertThat(Correlation.spearman(same, X)).isZero();
    assertThat(Correlation.kendall(X, same)).isZero();
  }

  @Test
  void rowsOfDifferentLengthsAreRefused() {
    assertThatThrownBy(() -> Correlation.pearson(X, new double[2]))
        .hasMessageContaining("6 values cannot be correlated with 2");
    assertThatThrownBy(() -> Correlation.kendall(new double[0], new double[0]))
        .hasMessageContaining("no values");
  }
}
