package dev.akin.vector.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LbfgsTest {
  private static final Lbfgs.Options TO_THE_END = new Lbfgs.Options(10_000, 1e-9, 0);

  /** Σ 100 (x₍ᵢ₊₁₎ − xᵢ²)² + (1 − xᵢ)². */
  private static double rosenbrock(double[] x, double[] gradient) {
    Arrays.fill(gradient, 0);
    double value = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double above = x[i + 1] - x[i] * x[i];
      value += 100 * above * above + (1 - x[i]) * (1 - x[i]);
      gradient[i] += -400 * x[i] * above - 2 * (1 - x[i]);
      gradient[i + 1] += 200 * above;
    }
    return value;
  }

  /** SciPy 1.10.1: minimize(rosen, method='L-BFGS-B', maxiter=…, gtol=1e-10, ftol=0, maxls=50). */
  @Test
  void everyStepIsThatOfScipy() {
    double[] start = {-1.2, 1.0, 0.5, -0.7};
    checkSteps(
        start,
        5,
        3.7248069479192423,
        -0.593777351400868,
        0.37796205522100923,
        0.1566486538717374,
        0.030029314591563678);
    checkSteps(
        start,
        15,
        3.6302939274825694,
        -0.37975644977052136,
        0.13956037513236927,
        0.015680361825148405,
        -0.01146588563259347);
    checkSteps(
        start,
        30,
        1.3670387080162345,
        0.6863093989602191,
        0.43388937159579033,
        0.16604924303157292,
        0.00198380949659961);
  }

  private static void checkSteps(double[] start, int iterations, double value, double... point) {
    Lbfgs.Minimum found =
        Lbfgs.minimise(LbfgsTest::rosenbrock, start, new Lbfgs.Options(iterations, 1e-10, 0));
    assertThat(found.iterations()).isEqualTo(iterations);
    assertThat(found.isConverged()).isFalse();
    // Both round differently, and steps through the valley amplify it.
    assertThat(found.value()).isCloseTo(value, within(1e-6));
    assertThat(found.point()).containsExactly(point, within(1e-6));
  }

  @Test
  void theMinimumOfTheValleyIsFound() {
    Lbfgs.Minimum found =
        Lbfgs.minimise(LbfgsTest::rosenbrock, new double[] {-1.2, 1, -1.2, 1}, TO_THE_END);
    assertThat(found.isConverged()).isTrue();
    double[] gradient = new double[4];
    rosenbrock(found.point(), gradient);
    assertThat(gradient).containsExactly(new double[4], within(1e-9));
  }

  @Test
  void aQuadraticBowlIsSolvedLikeItsEquations() {
    Seeds.forEach(
        50,
        random -> {
          int n = random.nextInt(1, 30);
          double[] curvature = random.doubles(n, 0.01, 100).toArray();
          double[] centre = random.doubles(n, -5, 5).toArray();
          Objective bowl =
              (x, gradient) -> {
                double value = 0;
                for (int i = 0; i < n; i++) {
                  gradient[i] = curvature[i] * (x[i] - centre[i]);
                  value += gradient[i] * (x[i] - centre[i]) / 2;
                }
                return value;
              };
          Lbfgs.Minimum found = Lbfgs.minimise(bowl, new double[n], TO_THE_END);
          for (int i = 0; i < n; i++) {
            // |x − c| = |gradient| / curvature.
            assertThat(found.point()[i]).isCloseTo(centre[i], within(1e-9 / 0.01));
          }
        });
  }

  @Test
  void aStartAtTheMinimumStaysThere() {
    Lbfgs.Minimum found = Lbfgs.minimise(LbfgsTest::rosenbrock, new double[] {1, 1, 1}, TO_THE_END);
    assertThat(found.iterations()).isZero();
    assertThat(found.isConverged()).isTrue();
    assertThat(found.point()).containsExactly(1, 1, 1);
  }

  @Test
  void aStepThatLowersTheValueTooLittleEndsTheSearch() {
    var loose = new Lbfgs.Options(1000, 0, 1e-2);
    Lbfgs.Minimum found = Lbfgs.minimise(LbfgsTest::rosenbrock, new double[] {-1.2, 1}, loose);
    assertThat(found.isConverged()).isTrue();
    assertThat(found.iterations()).isLessThan(1000);
  }

  @Test
  void aStepKeepsTheWolfeConditions() {
    Seeds.forEach(
        300,
        random -> {
          double[] wave = wave(random);
          if (slope(wave, 0) >= 0) {
            return;
          }
          var search = new LineSearch(value(wave, 0), slope(wave, 0), random.nextDouble(0.01, 3));
          int trials = 0;
          while (!search.isOver(value(wave, search.next()), slope(wave, search.next()))) {
            assertThat(++trials).isLessThan(50);
          }
          double step = search.next();
          assertThat(value(wave, step))
              .isLessThanOrEqualTo(value(wave, 0) + 1e-3 * step * slope(wave, 0) + 1e-12);
          assertThat(step).isPositive();
        });
  }

  /** a s² + b s + c cos(d s + e), bounded below. */
  private static double[] wave(SplittableRandom random) {
    return new double[] {
      random.nextDouble(0.05, 2),
      random.nextDouble(-3, 1),
      random.nextDouble(0, 1),
      random.nextDouble(0, 4),
      random.nextDouble(0, 6)
    };
  }

  private static double value(double[] w, double s) {
    return w[0] * s * s + w[1] * s + w[2] * Math.cos(w[3] * s + w[4]);
  }

  private static double slope(double[] w, double s) {
    return 2 * w[0] * s + w[1] - w[2] * w[3] * Math.sin(w[3] * s + w[4]);
  }
}
