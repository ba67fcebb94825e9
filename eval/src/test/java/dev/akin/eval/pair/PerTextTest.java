package dev.akin.eval.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.eval.RandomItems;
import dev.akin.testkit.Seeds;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PerTextTest {
  @Test
  void everyTextHasItsCoefficientAndTheFigureIsTheirMean() {
    // Text 7: rising together; text 3: against each other; items of both are interleaved.
    var texts =
        PerText.of(
            new int[] {7, 3, 7, 3, 7},
            new double[] {1, 1, 2, 2, 3},
            new double[] {.1, .9, .2, .8, .3},
            Correlation::spearman);
    assertThat(texts.texts()).containsExactly(3, 7);
    assertThat(texts.coefficients()).containsExactly(-1, 1);
    assertThat(texts.mean()).isZero();
    assertThat(texts.leftOut()).isZero();
  }

  @Test
  void aTextOfEqualGradesIsLeftOutAndOneOfEqualScoresCountsZero() {
    var texts =
        PerText.of(
            new int[] {0, 0, 1, 1, 2, 2, 3},
            new double[] {5, 5, 1, 2, 1, 2, 1},
            new double[] {1, 2, 4, 4, 1, 2, 1},
            Correlation::spearman);
    assertThat(texts.texts()).containsExactly(1, 2);
    assertThat(texts.coefficients()).containsExactly(0, 1);
    assertThat(texts.leftOut()).isEqualTo(2);
  }

  @Test
  void oneTextIsAPlainCorrelation() {
    Seeds.forEach(
        200,
        random -> {
          double[] human = RandomItems.tiedScores(random, 12);
          double[] scores = RandomItems.tiedScores(random, 12);
          var texts = PerText.of(new int[12], human, scores, Correlation::kendall);
          assertThat(texts.mean()).isEqualTo(Correlation.of(human, scores).kendall());
        });
  }

  @Test
  void textsThatSayNothingAreRefused() {
    assertThatThrownBy(() ->
            PerText.of(
                IntStream.range(0, 3).toArray(),
                new double[] {1, 2, 3},
                new double[3],
                Correlation::spearman))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("none of 3 texts has items of different grades");
    assertThatThrownBy(() ->
            PerText.of(
                new int[2],
                new double[] {1, 2},
                new double[] {1, Double.NaN},
                Correlation::spearman))
        .hasMessage("score 1 is NaN: it must be a finite number");
    assertThatThrownBy(
            () -> PerText.of(new int[2], new double[2], new double[1], Correlation::spearman))
        .hasMessage("2 grades and 1 scores: one of each is needed for every item");
  }
}
