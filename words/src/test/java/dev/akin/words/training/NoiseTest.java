package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseTest {
  @ParameterizedTest
  @ValueSource(doubles = {0.75, 0, 1})
  void wordsAreDrawnInProportionToThePowerOfTheirCount(double power) {
    long[] counts = {100_000, 5000, 5000, 300, 20, 7, 1};
    double total = 0;
    for (long count : counts) {
      total += Math.pow((double) count, power);
    }
    var noise = new Noise(counts, power);
    var draws = new Draws(5);
    int n = 1_000_000;
    long[] drawn = new long[counts.length];
    for (int i = 0; i < n; i++) {
      drawn[noise.draw(draws)]++;
    }
    for (int w = 0; w < counts.length; w++) {
      double share = Math.pow((double) counts[w], power) / total;
      double deviation = Math.sqrt(n * share * (1 - share));
      assertThat((double) drawn[w]).as("word %d", w).isCloseTo(n * share, within(5 * deviation));
    }
  }
}
