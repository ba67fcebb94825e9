package dev.akin.eval.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalTest {
  /** The spatial test data, column A, of Efron and Tibshirani (1993), table 14.1. */
  private static final double[] SPATIAL = {
    48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30,
    41
  };

  private static final ComparisonOptions OPTIONS =
      ComparisonOptions.DEFAULT.withLevel(0.9).withResampling(new Resampling(100_000, 1));

  /**
   * Three standard errors of an end at the 2 % or 98 % quantile, √(.02 · .98/100,000), over the
   * density there, φ(2.05)/41: the draws have a standard deviation of 41.
   */
  private static final double END = 1.2;

  private static double variance(int[] items) {
    double[] drawn = Arrays.stream(items).mapToDouble(i -> SPATIAL[i]).toArray();
    double mean = Arrays.stream(drawn).average().orElseThrow();
    return Arrays.stream(drawn).map(a -> (a - mean) * (a - mean)).average().orElseThrow();
  }

  private static final Estimate VARIANCE = Estimate.of(SPATIAL.length, IntervalTest::variance);

  /**
   * scipy 1.17.1, bootstrap with 100,000 draws and three seeds: BCa from 115.65–115.78 to
   * 260.4–261.2. The book has (115.8, 259.6) with 2,000.
   */
  @Test
  void bcaOfTheSpatialDataIsThatOfTheBookAndOfScipy() {
    assertThat(VARIANCE.value()).isCloseTo(171.534, within(0.001));
    Interval interval = Interval.of(VARIANCE, OPTIONS);
    assertThat(interval.method()).isEqualTo(Interval.Method.BCA);
    assertThat(interval.level()).isEqualTo(0.9);
    assertThat(interval.low()).isCloseTo(115.7, within(END));
    assertThat(interval.high()).isCloseTo(260.9, within(END));
  }

  /** scipy as above with 200,000 draws: from 97.77–97.88 to 235.40–235.63. */
  @Test
  void thePercentileIntervalOfTheSpatialDataIsThatOfScipy() {
    Interval interval = Interval.of(VARIANCE, OPTIONS.withInterval(Interval.Method.PERCENTILE));
    assertThat(interval.method()).isEqualTo(Interval.Method.PERCENTILE);
    assertThat(interval.low()).isCloseTo(97.85, within(END));
    assertThat(interval.high()).isCloseTo(235.5, within(END));
  }

  @Test
  void aWiderLevelHoldsTheNarrower() {
    Estimate mean = Estimate.mean(SPATIAL);
    Interval narrow = Interval.of(mean, OPTIONS.withLevel(0.5));
    Interval wide = Interval.of(mean, OPTIONS.withLevel(0.99));
    assertThat(wide.contains(narrow.low())).isTrue();
    assertThat(wide.contains(narrow.high())).isTrue();
    assertThat(narrow.contains(wide.low())).isFalse();
    assertThat(narrow.contains(mean.value())).isTrue();
  }

  @Test
  void theIntervalOfAMeanIsAboutTwoStandardErrorsWide() {
    double[] values = IntStream.range(0, 500).mapToDouble(i -> Math.sin(i)).toArray();
    Interval interval = Interval.of(Estimate.mean(values), OPTIONS.withLevel(0.95));
    double half = 1.96 * Moments.of(values).standardError();
    // The end of an interval has a standard error of about 1 % of half its width at 100,000 draws.
    assertThat((interval.high() - interval.low()) / 2).isCloseTo(half, within(half * 0.03));
  }

  @Test
  void whereBcaIsNotDefinedTheIntervalSaysThatItIsThePercentileOne() {
    // Only all items in their order give 10: one draw of 24²⁴ does, so that all lie below.
    int[] all = IntStream.range(0, 24).toArray();
    Estimate odd = Estimate.of(24, items -> Arrays.equals(items, all) ? 10 : items[0] / 24.0);
    Interval interval = Interval.of(odd, OPTIONS);
    assertThat(interval.method()).isEqualTo(Interval.Method.PERCENTILE);
    assertThat(interval.high()).isLessThan(1);
  }
}
