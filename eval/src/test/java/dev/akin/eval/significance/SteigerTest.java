package dev.akin.eval.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SteigerTest {
  private static final double[] GOLD = {
    -0.8, -1.32, -0.25, 0.42, 1.14, 0.11, -0.55, -0.78, 0.75, 1.63, 0.27, -1.23
  };
  private static final double[] FIRST = {
    -1.76, 0.28, -0.05, -1.31, 1.06, -1.05, -1.18, -1.27, 0.04, 2.18, 0.21, -1.82
  };
  private static final double[] SECOND = {
    -0.87, 0.31, -1.79, -0.7, 0.12, -0.64, -2.15, -1.0, 0.36, 1.6, -0.81, -1.92
  };

  /** Steiger's formula written out with numpy 2.4.6 and scipy 1.17.1. */
  @Test
  void theStatisticIsTheFormula() {
    Steiger test = Steiger.test(GOLD, FIRST, SECOND);
    assertThat(test.first()).isCloseTo(0.7061960464136661, within(1e-12));
    assertThat(test.second()).isCloseTo(0.6370000504913707, within(1e-12));
    assertThat(test.z()).isCloseTo(0.4305943665227382, within(1e-10));
    assertThat(test.p()).isCloseTo(0.6667633380863661, within(1e-10));
  }

  @Test
  void exchangingTheSystemsTurnsTheSign() {
    Steiger there = Steiger.test(GOLD, FIRST, SECOND);
    Steiger back = Steiger.test(GOLD, SECOND, FIRST);
    assertThat(back.z()).isEqualTo(-there.z());
    assertThat(back.p()).isEqualTo(there.p());
  }

  @Test
  void aSystemDoesNotDifferFromItself() {
    assertThat(Steiger.test(GOLD, FIRST, FIRST).p()).isEqualTo(1);
  }

  @Test
  void nullDataIsCalledDifferentAboutAsOftenAsTheLevelSays() {
    SplittableRandom random = new SplittableRandom(23);
    int called = 0;
    for (int i = 0; i < 500; i++) {
      double[] gold = Samples.normal(random, 100, 0, 1);
      double[] shared = Samples.plus(gold, Samples.normal(random, 100, 0, 0.7));
      double[] first = Samples.plus(shared, Samples.normal(random, 100, 0, 0.5));
      double[] second = Samples.plus(shared, Samples.normal(random, 100, 0, 0.5));
      called += Steiger.test(gold, first, second).p() <= 0.05 ? 1 : 0;
    }
    // 25 expected; 42 or more have probability 0.001 under a binomial of 500 × 0.05.
    assertThat(called).isBetween(10, 41);
  }

  @Test
  void whatHasNoTestIsRefused() {
    double[] three = {1, 2, 3};
    assertThatThrownBy(() -> Steiger.test(three, three, three)).hasMessageContaining("got 3");
    double[] four = {1, 2, 3, 4};
    assertThatThrownBy(() -> Steiger.test(four, four, new double[] {1, 2, 4, 3}))
        .hasMessageContaining("there is no test of perfect or undefined ones");
    assertThatThrownBy(() -> Steiger.test(four, new double[4], new double[] {1, 2, 4, 3}))
        .hasMessageContaining("correlations of NaN and");
    assertThatThrownBy(() -> Steiger.test(four, three, four))
        .hasMessageContaining("4 first values and 3 second values");
  }
}
