package dev.akin.study.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResultsTest {
  @Test
  void aProbabilityThatWouldRoundToNothingIsSaidToBeBelowWhatIsShown() {
    assertThat(Results.probability(0.242)).isEqualTo(".242");
    assertThat(Results.probability(0.0011)).isEqualTo(".001");
    assertThat(Results.probability(0.00099)).isEqualTo("< .001");
    assertThat(Results.probability(0)).isEqualTo("< .001");
    assertThat(Results.probability(1)).isEqualTo("1.000");
  }
}
