package dev.akin.study.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.eval.significance.Estimate;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContrastTest {
  private static double[] noise(int size, double mean, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[size];
    Arrays.setAll(values, i -> mean + random.nextDouble() - 0.5);
    return values;
  }

  @Test
  void figuresOverTheSameItemsAreDrawnTogether() {
    double[] base = noise(50, 0, 1);
    double[] shifted = Arrays.stream(base).map(x -> x + 0.25).toArray();
    Measure measure =
        Contrast.none()
            .plusDifference(1, "items", Estimate.mean(shifted), Estimate.mean(base))
            .measure("shift", 0, 7);
    assertThat(measure.low()).isCloseTo(0.25, within(1e-12));
    assertThat(measure.high()).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void theIntervalOfAMeanIsTheNormalOneWithinAFewPercent() {
    double[] values = noise(400, 0.3, 2);
    double mean = Arrays.stream(values).average().orElseThrow();
    double sd = Math.sqrt(Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / 399);
    Measure measure =
        Contrast.none().plus(2, "items", Estimate.mean(values)).measure("twice", 0, 7);
    assertThat(measure.value()).isCloseTo(2 * mean, within(1e-12));
    assertThat(measure.high() - measure.low()).isCloseTo(2 * 2 * 1.96 * sd / 20, within(0.01));
  }

  @Test
  void aPlantedEffectHoldsAndNoEffectDoesNot() {
    Measure planted =
        Contrast.none()
            .plusDifference(
                1, "a", Estimate.mean(noise(300, 0.5, 3)), Estimate.mean(noise(300, 0, 4)))
            .measure("planted", 0, 7);
    Measure none =
        Contrast.none()
            .plusDifference(
                1, "a", Estimate.mean(noise(300, 0, 5)), Estimate.mean(noise(300, 0, 6)))
            .measure("none", 0, 7);
    Measure reversed =
        Contrast.none()
            .plusDifference(
                1, "a", Estimate.mean(noise(300, 0, 4)), Estimate.mean(noise(300, 0.5, 3)))
            .measure("reversed", 0, 7);
    assertThat(Verdict.of(planted, planted)).isEqualTo(Verdict.HOLDS);
    assertThat(Verdict.of(none, planted)).isEqualTo(Verdict.UNDECIDED);
    assertThat(Verdict.of(planted, none)).isEqualTo(Verdict.UNDECIDED);
    assertThat(Verdict.of(reversed, planted)).isEqualTo(Verdict.DOES_NOT_HOLD);
  }

  @Test
  void figuresOfOneNameAreOverAsManyItems() {
    Contrast one = Contrast.none().plus(1, "queries", Estimate.mean(1, 2));
    assertThatThrownBy(() -> one.plus(1, "queries", Estimate.mean(1, 2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("queries: figures over 2 and over 3 items");
  }
}
