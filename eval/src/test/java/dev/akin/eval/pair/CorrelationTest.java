package dev.akin.eval.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.eval.RandomItems;
import dev.akin.testkit.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CorrelationTest {
  private static final double ROUNDING = 1e-12;

  @Test
  void handComputedFigures() {
    // Ranks of y: 1, 2.5, 2.5, 4. Deviations from 2.5: x −1.5 −.5 .5 1.5, y −1.5 0 0 1.5.
    var items = Correlation.of(new double[] {1, 2, 3, 4}, new double[] {10, 20, 20, 90});
    assertThat(items.spearman()).isCloseTo(4.5 / Math.sqrt(5 * 4.5), within(ROUNDING));
    // Five concordant pairs of six, one tied in y.
    assertThat(items.kendall()).isCloseTo(5 / Math.sqrt(6 * 5.0), within(ROUNDING));
    // Deviations of y from 35: −25, −15, −15, 55.
    assertThat(items.pearson())
        .isCloseTo(
            (37.5 + 7.5 - 7.5 + 82.5) / Math.sqrt(5 * (625 + 225 + 225 + 3025)), within(ROUNDING));
    assertThat(items).hasToString("Correlation[4 items]");
  }

  /** SciPy 1.10.1: pearsonr, spearmanr, kendalltau. */
  @Test
  void figuresOfScipy() {
    var items = Correlation.of(RandomItems.scores(), RandomItems.otherScores());
    assertThat(items.pearson()).isCloseTo(0.8810910048554155, within(ROUNDING));
    assertThat(items.spearman()).isCloseTo(0.9165759311311535, within(ROUNDING));
    assertThat(items.kendall()).isCloseTo(0.7647058823529412, within(ROUNDING));
  }

  @Test
  void everyCoefficientIsWhatAllPairsGive() {
    Seeds.forEach(
        1000,
        random -> {
          int size = random.nextInt(2, 30);
          double[] x = RandomItems.tiedScores(random, size);
          double[] y = RandomItems.tiedScores(random, size);
          var items = Correlation.of(x, y);
          if (Arrays.stream(x).distinct().count() == 1
              || Arrays.stream(y).distinct().count() == 1) {
            assertThat(items.isDefined()).isFalse();
            assertThat(items.pearson()).isNaN();
            assertThat(items.spearman()).isNaN();
            assertThat(items.kendall()).isNaN();
            return;
          }
          assertThat(items.pearson()).isCloseTo(byPairs(x, y, 2), within(ROUNDING));
          assertThat(items.spearman()).isCloseTo(byPairs(ranks(x), ranks(y), 2), within(ROUNDING));
          assertThat(items.kendall()).isCloseTo(byPairs(x, y, 0), within(ROUNDING));
        });
  }

  /**
   * Daniels' general coefficient Σ aᵢⱼbᵢⱼ / √(Σ aᵢⱼ² Σ bᵢⱼ²) over all pairs: with differences it is
   * Pearson's, with their signs Kendall's τ-b.
   */
  private static double byPairs(double[] x, double[] y, int power) {
    double sum = 0;
    double squareX = 0;
    double squareY = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        double a = power == 0 ? Math.signum(x[i] - x[j]) : x[i] - x[j];
        double b = power == 0 ? Math.signum(y[i] - y[j]) : y[i] - y[j];
        sum += a * b;
        squareX += a * a;
        squareY += b * b;
      }
    }
    return sum / Math.sqrt(squareX * squareY);
  }

  /** The mean of the ranks that a value's block may take. */
  private static double[] ranks(double[] values) {
    return Arrays.stream(values)
        .map(value -> {
          double below = Arrays.stream(values).filter(other -> other < value).count();
          double equal = Arrays.stream(values).filter(other -> other == value).count();
          return below + (equal + 1) / 2;
        })
        .toArray();
  }

  @Test
  void aResampleIsTheFigureOfTheItemsDrawn() {
    Seeds.forEach(
        500,
        random -> {
          int size = random.nextInt(2, 30);
          double[] x = RandomItems.tiedScores(random, size);
          double[] y = RandomItems.tiedScores(random, size);
          int[] items = RandomItems.resample(random, random.nextInt(2, 40), size);
          var resampled = Correlation.of(x, y).resampled(items);
          var drawn = Correlation.of(RandomItems.taken(x, items), RandomItems.taken(y, items));
          assertThat(resampled.pearson()).isEqualTo(Double.valueOf(drawn.pearson()));
          assertThat(resampled.spearman()).isEqualTo(Double.valueOf(drawn.spearman()));
          assertThat(resampled.kendall()).isEqualTo(Double.valueOf(drawn.kendall()));
        });
  }

  @Test
  void ranksDoNotChangeUnderAnyRisingMap() {
    Seeds.forEach(
        100,
        random -> {
          double[] x = RandomItems.tiedScores(random, 20);
          double[] y = RandomItems.tiedScores(random, 20);
          double[] mapped = Arrays.stream(x).map(Math::exp).toArray();
          double[] opposite = Arrays.stream(x).map(value -> -value).toArray();
          var items = Correlation.of(x, y);
          assertThat(Correlation.of(mapped, y).spearman()).isEqualTo(items.spearman());
          assertThat(Correlation.of(mapped, y).kendall()).isEqualTo(items.kendall());
          assertThat(Correlation.of(opposite, y).spearman())
              .isCloseTo(-items.spearman(), within(ROUNDING));
          assertThat(Correlation.of(opposite, y).kendall())
              .isCloseTo(-items.kendall(), within(ROUNDING));
        });
  }

  @Test
  void equalValuesAreConstantWhateverTheirMeanRoundsTo() {
    double[] same = {0.1, 0.1, 0.1};
    assertThat(Correlation.of(same, new double[] {1, 2, 3}).pearson()).isNaN();
    assertThat(Correlation.of(new double[] {0.0, -0.0}, new double[] {1, 2}).isDefined()).isFalse();
  }

  @Test
  void theLargestAndTheSmallestNumbersCorrelateToo() {
    double[] y = {1, 2, 4};
    double expected = Correlation.of(new double[] {-1, 0, 1}, y).pearson();
    double[] largest = {-Double.MAX_VALUE, 0, Double.MAX_VALUE};
    double[] smallest = {-Double.MIN_VALUE, 0, Double.MIN_VALUE};
    assertThat(Correlation.of(largest, y).pearson()).isCloseTo(expected, within(ROUNDING));
    assertThat(Correlation.of(smallest, y).pearson()).isCloseTo(expected, within(ROUNDING));
  }

  @Test
  void whatHasNoCorrelationIsRefused() {
    assertThatThrownBy(() -> Correlation.of(new double[] {1}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a correlation needs 2 or more items, got 1");
    assertThatThrownBy(() -> Correlation.of(new double[] {1, Double.NaN}, new double[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("first value 1 is NaN: it must be a finite number");
    assertThatThrownBy(
            () -> Correlation.of(new double[] {1, 2}, new double[] {Double.POSITIVE_INFINITY, 2}))
        .hasMessage("second value 0 is Infinity: it must be a finite number");
    assertThatThrownBy(() -> Correlation.of(new double[2], new double[3]))
        .hasMessage("2 first values and 3 second values: one of each is needed for every item");
  }
}
