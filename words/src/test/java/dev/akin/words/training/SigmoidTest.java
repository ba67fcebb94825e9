package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SigmoidTest {
  @Test
  void itIsTheFunctionWithinItsBound() {
    for (float x = -8; x <= 8; x += 0.0007f) {
      assertThat((double) Sigmoid.of(x)).isCloseTo(1 / (1 + Math.exp(-x)), within(5e-4));
    }
  }

  @Test
  void beyondItsReachItStillPulls() {
    assertThat(Sigmoid.of(1e9f)).isLessThan(1).isEqualTo(Sigmoid.of(8));
    assertThat(Sigmoid.of(Float.NEGATIVE_INFINITY)).isGreaterThan(0);
  }
}
