package dev.akin.eval.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaskSelectionTest {
  private static final TaskSelectionOptions OPTIONS = TaskSelectionOptions.DEFAULT;

  /** 14 systems × 20 tasks: ability + the factor of one of 5 groups of 4 tasks + noise. */
  private static ScoreMatrix grouped(SplittableRandom random) {
    double[][] scores = new double[14][20];
    for (double[] row : scores) {
      double ability = random.nextGaussian(0, 1);
      double[] factors = new double[5];
      Arrays.setAll(factors, g -> random.nextGaussian(0, 1));
      Arrays.setAll(row, t -> ability + factors[t / 4] + random.nextGaussian(0, 0.2));
    }
    return matrix(scores);
  }

  private static ScoreMatrix matrix(double[][] scores, String... categories) {
    return ScoreMatrix.of(
        IntStream.range(0, scores.length).mapToObj(s -> "s" + s).toList(),
        IntStream.range(0, scores[0].length)
            .mapToObj(t -> new Task("t" + t, t < categories.length ? categories[t] : "all"))
            .toList(),
        scores);
  }

  private static OrderAgreement agreement(ScoreMatrix matrix, List<String> kept) {
    return OrderAgreement.between(matrix, matrix.withTasks(new HashSet<>(kept)));
  }

  /** No category holds a group together here: that one of each stays is the selection's doing. */
  @Test
  void aTaskOfEachGroupStaysAndTheOrderOfTheSystemsToo() {
    double[] sums = new double[2];
    Seeds.forEach(
        100,
        random -> {
          ScoreMatrix matrix = grouped(random);
          TaskSelection selection =
              TaskSelection.of(matrix, new TaskSelectionOptions(-1, 7, 1, Set.of()));
          assertThat(selection.kept()).hasSize(7);
          assertThat(selection.kept().stream().map(TaskSelectionTest::group).distinct()).hasSize(5);
          sums[0] += agreement(matrix, selection.kept()).spearman();
          sums[1] += meanOfRandomSubsets(matrix, selection.kept().size(), random);
        });
    assertThat(sums[0] / 100).isGreaterThanOrEqualTo(0.95);
    // A single matrix gives a ρ with a deviation of about 0.03; the mean of 100 one of 0.003.
    assertThat(sums[0] / 100).isGreaterThan(sums[1] / 100 + 0.01);
  }

  private static int group(String task) {
    return Integer.parseInt(task.substring(1)) / 4;
  }

  private static double meanOfRandomSubsets(ScoreMatrix matrix, int size, SplittableRandom random) {
    double sum = 0;
    for (int draw = 0; draw < 50; draw++) {
      List<String> names = new ArrayList<>(matrix.tasks().stream().map(Task::name).toList());
      while (names.size() > size) {
        names.remove(random.nextInt(names.size()));
      }
      sum += agreement(matrix, names).spearman();
    }
    return sum / 50;
  }

  @Test
  void removalsAreInOrderAndWereAllPredictable() {
    ScoreMatrix matrix = grouped(new SplittableRandom(3));
    TaskSelection selection = TaskSelection.of(matrix, OPTIONS);
    assertThat(selection.removals()).isNotEmpty();
    assertThat(selection.removals().size() + selection.kept().size()).isEqualTo(20);
    assertThat(selection.removals())
        .allMatch(removal -> removal.prediction().spearman() >= 0.8)
        .noneMatch(removal -> selection.kept().contains(removal.task()));
  }

  /** Written out: a regression for each left-out system by gradient steps to the end. */
  @Test
  void thePredictionIsThatOfARegressionWithoutEachSystem() {
    Seeds.forEach(
        5,
        random -> {
          double[][] scores = new double[7][4];
          for (double[] row : scores) {
            Arrays.setAll(row, t -> random.nextGaussian());
          }
          double[][] z = standardised(scores);
          Prediction prediction =
              new TaskPredictor(matrix(scores), 0.7).predict(3, List.of(0, 1, 2, 3));
          double squares = 0;
          for (int left = 0; left < 7; left++) {
            double error = z[left][3] - predictedWithout(left, z, 0.7);
            squares += error * error;
          }
          assertThat(prediction.meanSquaredError()).isCloseTo(squares / 7, within(1e-8));
        });
  }

  private static double[][] standardised(double[][] scores) {
    double[][] z = new double[scores.length][scores[0].length];
    for (int t = 0; t < scores[0].length; t++) {
      int task = t;
      double mean = Arrays.stream(scores).mapToDouble(row -> row[task]).average().orElseThrow();
      double variance =
          Arrays.stream(scores)
              .mapToDouble(row -> (row[task] - mean) * (row[task] - mean))
              .average()
              .orElseThrow();
      for (int s = 0; s < scores.length; s++) {
        z[s][t] = (scores[s][t] - mean) / Math.sqrt(variance);
      }
    }
    return z;
  }

  private static double predictedWithout(int left, double[][] z, double ridge) {
    double[] weights = new double[4]; // the last is the intercept, which no ridge holds down
    for (int step = 0; step < 20_000; step++) {
      double[] slope = new double[4];
      for (int s = 0; s < z.length; s++) {
        if (s != left) {
          double rest = z[s][3] - value(weights, z[s]);
          for (int t = 0; t < 3; t++) {
            slope[t] += rest * z[s][t];
          }
          slope[3] += rest;
        }
      }
      for (int t = 0; t < 4; t++) {
        weights[t] += 0.02 * (slope[t] - (t < 3 ? ridge * weights[t] : 0));
      }
    }
    return value(weights, z[left]);
  }

  private static double value(double[] weights, double[] row) {
    return weights[0] * row[0] + weights[1] * row[1] + weights[2] * row[2] + weights[3];
  }

  @Test
  void aCopyOfATaskIsDroppedFirst() {
    SplittableRandom random = new SplittableRandom(8);
    double[][] scores = new double[12][5];
    for (double[] row : scores) {
      Arrays.setAll(row, t -> random.nextGaussian());
      row[4] = 3 * row[1] + 0.1; // a copy in other units
    }
    TaskSelection selection = TaskSelection.of(matrix(scores), OPTIONS);
    assertThat(selection.removals()).hasSize(1);
    assertThat(selection.removals().getFirst().task()).isIn("t1", "t4");
    assertThat(selection.removals().getFirst().prediction().pearson()).isGreaterThan(0.9);
  }

  @Test
  void protectedTasksAndTheLastOfACategoryStay() {
    double[][] scores = new double[10][6];
    for (int s = 0; s < 10; s++) {
      double value = s;
      Arrays.setAll(scores[s], t -> value * (t + 1));
    }
    ScoreMatrix matrix = matrix(scores, "a", "a", "b", "c", "c", "c");
    TaskSelection selection =
        TaskSelection.of(matrix, new TaskSelectionOptions(0.5, 1, 1, Set.of("t4", "t5")));
    assertThat(selection.kept()).hasSize(4).contains("t2", "t4", "t5");
    assertThat(selection.kept().stream().filter(Set.of("t0", "t1")::contains)).hasSize(1);
  }

  @Test
  void tasksThatNothingPredictsStay() {
    SplittableRandom random = new SplittableRandom(12);
    double[][] scores = new double[30][6];
    for (double[] row : scores) {
      Arrays.setAll(row, t -> random.nextGaussian());
    }
    assertThat(TaskSelection.of(matrix(scores), OPTIONS).removals()).isEmpty();
  }

  @Test
  void aTaskThatTellsNobodyApartDoesNoHarm() {
    SplittableRandom random = new SplittableRandom(14);
    double[][] scores = new double[10][4];
    for (double[] row : scores) {
      Arrays.setAll(row, t -> t == 2 ? 0.3 : random.nextGaussian());
    }
    assertThat(TaskSelection.of(matrix(scores), OPTIONS).kept()).hasSize(4);
  }

  @Test
  void theFewestTasksAreKept() {
    ScoreMatrix matrix = grouped(new SplittableRandom(3));
    TaskSelection selection =
        TaskSelection.of(matrix, new TaskSelectionOptions(-1, 12, 1, Set.of()));
    assertThat(selection.kept()).hasSize(12);
  }

  @Test
  void whatCannotBeSelectedFromIsRefused() {
    ScoreMatrix gap = matrix(new double[][] {{1, 2}, {1, Double.NaN}, {2, 3}, {4, 5}});
    assertThatThrownBy(() -> TaskSelection.of(gap, OPTIONS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("task selection needs all scores: system s1 has none on task t1");
    assertThatThrownBy(() -> TaskSelection.of(matrix(new double[3][4]), OPTIONS))
        .hasMessage("task selection needs 4 systems, got 3");
    TaskSelectionOptions unknown = new TaskSelectionOptions(0.8, 1, 1, Set.of("t9"));
    assertThatThrownBy(() -> TaskSelection.of(matrix(new double[4][4]), unknown))
        .hasMessage("there are no tasks named [t9]");
    assertThatThrownBy(() -> new TaskSelectionOptions(2, 1, 1, Set.of()))
        .hasMessageContaining("got 2.0");
    assertThatThrownBy(() -> new TaskSelectionOptions(0.8, 0, 1, Set.of()))
        .hasMessageContaining("got 0");
    assertThatThrownBy(() -> new TaskSelectionOptions(0.8, 1, 0, Set.of()))
        .hasMessageContaining("got 0.0");
  }
}
