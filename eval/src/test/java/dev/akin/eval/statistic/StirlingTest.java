package dev.akin.eval.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.akin.testkit.Seeds;
import org.junit.jupiter.api.Test;

class StirlingTest {
  private static double gamma(double z) {
    return Math.sqrt(2 * Math.PI / z) * Math.pow(z / Math.E, z) * Math.exp(Stirling.error(z));
  }

  @Test
  void gammaIsFactorialsAndHalves() {
    double factorial = 1;
    for (int n = 1; n < 30; n++) {
      assertThat(gamma(n)).isCloseTo(factorial, withinPercentage(1e-11));
      factorial *= n;
    }
    assertThat(gamma(0.5)).isCloseTo(Math.sqrt(Math.PI), withinPercentage(1e-11));
    assertThat(gamma(2.5)).isCloseTo(0.75 * Math.sqrt(Math.PI), withinPercentage(1e-11));
  }

  @Test
  void gammaGrowsByItsArgument() {
    Seeds.forEach(
        200,
        random -> {
          double z = random.nextDouble() * 40 + 1e-3;
          assertThat(gamma(z + 1)).isCloseTo(z * gamma(z), withinPercentage(1e-10));
        });
  }

  @Test
  void theSeriesAndTheClimbMeet() {
    double below = Math.nextDown(16.0);
    assertThat(Stirling.error(below)).isCloseTo(Stirling.error(16), within(1e-15));
  }

  @Test
  void theDevianceIsItsFormulaWhereThatIsExact() {
    Seeds.forEach(
        200,
        random -> {
          double m = random.nextDouble() * 10 + 0.1;
          double x = m * (1.3 + random.nextDouble());
          assertThat(Stirling.deviance(x, m))
              .isCloseTo(x * Math.log(x / m) + m - x, withinPercentage(1e-10));
        });
  }

  @Test
  void nearTheMeanTheDevianceIsHalfTheSquaredDistance() {
    // x ln(x/m) + m − x = (x − m)²/2m − (x − m)³/6m² + …; the formula itself would give 0 or noise.
    double m = 1e6;
    double d = 1e-3;
    assertThat(Stirling.deviance(m + d, m)).isCloseTo(d * d / (2 * m), withinPercentage(1e-3));
    assertThat(Stirling.deviance(m, m)).isZero();
  }
}
