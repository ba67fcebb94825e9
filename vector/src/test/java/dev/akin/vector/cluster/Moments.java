package dev.akin.vector.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

/** Mean and standard deviation of a figure over many seeds. */
record Moments(double mean, double deviation, int seeds) {
  static Moments of(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return new Moments(mean, Math.sqrt(square / (values.length - 1)), values.length);
  }

  /** The mean of another program's runs differs by no more than chance: 4 standard errors. */
  void isLike(Moments other) {
    double error =
        Math.sqrt(deviation * deviation / seeds + other.deviation * other.deviation / other.seeds);
    assertThat(mean).isCloseTo(other.mean, within(4 * error));
  }
}
