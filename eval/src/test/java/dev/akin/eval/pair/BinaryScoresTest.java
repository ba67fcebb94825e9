package dev.akin.eval.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.eval.RandomItems;
import dev.akin.testkit.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BinaryScoresTest {
  private static final double ROUNDING = 1e-12;

  @Test
  void handComputedFigures() {
    // 0.8 yes | 0.4 no | 0.35 yes | 0.1 no: AP = (1 + 2/3) / 2.
    var items =
        BinaryScores.of(
            new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true});
    assertThat(items.averagePrecision()).isCloseTo(5.0 / 6, within(ROUNDING));
    // Above 0.6: 3 of 4 right; above 0.225: 3 of 4 too; the higher threshold stands.
    assertThat(items.bestAccuracy().accuracy()).isEqualTo(0.75);
    assertThat(items.bestAccuracy().threshold()).isCloseTo(0.6, within(ROUNDING));
    // Above 0.225: precision 2/3, recall 1.
    assertThat(items.bestF1().f1()).isCloseTo(0.8, within(ROUNDING));
    assertThat(items.bestF1().threshold()).isCloseTo(0.225, within(ROUNDING));
    assertThat(items.correctAt(0.225)).containsExactly(1, 0, 1, 1);
    assertThat(items).hasToString("BinaryScores[4 items, 2 positive]");
  }

  @Test
  void equalScoresAreOneStepWhateverTheirOrder() {
    // One yes and one no at the same score: precision 1/2 at recall 1.
    boolean[] yesFirst = {true, false};
    boolean[] noFirst = {false, true};
    assertThat(BinaryScores.of(new double[2], yesFirst).averagePrecision()).isEqualTo(0.5);
    assertThat(BinaryScores.of(new double[2], noFirst).averagePrecision()).isEqualTo(0.5);
    assertThat(BinaryScores.of(new double[2], noFirst).bestAccuracy().accuracy()).isEqualTo(0.5);
  }

  /** scikit-learn 1.2.1, average_precision_score. */
  @Test
  void theFigureOfScikitLearn() {
    int[] gold = RandomItems.gold();
    boolean[] positive = new boolean[gold.length];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = gold[i] > 1;
    }
    assertThat(BinaryScores.of(RandomItems.scores(), positive).averagePrecision())
        .isCloseTo(0.8564574314574315, within(ROUNDING));
  }

  @Test
  void everyFigureIsWhatTryingEveryThresholdGives() {
    Seeds.forEach(
        1000,
        random -> {
          int size = random.nextInt(1, 25);
          double[] scores = RandomItems.tiedScores(random, size);
          boolean[] positive = positive(random, size);
          var items = BinaryScores.of(scores, positive);
          double[] thresholds = Arrays.stream(scores).distinct().sorted().toArray();
          double area = 0;
          double recallBefore = 0;
          double bestAccuracy = right(scores, positive, 1e9) / size;
          double bestF1 = 0;
          for (int i = thresholds.length - 1; i >= 0; i--) {
            double threshold = thresholds[i];
            double hits = hits(scores, positive, threshold);
            double precision =
                hits / Arrays.stream(scores).filter(score -> score >= threshold).count();
            double recall = hits / items.positives();
            area += (recall - recallBefore) * precision;
            recallBefore = recall;
            bestAccuracy = Math.max(bestAccuracy, right(scores, positive, threshold) / size);
            bestF1 = Math.max(bestF1, hits == 0 ? 0 : 2 / (1 / precision + 1 / recall));
          }
          assertThat(items.averagePrecision()).isCloseTo(area, within(ROUNDING));
          assertThat(items.bestAccuracy().accuracy()).isCloseTo(bestAccuracy, within(ROUNDING));
          assertThat(items.bestF1().f1()).isCloseTo(bestF1, within(ROUNDING));
          checkThresholds(items);
        });
  }

  /** The thresholds reach again what was promised of them. */
  private static void checkThresholds(BinaryScores items) {
    var best = items.bestAccuracy();
    assertThat(items.at(best.threshold())).isEqualTo(best);
    assertThat(items.at(items.bestF1().threshold())).isEqualTo(items.bestF1());
    assertThat(Arrays.stream(items.correctAt(best.threshold())).average().orElse(-1))
        .isCloseTo(best.accuracy(), within(ROUNDING));
  }

  private static double hits(double[] scores, boolean[] positive, double threshold) {
    double hits = 0;
    for (int i = 0; i < scores.length; i++) {
      hits += positive[i] && scores[i] >= threshold ? 1 : 0;
    }
    return hits;
  }

  private static double right(double[] scores, boolean[] positive, double threshold) {
    double right = 0;
    for (int i = 0; i < scores.length; i++) {
      right += positive[i] == scores[i] >= threshold ? 1 : 0;
    }
    return right;
  }

  /** At least one of them. */
  private static boolean[] positive(SplittableRandom random, int size) {
    boolean[] positive = new boolean[size];
    for (int i = 0; i < size; i++) {
      positive[i] = random.nextInt(3) == 0;
    }
    positive[random.nextInt(size)] = true;
    return positive;
  }

  @Test
  void aResampleIsTheFigureOfTheItemsDrawn() {
    Seeds.forEach(
        500,
        random -> {
          int size = random.nextInt(1, 25);
          double[] scores = RandomItems.tiedScores(random, size);
          boolean[] positive = positive(random, size);
          int[] items = RandomItems.resample(random, random.nextInt(1, 30), size);
          boolean[] taken = new boolean[items.length];
          boolean anyPositive = false;
          for (int i = 0; i < taken.length; i++) {
            taken[i] = positive[items[i]];
            anyPositive |= taken[i];
          }
          var resampled = BinaryScores.of(scores, positive).resampled(items);
          if (anyPositive) {
            var drawn = BinaryScores.of(RandomItems.taken(scores, items), taken);
            assertThat(resampled.averagePrecision()).isEqualTo(drawn.averagePrecision());
            assertThat(resampled.bestAccuracy().accuracy())
                .isEqualTo(drawn.bestAccuracy().accuracy());
            assertThat(resampled.bestF1()).isEqualTo(drawn.bestF1());
          } else {
            assertThat(resampled.averagePrecision()).isZero();
            assertThat(resampled.bestF1().f1()).isZero();
            assertThat(resampled.bestAccuracy().accuracy()).isEqualTo(1);
          }
        });
  }

  @Test
  void neighboursWithoutAnythingBetweenThemStillGetAThreshold() {
    double score = 0.1;
    var items =
        BinaryScores.of(new double[] {score, Math.nextUp(score)}, new boolean[] {false, true});
    checkThresholds(items);
    assertThat(items.bestAccuracy().accuracy()).isEqualTo(1);
    assertThat(items.bestAccuracy().threshold()).isEqualTo(Math.nextUp(score));
    var huge =
        BinaryScores.of(
            new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, new boolean[] {false, true});
    assertThat(huge.bestAccuracy().threshold()).isZero();
  }

  @Test
  void perfectScoresReachOneAndAllPositiveItemsToo() {
    assertThat(
            BinaryScores.of(new double[] {3, 2, 1}, new boolean[] {true, true, false})
                .averagePrecision())
        .isEqualTo(1);
    assertThat(BinaryScores.of(new double[] {3, 3}, new boolean[] {true, true}).averagePrecision())
        .isEqualTo(1);
  }

  @Test
  void whatCannotBeJudgedIsRefused() {
    assertThatThrownBy(() -> BinaryScores.of(new double[3], new boolean[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 of 3 items are positive: at least 1 is needed");
    assertThatThrownBy(() -> BinaryScores.of(new double[] {Double.NaN}, new boolean[] {true}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("score 0 is NaN: it must be a finite number");
    assertThatThrownBy(() -> BinaryScores.of(new double[1], new boolean[2]))
        .hasMessage("1 scores and 2 judgments: one of each is needed for every item");
    assertThatThrownBy(() -> BinaryScores.of(new double[1], new boolean[] {true}).at(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a threshold of NaN calls nothing positive or negative");
  }
}
