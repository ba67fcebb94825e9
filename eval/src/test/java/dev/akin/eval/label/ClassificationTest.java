package dev.akin.eval.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.eval.RandomItems;
import dev.akin.testkit.Seeds;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassificationTest {
  private static final double ROUNDING = 1e-12;

  @Test
  void handComputedFigures() {
    // Class 5: three items, two found; class 7: two items, one found; 9 was only ever said.
    var items = Classification.of(new int[] {5, 5, 5, 7, 7}, new int[] {5, 5, 7, 7, 9});
    assertThat(items.accuracy()).isEqualTo(3.0 / 5);
    assertThat(items.correct()).containsExactly(1, 1, 0, 1, 0);
    assertThat(items.classes())
        .containsExactly(
            new ClassScore(5, 2, 2, 3), new ClassScore(7, 1, 2, 2), new ClassScore(9, 0, 1, 0));
    assertThat(items.precision(Average.MACRO)).isCloseTo((1 + 0.5 + 0) / 3, within(ROUNDING));
    assertThat(items.recall(Average.MACRO)).isCloseTo((2 / 3.0 + 0.5) / 3, within(ROUNDING));
    assertThat(items.f1(Average.MACRO)).isCloseTo((0.8 + 0.5 + 0) / 3, within(ROUNDING));
    assertThat(items.f1(Average.WEIGHTED)).isCloseTo((3 * 0.8 + 2 * 0.5) / 5, within(ROUNDING));
    assertThat(items.labels()).containsExactly(5, 7, 9);
    assertThat(items.confusion()).isDeepEqualTo(new int[][] {{2, 1, 0}, {0, 1, 1}, {0, 0, 0}});
    assertThat(items).hasToString("Classification[5 items, 3 labels]");
  }

  /** scikit-learn 1.2.1, zero_division=0. */
  @Test
  void figuresOfScikitLearn() {
    var items = Classification.of(RandomItems.gold(), RandomItems.other());
    assertThat(items.accuracy()).isCloseTo(0.6666666666666666, within(ROUNDING));
    assertThat(items.precision(Average.MACRO)).isCloseTo(0.6083333333333333, within(ROUNDING));
    assertThat(items.recall(Average.MACRO)).isCloseTo(0.5371428571428571, within(ROUNDING));
    assertThat(items.f1(Average.MACRO)).isCloseTo(0.5675213675213675, within(ROUNDING));
    assertThat(items.precision(Average.WEIGHTED)).isCloseTo(0.7413194444444443, within(ROUNDING));
    assertThat(items.recall(Average.WEIGHTED)).isCloseTo(0.6666666666666666, within(ROUNDING));
    assertThat(items.f1(Average.WEIGHTED)).isCloseTo(0.6980056980056979, within(ROUNDING));
    assertThat(items.f1(Average.MICRO)).isCloseTo(0.6666666666666666, within(ROUNDING));
  }

  @Test
  void everyFigureIsWhatCountingItemByItemGives() {
    Seeds.forEach(
        1000,
        random -> {
          int size = random.nextInt(1, 30);
          int[] gold = RandomItems.labels(random, size, 1 + random.nextInt(5));
          int[] predicted = RandomItems.labels(random, size, 1 + random.nextInt(5));
          checkAgainstCounting(Classification.of(gold, predicted), gold, predicted);
        });
  }

  private static void checkAgainstCounting(Classification items, int[] gold, int[] predicted) {
    int size = gold.length;
    long right = IntStream.range(0, size).filter(i -> gold[i] == predicted[i]).count();
    assertThat(items.accuracy()).isCloseTo((double) right / size, within(ROUNDING));
    for (Average micro : new Average[] {Average.MICRO}) {
      assertThat(items.precision(micro)).isCloseTo((double) right / size, within(ROUNDING));
      assertThat(items.recall(micro)).isCloseTo((double) right / size, within(ROUNDING));
      assertThat(items.f1(micro)).isCloseTo((double) right / size, within(ROUNDING));
    }
    int[] seen =
        IntStream.concat(Arrays.stream(gold), Arrays.stream(predicted)).distinct().toArray();
    double macro = 0;
    double weighted = 0;
    for (int label : seen) {
      double hits = count(size, i -> gold[i] == label && predicted[i] == label);
      double support = count(size, i -> gold[i] == label);
      double said = count(size, i -> predicted[i] == label);
      double precision = said == 0 ? 0 : hits / said;
      double recall = support == 0 ? 0 : hits / support;
      double f1 = hits == 0 ? 0 : 2 * precision * recall / (precision + recall);
      macro += f1 / seen.length;
      weighted += f1 * support / size;
    }
    assertThat(items.f1(Average.MACRO)).isCloseTo(macro, within(ROUNDING));
    assertThat(items.f1(Average.WEIGHTED)).isCloseTo(weighted, within(ROUNDING));
  }

  private static long count(int size, java.util.function.IntPredicate predicate) {
    return IntStream.range(0, size).filter(predicate).count();
  }

  @Test
  void aResampleIsTheFigureOfTheItemsDrawn() {
    Seeds.forEach(
        300,
        random -> {
          int size = random.nextInt(1, 30);
          int[] gold = RandomItems.labels(random, size, 5);
          int[] predicted = RandomItems.labels(random, size, 5);
          int[] items = RandomItems.resample(random, random.nextInt(1, 40), size);
          var drawn =
              Classification.of(
                  RandomItems.taken(gold, items), RandomItems.taken(predicted, items));
          var resampled = Classification.of(gold, predicted).resampled(items);
          assertThat(resampled.classes()).isEqualTo(drawn.classes());
          assertThat(resampled.correct()).isEqualTo(drawn.correct());
          assertThat(resampled.f1(Average.MACRO)).isEqualTo(drawn.f1(Average.MACRO));
        });
  }

  @Test
  void aSharedNearestNeighbourCostsBitextF1MoreThanAccuracy() {
    // Sentences 0 and 1 both find translation 0: accuracy 2/3; F1 of class 0 is 2/3, of 1 none.
    var items = Classification.of(new int[] {0, 1, 2}, new int[] {0, 0, 2});
    assertThat(items.accuracy()).isCloseTo(2.0 / 3, within(ROUNDING));
    assertThat(items.f1(Average.WEIGHTED)).isCloseTo((2.0 / 3 + 0 + 1) / 3, within(ROUNDING));
  }

  @Test
  void labelsThatDoNotFitTogetherAreRefused() {
    assertThatThrownBy(() -> Classification.of(new int[2], new int[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 true labels and 3 predictions: one of each is needed for every item");
    assertThatThrownBy(() -> Classification.of(new int[0], new int[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no items: 0 true labels and 0 predictions");
    assertThatThrownBy(() -> Classification.of(new int[2], new int[2]).resampled(new int[] {2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a resample of item 2: there are 2 items, from 0");
  }

  @Test
  void manyLabelsTakeNoMoreRoomThanTheItems() {
    int[] each = IntStream.range(0, 200_000).toArray();
    Contingency table = Contingency.of(each, each);
    assertThat(table.cells()).isEqualTo(200_000);
    assertThat(table.cell(7)).isEqualTo(new Contingency.Cell(7, 7, 1));
    assertThat(table).hasToString("Contingency[200000 items, 200000 × 200000 labels]");
  }
}
