package dev.akin.study.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.study.benchmark.HalvedGain.Plan;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HalvedGainTest {
  private static double[] values(int size, double mean, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[size];
    Arrays.setAll(values, i -> mean + random.nextGaussian());
    return values;
  }

  @Test
  void everyHalfSeesAGainThatEveryQueryHas() {
    double[] older = values(40, 0, 1);
    double[] newer = Arrays.stream(older).map(value -> value + 0.5).toArray();
    HalvedGain found = HalvedGain.of(newer, older, new Plan(25, false, 7));
    assertThat(found.sameWinnerShare()).isEqualTo(1);
    assertThat(found.shown()).isEqualTo(50);
    assertThat(found.shownAgain()).isEqualTo(50);
    assertThat(found.deviation()).isCloseTo(0, within(1e-12));
  }

  @Test
  void oneQueryInFourThatDecidesEverythingIsInOneHalfAlone() {
    // The half with the large loss has −9 and 1: mean −4, t = −0.8. The other has 1 and 1, which t
    // takes for certain.
    double[] older = {0, 0, 0, 0};
    double[] newer = {-9, 1, 1, 1};
    HalvedGain found = HalvedGain.of(newer, older, new Plan(50, false, 7));
    assertThat(found.sameWinner()).isZero();
    assertThat(found.shown()).isEqualTo(50);
    assertThat(found.shownAgain()).isZero();
    assertThat(found.deviation()).isCloseTo(2.5 * Math.sqrt(100.0 / 99), within(1e-12));
  }

  @Test
  void exchangedValuesShowAGainAsOftenAsTheTestErrs() {
    double[] older = values(200, 0, 1);
    double[] newer = values(200, 1, 2);
    HalvedGain found = HalvedGain.of(newer, older, new Plan(1000, true, 7));
    assertThat(found.shownShare()).isCloseTo(0.05, within(0.015));
    assertThat(found.sameWinnerShare()).isCloseTo(0.5, within(0.05));
    assertThat(HalvedGain.of(newer, older, new Plan(100, false, 7)).shownShare()).isEqualTo(1);
  }

  @Test
  void aSeedGivesTheSameHalves() {
    double[] older = values(31, 0, 1);
    double[] newer = values(31, 0.3, 2);
    assertThat(HalvedGain.of(newer, older, new Plan(20, true, 7)))
        .isEqualTo(HalvedGain.of(newer, older, new Plan(20, true, 7)))
        .isNotEqualTo(HalvedGain.of(newer, older, new Plan(20, true, 8)));
  }
}
