package dev.akin.eval.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.eval.RandomItems;
import dev.akin.testkit.Seeds;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MultiLabelTest {
  private static final double ROUNDING = 1e-12;

  /** Items and scores that scikit-learn 1.2.1 was given. */
  private static final boolean[][] GOLD = {
    flags(1, 1, 1, 1), flags(0, 0, 1, 1), flags(1, 1, 0, 0),
    flags(1, 1, 0, 0), flags(1, 1, 1, 1), flags(0, 0, 0, 1)
  };

  private static final double[][] SCORES = {
    {0.3, 0.7, 0.9, 0.3}, {0.1, 0.9, 0.3, 0.7}, {0.2, 0.7, 0.8, 0.7},
    {0.4, 0.7, 0.1, 0.3}, {0.4, 0.9, 0.2, 0.9}, {0.8, 1.0, 0.4, 0.2}
  };

  private static boolean[] flags(int... values) {
    boolean[] flags = new boolean[values.length];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = values[i] == 1;
    }
    return flags;
  }

  private static boolean[][] above(double threshold, double[][] scores) {
    boolean[][] above = new boolean[scores.length][scores[0].length];
    for (int i = 0; i < above.length; i++) {
      for (int j = 0; j < above[i].length; j++) {
        above[i][j] = scores[i][j] > threshold;
      }
    }
    return above;
  }

  @Test
  void handComputedFigures() {
    boolean[][] gold = {flags(1, 0, 0), flags(1, 1, 0)};
    boolean[][] predicted = {flags(1, 0, 0), flags(0, 1, 1)};
    var items = MultiLabel.of(gold, predicted);
    assertThat(items.subsetAccuracy()).isEqualTo(0.5);
    assertThat(items.exact()).containsExactly(1, 0);
    assertThat(items.f1(Average.MICRO)).isCloseTo(2.0 * 2 / (3 + 3), within(ROUNDING));
    assertThat(items.f1(Average.MACRO)).isCloseTo((2.0 / 3 + 1 + 0) / 3, within(ROUNDING));
    assertThat(items.classes()).hasSize(3).contains(new ClassScore(2, 0, 1, 0));
  }

  @Test
  void figuresOfScikitLearn() {
    var items = MultiLabel.of(GOLD, above(0.5, SCORES));
    assertThat(items.subsetAccuracy()).isZero();
    assertThat(items.precision(Average.MICRO)).isCloseTo(0.5833333333333334, within(ROUNDING));
    assertThat(items.recall(Average.MICRO)).isCloseTo(0.4666666666666667, within(ROUNDING));
    assertThat(items.f1(Average.MICRO)).isCloseTo(0.5185185185185186, within(ROUNDING));
    assertThat(items.precision(Average.MACRO)).isCloseTo(0.45833333333333326, within(ROUNDING));
    assertThat(items.recall(Average.MACRO)).isCloseTo(0.4583333333333333, within(ROUNDING));
    assertThat(items.f1(Average.MACRO)).isCloseTo(0.44285714285714295, within(ROUNDING));
    assertThat(items.f1(Average.WEIGHTED)).isCloseTo(0.4457142857142858, within(ROUNDING));
    assertThat(LabelRanking.of(GOLD, SCORES).averagePrecision())
        .isCloseTo(0.7083333333333334, within(ROUNDING));
  }

  @Test
  void everyColumnIsABinaryClassificationAndMicroOneOfAllCells() {
    Seeds.forEach(
        1000,
        random -> {
          int size = random.nextInt(1, 12);
          int labels = random.nextInt(1, 6);
          boolean[][] gold = new boolean[size][];
          boolean[][] predicted = new boolean[size][];
          for (int i = 0; i < size; i++) {
            gold[i] = randomFlags(random, labels);
            predicted[i] = randomFlags(random, labels);
          }
          double sum = 0;
          int[] whole = new int[3];
          for (int j = 0; j < labels; j++) {
            int[] counts = new int[3];
            for (int i = 0; i < size; i++) {
              counts[0] += gold[i][j] && predicted[i][j] ? 1 : 0;
              counts[1] += predicted[i][j] ? 1 : 0;
              counts[2] += gold[i][j] ? 1 : 0;
            }
            sum += f1(counts) / labels;
            for (int c = 0; c < 3; c++) {
              whole[c] += counts[c];
            }
          }
          var items = MultiLabel.of(gold, predicted);
          assertThat(items.f1(Average.MACRO)).isCloseTo(sum, within(ROUNDING));
          assertThat(items.f1(Average.MICRO)).isCloseTo(f1(whole), within(ROUNDING));
        });
  }

  /** The harmonic mean of precision and recall from hits, predicted and true ones. */
  private static double f1(int[] counts) {
    return counts[0] == 0
        ? 0
        : 2 / ((double) counts[1] / counts[0] + (double) counts[2] / counts[0]);
  }

  @Test
  void labelRankingIsHandComputed() {
    // The true label 0 stands third of three, behind 1 and tied with 2: one of three.
    boolean[][] gold = {flags(1, 0, 0), flags(0, 0, 0), flags(1, 1, 1)};
    double[][] scores = {{1, 2, 1}, {3, 2, 1}, {1, 1, 1}};
    var ranking = LabelRanking.of(gold, scores);
    assertThat(ranking.precisions()).containsExactly(1.0 / 3, 1, 1);
    assertThat(ranking.averagePrecision()).isCloseTo((1.0 / 3 + 2) / 3, within(ROUNDING));
  }

  @Test
  void labelRankingIsWhatTheRanksGive() {
    Seeds.forEach(
        1000,
        random -> {
          int labels = random.nextInt(1, 7);
          boolean[] gold = randomFlags(random, labels);
          double[] scores = RandomItems.tiedScores(random, labels);
          double sum = 0;
          int relevant = 0;
          for (int j = 0; j < labels; j++) {
            if (gold[j]) {
              relevant++;
              sum += (double) worstRank(j, scores, gold) / worstRank(j, scores, all(labels));
            }
          }
          assertThat(LabelRanking.of(new boolean[][] {gold}, new double[][] {scores}).precisions())
              .containsExactly(new double[] {relevant == 0 ? 1 : sum / relevant}, within(ROUNDING));
        });
  }

  /** The last place a label may take among some labels when ties are broken against it. */
  private static int worstRank(int label, double[] scores, boolean[] among) {
    int rank = 1;
    for (int j = 0; j < scores.length; j++) {
      rank += j != label && among[j] && !(scores[j] < scores[label]) ? 1 : 0;
    }
    return rank;
  }

  private static boolean[] all(int labels) {
    boolean[] all = new boolean[labels];
    java.util.Arrays.fill(all, true);
    return all;
  }

  private static boolean[] randomFlags(SplittableRandom random, int labels) {
    boolean[] flags = new boolean[labels];
    for (int j = 0; j < labels; j++) {
      flags[j] = random.nextBoolean();
    }
    return flags;
  }

  @Test
  void aSingleColumnIsAClassOfABinaryClassification() {
    Seeds.forEach(
        300,
        random -> {
          int size = random.nextInt(1, 20);
          boolean[][] gold = new boolean[size][];
          boolean[][] predicted = new boolean[size][];
          int[] goldLabels = new int[size];
          int[] predictedLabels = new int[size];
          for (int i = 0; i < size; i++) {
            gold[i] = randomFlags(random, 1);
            predicted[i] = randomFlags(random, 1);
            goldLabels[i] = gold[i][0] ? 1 : 0;
            predictedLabels[i] = predicted[i][0] ? 1 : 0;
          }
          var multi = MultiLabel.of(gold, predicted);
          var single = Classification.of(goldLabels, predictedLabels);
          assertThat(multi.subsetAccuracy()).isEqualTo(single.accuracy());
          double f1 =
              single.classes().stream()
                  .filter(each -> each.label() == 1)
                  .mapToDouble(ClassScore::f1)
                  .sum();
          assertThat(multi.f1(Average.MICRO)).isEqualTo(f1);
          int[] items = RandomItems.resample(random, size, size);
          assertThat(multi.resampled(items).subsetAccuracy())
              .isEqualTo(single.resampled(items).accuracy());
        });
  }

  @Test
  void shapesAndScoresThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> MultiLabel.of(new boolean[1][2], new boolean[2][2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 true rows and 2 predicted rows: one of each is needed for every item");
    assertThatThrownBy(() -> MultiLabel.of(new boolean[2][2], new boolean[][] {{true, false}, {}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("item 1 has 0 labels, the first has 2");
    assertThatThrownBy(
            () -> LabelRanking.of(GOLD, new double[][] {{1, 1, 1, Double.NaN}, {}, {}, {}, {}, {}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("item 0, score 3 is NaN: it must be a finite number");
    assertThatThrownBy(() -> LabelRanking.of(GOLD, new double[6][3]))
        .hasMessage("item 0 has 3 labels, the first has 4");
  }
}
