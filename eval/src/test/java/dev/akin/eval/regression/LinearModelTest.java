package dev.akin.eval.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LinearModelTest {
  /** A coefficient, its error, t and p by statsmodels 0.15.0, ols('y ~ dom + x + C(a)'). */
  private static void same(Coefficient actual, double value, double error, double t, double p) {
    assertThat(actual.value()).isCloseTo(value, within(1e-12));
    assertThat(actual.standardError()).isCloseTo(error, within(1e-12));
    assertThat(actual.t()).isCloseTo(t, within(1e-9));
    assertThat(actual.p()).isCloseTo(p, within(1e-11));
  }

  @Test
  void theFitIsThatOfStatsmodels() {
    LinearModel model =
        LinearModel.fit(
            Design.of(15)
                .with("domain", Scores.DOMAIN)
                .with("complexity", Scores.COMPLEXITY)
                .withFactor("model", Scores.MODEL.levels()),
            Scores.Y);
    assertThat(model.coefficients())
        .extracting(Coefficient::name)
        .containsExactly("intercept", "domain", "complexity", "model=m2", "model=m3");
    same(
        model.requireCoefficient("intercept"),
        0.8731108238335881,
        0.10068107609104593,
        8.6720450131466,
        5.770250729708134e-06);
    same(
        model.requireCoefficient("domain"),
        0.001404395346103579,
        0.047542990317585083,
        0.029539482828536447,
        0.9770155560042181);
    same(
        model.requireCoefficient("complexity"),
        -0.08708426372076614,
        0.034151724319844055,
        -2.549922894234811,
        0.028867772645084683);
    same(
        model.requireCoefficient("model=m2"),
        0.053971089434715805,
        0.024671917886481626,
        2.1875514373484495,
        0.05355727871608091);
    assertThat(model.rSquared()).isCloseTo(0.9455590887541587, within(1e-12));
    assertThat(model.residual()).isCloseTo(0.006705668507854428, within(1e-14));
    assertThat(model.degreesOfFreedom()).isEqualTo(10);
  }

  @Test
  void noOtherCoefficientsHaveASmallerResidual() {
    Seeds.forEach(
        100,
        random -> {
          int rows = random.nextInt(5, 30);
          double[] x = random.doubles(rows, -1, 1).toArray();
          double[] z = random.doubles(rows, -1, 1).toArray();
          double[] y = random.doubles(rows).toArray();
          LinearModel model = LinearModel.fit(Design.of(rows).with("x", x).with("z", z), y);
          for (int attempt = 0; attempt < 10; attempt++) {
            double other = 0;
            double[] nudge = random.doubles(3, -0.01, 0.01).toArray();
            for (int i = 0; i < rows; i++) {
              double fitted =
                  value(model, 0)
                      + nudge[0]
                      + (value(model, 1) + nudge[1]) * x[i]
                      + (value(model, 2) + nudge[2]) * z[i];
              other += (y[i] - fitted) * (y[i] - fitted);
            }
            assertThat(other).isGreaterThanOrEqualTo(model.residual());
          }
        });
  }

  private static double value(LinearModel model, int place) {
    return model.coefficients().get(place).value();
  }

  @Test
  void anExactLineIsFoundAndAColumnOfLargeNumbersDoesNotDisturbIt() {
    double[] year = {2015, 2016, 2017, 2018, 2019, 2020};
    double[] y = Arrays.stream(year).map(x -> 3 + 0.25 * x).toArray();
    LinearModel model = LinearModel.fit(Design.of(6).with("year", year), y);
    assertThat(model.requireCoefficient("year").value()).isCloseTo(0.25, within(1e-11));
    assertThat(model.rSquared()).isCloseTo(1, within(1e-12));
  }

  /**
   * Scores of 7 systems on 60 data sets: a_m − 0.05 domain − 0.1 complexity + N(0, 0.02). The
   * domain's own effect comes back.
   */
  @Test
  void theEffectOfTheDomainIsRecovered() {
    Seeds.forEach(
        20,
        random -> {
          Coefficient domain = simulated(random, -0.05).requireCoefficient("domain");
          assertThat(domain.value()).isCloseTo(-0.05, within(0.01));
          assertThat(domain.p()).isLessThan(0.01);
        });
  }

  /**
   * The same with no effect of the domain, but harder data in it: the naive difference is
   * significant every time, the controlled one as rarely as its level says.
   */
  @Test
  void whatTheDataExplainIsNotPutDownToTheDomain() {
    int[] significant = {0};
    Seeds.forEach(
        100,
        random -> {
          double[][] columns = columns(random);
          double[] y = scores(random, columns, 0);
          LinearModel naive = LinearModel.fit(Design.of(y.length).with("domain", columns[0]), y);
          assertThat(naive.requireCoefficient("domain").p()).isLessThan(0.001);
          // −0.1 · 0.5, less four standard errors: 0.1 · 0.3 · √(2/30) each.
          assertThat(naive.requireCoefficient("domain").value()).isLessThan(-0.05 + 4 * 0.0078);
          LinearModel controlled = fit(columns, y);
          assertThat(controlled.requireCoefficient("domain").value()).isCloseTo(0, within(0.015));
          significant[0] += controlled.requireCoefficient("domain").p() <= 0.05 ? 1 : 0;
        });
    // 5 of 100 expected; 14 or more have a probability of 0.0005.
    assertThat(significant[0]).isLessThanOrEqualTo(13);
  }

  private static LinearModel simulated(SplittableRandom random, double effect) {
    double[][] columns = columns(random);
    return fit(columns, scores(random, columns, effect));
  }

  private static LinearModel fit(double[][] columns, double[] y) {
    List<String> systems = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      systems.add("m" + i % 7);
    }
    return LinearModel.fit(
        Design.of(y.length)
            .with("domain", columns[0])
            .with("complexity", columns[1])
            .withFactor("system", systems),
        y);
  }

  /** Domain (half of the 60 data sets) and complexity, higher by 0.5 in the domain. */
  private static double[][] columns(SplittableRandom random) {
    double[][] columns = new double[2][7 * 60];
    for (int set = 0; set < 60; set++) {
      double domain = set % 2;
      double complexity = random.nextGaussian(0.5 * domain, 0.3);
      for (int system = 0; system < 7; system++) {
        columns[0][set * 7 + system] = domain;
        columns[1][set * 7 + system] = complexity;
      }
    }
    return columns;
  }

  private static double[] scores(SplittableRandom random, double[][] columns, double effect) {
    double[] y = new double[columns[0].length];
    Arrays.setAll(
        y,
        i ->
            0.6
                + 0.02 * (i % 7)
                + effect * columns[0][i]
                - 0.1 * columns[1][i]
                + random.nextGaussian(0, 0.02));
    return y;
  }

  @Test
  void aColumnMadeOfOthersIsRefusedByName() {
    double[] x = {1, 2, 3, 4, 5};
    double[] twice = {3, 5, 7, 9, 11}; // 1 + 2x
    assertThatThrownBy(() -> LinearModel.fit(Design.of(5).with("x", x).with("twice", twice), x))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("column twice is a combination of those before it: [intercept, x]");
    assertThatThrownBy(() -> LinearModel.fit(Design.of(5).with("zero", new double[5]), x))
        .hasMessageContaining("column zero is a combination");
  }

  @Test
  void whatCannotBeFittedIsRefused() {
    Design design = Design.of(2).with("x", 1, 2);
    assertThatThrownBy(() -> LinearModel.fit(design, 1, 2))
        .hasMessageContaining("2 rows do not tell 2 coefficients from noise");
    assertThatThrownBy(() -> LinearModel.fit(Design.of(3), 1, 2))
        .hasMessage("2 scores for a design of 3 rows");
    assertThatThrownBy(() -> LinearModel.fit(Design.of(3), 1, 2, Double.NaN))
        .hasMessageContaining("score 2 is NaN");
    assertThatThrownBy(() -> Design.of(0)).hasMessageContaining("got 0");
    assertThatThrownBy(() -> Design.of(2).with("x", 1)).hasMessageContaining("column x has 1 rows");
    assertThatThrownBy(() -> design.with("x", 1, 2)).hasMessageContaining("two columns named x");
    assertThatThrownBy(() -> Design.of(1).with("x", Double.NaN))
        .hasMessageContaining("column x, row 0 is NaN");
    assertThatThrownBy(() -> LinearModel.fit(Design.of(3), 1, 2, 4).requireCoefficient("y"))
        .hasMessage("there is no column y among [intercept]");
  }

  @Test
  void scoresThatDoNotVaryLeaveNothingToExplain() {
    LinearModel model = LinearModel.fit(Design.of(4).with("x", 1, 2, 3, 5), new double[4]);
    assertThat(model.requireCoefficient("x").p()).isEqualTo(1);
    assertThat(model.rSquared()).isNaN();
  }
}
