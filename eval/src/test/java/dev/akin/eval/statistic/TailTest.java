package dev.akin.eval.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.akin.testkit.Seeds;
import org.junit.jupiter.api.Test;

/** Figures without a formula beside them: mpmath 1.3.0 with 40 digits, rounded to 15. */
class TailTest {
  /** 1e-10 relative, as promised, in the percent that assertj takes. */
  private static final double PERCENT = 1e-8;

  private static void same(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, withinPercentage(PERCENT));
  }

  @Test
  void theNormalTailHasItsPublishedValues() {
    same(Tail.normal(0), 0.5);
    same(Tail.normal(0.5), 0.308537538725987);
    same(Tail.normal(-0.5), 1 - 0.308537538725987);
    same(Tail.normal(1.95996398454005), 0.025);
    same(Tail.normal(5), 2.86651571879194e-07);
    same(Tail.normal(10), 7.61985302416053e-24);
    same(Tail.normal(37), 5.72557122252458e-300);
    assertThat(Tail.normal(Double.POSITIVE_INFINITY)).isZero();
    assertThat(Tail.normal(Double.NEGATIVE_INFINITY)).isEqualTo(1);
  }

  @Test
  void studentsTailHasItsPublishedValues() {
    same(Tail.studentT(1, 1), 0.25);
    same(Tail.studentT(2.5, 3), 0.0438533235040328);
    same(Tail.studentT(2.03451529744934, 33), 0.025);
    same(Tail.studentT(0.3, 299), 0.382192806687321);
    same(Tail.studentT(4.2, 299), 1.76310692269832e-05);
    same(Tail.studentT(30, 5), 3.85932431024803e-07);
    same(Tail.studentT(1.5, 0.5), 0.253950895324054);
    same(Tail.studentT(3, 1_000_000), 0.0013499312707109);
    same(Tail.studentT(0.0001, 7), 0.49996150085499);
    assertThat(Tail.studentT(Double.POSITIVE_INFINITY, 4)).isZero();
    assertThat(Tail.studentT(Double.NEGATIVE_INFINITY, 4)).isEqualTo(1);
  }

  @Test
  void oneAndTwoDegreesOfFreedomAreTheirClosedForms() {
    for (double t : new double[] {0.01, 0.4, 1, 3, 40, 1e6}) {
      same(Tail.studentT(t, 1), Math.atan(1 / t) / Math.PI);
      same(Tail.studentT(t, 2), 1 / (t * t + 2 + t * Math.sqrt(t * t + 2)));
    }
  }

  @Test
  void fishersTailHasItsPublishedValues() {
    same(Tail.f(4, 2, 10), 0.0529221494013446);
    same(Tail.f(1.2, 7, 60), 0.316839992726278);
    same(Tail.f(3.5, 6, 1_000_000), 0.00183475141763906);
    same(Tail.f(0.2, 40, 3), 0.995122828556808);
    same(Tail.f(25, 1, 500), 7.94641504790956e-07);
    same(Tail.f(1.001, 100_000, 100_000), 0.437214814353968);
    assertThat(Tail.f(0, 3, 4)).isEqualTo(1);
    assertThat(Tail.f(Double.POSITIVE_INFINITY, 3, 4)).isZero();
  }

  @Test
  void theChiSquaredTailHasItsPublishedValues() {
    same(Tail.chiSquare(3.84145882069412, 1), 0.0500000000000001);
    same(Tail.chiSquare(10, 2), Math.exp(-5));
    same(Tail.chiSquare(0.5, 7), 0.999446481390425);
    same(Tail.chiSquare(200, 100), 1.17845007209794e-08);
    same(Tail.chiSquare(50, 1), 1.53745979442803e-12);
    same(Tail.chiSquare(1_000_500, 1_000_000), 0.361682231710304);
    assertThat(Tail.chiSquare(0, 3)).isEqualTo(1);
  }

  @Test
  void theBinomialTailIsTheSumOfItsTerms() {
    same(Tail.binomial(3, 10, 0.5), 0.9453125);
    same(Tail.binomial(60, 100, 0.5), 0.0284439668204904);
    same(Tail.binomial(1, 1000, 0.001), 0.632304575229036);
    same(Tail.binomial(540, 1000, 0.5), 0.00622207313858589);
    Seeds.forEach(
        300,
        random -> {
          int n = random.nextInt(1, 30);
          int k = random.nextInt(-1, n + 2);
          double p = random.nextDouble();
          double sum = 0;
          for (int i = Math.max(0, k); i <= n; i++) {
            double choose = 1;
            for (int j = 1; j <= i; j++) {
              choose *= (n - i + j) / (double) j;
            }
            sum += choose * Math.pow(p, i) * Math.pow(1 - p, n - i);
          }
          same(Tail.binomial(k, n, p), sum);
        });
    assertThat(Tail.binomial(1, 3, 0)).isZero();
    assertThat(Tail.binomial(3, 3, 1)).isEqualTo(1);
  }

  @Test
  void theSquareOfTIsFAndTheSquareOfNormalIsChiSquared() {
    Seeds.forEach(
        300,
        random -> {
          double t = random.nextDouble() * 6;
          double df = Math.exp(random.nextDouble() * 12);
          same(2 * Tail.studentT(t, df), Tail.f(t * t, 1, df));
          same(2 * Tail.normal(t), Tail.chiSquare(t * t, 1));
        });
  }

  @Test
  void aLowerTailIsTheUpperTailOfTheReciprocalF() {
    Seeds.forEach(
        300,
        random -> {
          double f = Math.exp(random.nextDouble() * 4 - 2);
          double a = Math.exp(random.nextDouble() * 8);
          double b = Math.exp(random.nextDouble() * 8);
          assertThat(Tail.f(f, a, b) + Tail.f(1 / f, b, a)).isCloseTo(1, within(1e-12));
        });
  }

  @Test
  void theRangeOfNormalVariablesHasItsPublishedValues() {
    double[] of3 = {0.0338948535246893, 0.085542571654958, 0.210876504963538, 0.512184073970807};
    int[] variables = {2, 3, 5, 10};
    for (int i = 0; i < of3.length; i++) {
      assertThat(Tail.normalRange(3, variables[i])).isCloseTo(of3[i], within(1e-13));
    }
    assertThat(Tail.normalRange(4.5, 10)).isCloseTo(0.0473058273129286, within(1e-13));
    assertThat(Tail.normalRange(0, 4)).isEqualTo(1);
  }

  @Test
  void theRangeOfTwoIsADifferenceOfTwo() {
    for (double q : new double[] {0.1, 1, 2.5, 6}) {
      assertThat(Tail.normalRange(q, 2))
          .isCloseTo(2 * Tail.normal(q / Math.sqrt(2)), within(1e-13));
    }
  }

  /** Demšar (2006), table 5: q(0.05)/√2 and q(0.10)/√2 to three digits. */
  @Test
  void nemenyisCriticalValuesAreThePrintedOnes() {
    double[] at05 = {1.960, 2.343, 2.569, 2.728, 2.850, 2.949, 3.031, 3.102, 3.164};
    double[] at10 = {1.645, 2.052, 2.291, 2.459, 2.589, 2.693, 2.780, 2.855, 2.920};
    for (int k = 2; k <= 10; k++) {
      double half = Math.sqrt(0.5);
      // The table is cut in places where it should be rounded: one step of its last digit.
      assertThat(half * Tail.normalRangeQuantile(0.05, k)).isCloseTo(at05[k - 2], within(1e-3));
      assertThat(half * Tail.normalRangeQuantile(0.10, k)).isCloseTo(at10[k - 2], within(1e-3));
    }
  }

  @Test
  void aQuantileUndoesItsTail() {
    same(Tail.normalQuantile(0.025), 1.95996398454005);
    same(Tail.studentTQuantile(0.025, 33), 2.03451529744934);
    Seeds.forEach(
        100,
        random -> {
          double p = Math.exp(-random.nextDouble() * 200);
          if (p < 1) {
            same(Tail.normal(Tail.normalQuantile(p)), p);
            double df = Math.exp(random.nextDouble() * 10);
            double tail = Math.max(p, 1e-12);
            same(Tail.studentT(Tail.studentTQuantile(tail, df), df), tail);
          }
        });
    assertThat(Tail.normalQuantile(0.7)).isCloseTo(-Tail.normalQuantile(0.3), within(1e-14));
  }

  @Test
  void whatIsNoDistributionIsRefused() {
    assertThatThrownBy(() -> Tail.studentT(1, 0)).hasMessageContaining("0.0 degrees of freedom");
    assertThatThrownBy(() -> Tail.f(1, 2, Double.NaN)).hasMessageContaining("NaN degrees");
    assertThatThrownBy(() -> Tail.chiSquare(1, -1)).hasMessageContaining("-1.0 degrees");
    assertThatThrownBy(() -> Tail.binomial(1, 3, 1.5)).hasMessageContaining("p = 1.5");
    assertThatThrownBy(() -> Tail.binomial(1, -3, 0.5)).hasMessageContaining("n = -3");
    assertThatThrownBy(() -> Tail.normalQuantile(0)).hasMessageContaining("0.0 is no probability");
    assertThatThrownBy(() -> Tail.normalRange(1, 1)).hasMessageContaining("2 variables, got 1");
  }
}
