package dev.akin.eval.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SharedDrawsTest {
  private static final Resampling DRAWS = new Resampling(5_000, 17);

  @Test
  void allSystemsAreDrawnOnTheSameItems() {
    double[] values = new SplittableRandom(1).doubles(50).toArray();
    double[] doubled = Arrays.stream(values).map(v -> 2 * v).toArray();
    double[][] drawn =
        SharedDraws.bootstrap(
            List.of(Estimate.mean(values), Estimate.mean(doubled)), Units.single(50), DRAWS);
    for (int draw = 0; draw < DRAWS.draws(); draw++) {
      assertThat(drawn[1][draw]).isEqualTo(2 * drawn[0][draw]);
    }
  }

  @Test
  void theDrawsSpreadAsTheMeanDoes() {
    double[] values = new SplittableRandom(2).doubles(200).toArray();
    double[] drawn =
        SharedDraws.bootstrap(List.of(Estimate.mean(values)), Units.single(200), DRAWS)[0];
    Moments moments = Moments.of(values);
    // A bootstrap has the variance with n, not n − 1; 5,000 draws fix a deviation to 1 %.
    double expected = moments.standardError() * Math.sqrt(199.0 / 200);
    assertThat(Moments.of(drawn).deviation()).isCloseTo(expected, within(0.04 * expected));
    assertThat(Moments.of(drawn).mean())
        .isCloseTo(moments.mean(), within(4 * expected / Math.sqrt(5_000)));
  }

  @Test
  void flippedSumsHaveTheMomentsOfRandomSigns() {
    double[] sums = new SplittableRandom(3).doubles(70, 0.5, 1.5).toArray();
    double[] flipped = SharedDraws.signFlips(new double[][] {sums}, DRAWS)[0];
    double expected = Math.sqrt(Arrays.stream(sums).map(v -> v * v).sum());
    assertThat(Moments.of(flipped).mean()).isCloseTo(0, within(4 * expected / Math.sqrt(5_000)));
    assertThat(Moments.of(flipped).deviation()).isCloseTo(expected, within(0.04 * expected));
  }

  @Test
  void everySignIsFlippedHalfOfTheTimeAndByItself() {
    // Powers of 3: a flipped sum tells every sign.
    double[] powers = new double[20];
    Arrays.setAll(powers, i -> Math.pow(3, i));
    double[] flipped = SharedDraws.signFlips(new double[][] {powers}, DRAWS)[0];
    int[] positive = new int[20];
    int[] sameAsNext = new int[19];
    for (double sum : flipped) {
      boolean[] signs = signs(sum);
      for (int i = 0; i < 20; i++) {
        positive[i] += signs[i] ? 1 : 0;
        if (i > 0) {
          sameAsNext[i - 1] += signs[i] == signs[i - 1] ? 1 : 0;
        }
      }
    }
    // 2,500 ± 4 · √1250.
    assertThat(Arrays.stream(positive)).allMatch(count -> Math.abs(count - 2_500) < 142);
    assertThat(Arrays.stream(sameAsNext)).allMatch(count -> Math.abs(count - 2_500) < 142);
  }

  /** The sign of the largest power decides; then the rest is told the same way. */
  private static boolean[] signs(double sum) {
    boolean[] signs = new boolean[20];
    double rest = sum;
    for (int i = 19; i >= 0; i--) {
      signs[i] = rest > 0;
      rest -= (signs[i] ? 1 : -1) * Math.pow(3, i);
    }
    return signs;
  }

  @Test
  void theJackknifeLeavesOneOutEach() {
    double[][] leftOut = SharedDraws.jackknife(List.of(Estimate.mean(1, 2, 3, 6)), Units.single(4));
    assertThat(leftOut[0]).containsExactly(new double[] {11.0 / 3, 10.0 / 3, 3, 2}, within(1e-15));
  }

  @Test
  void theJackknifeOfManyItemsIsGroupedAndTellsTheSameSkewness() {
    SplittableRandom random = new SplittableRandom(5);
    double[] values = new double[20_000];
    Arrays.setAll(values, i -> random.nextExponential());
    Estimate mean = Estimate.mean(values);
    double[] leftOut = SharedDraws.jackknife(List.of(mean), Units.single(20_000))[0];
    assertThat(leftOut).hasSize(1_000);
    // For a mean the acceleration is skewness/(6√n), that of an exponential variable 2.
    double expected = 2 / (6 * Math.sqrt(20_000));
    // Of 1,000 group sums the skewness, 2/√20 = 0.45, has an error of √(6/1000) = 0.08.
    assertThat(Intervals.acceleration(leftOut)).isCloseTo(expected, within(0.6 * expected));
  }

  @Test
  void aFailureReachesTheCallerAsItWasThrown() {
    IllegalStateException broken = new IllegalStateException("the figure broke");
    Estimate failing =
        Estimate.of(
            30,
            items -> {
              if (items[0] != 0 || items[1] != 1) {
                throw broken;
              }
              return 1;
            });
    assertThatThrownBy(() -> SharedDraws.bootstrap(List.of(failing), Units.single(30), DRAWS))
        .isSameAs(broken);
  }
}
