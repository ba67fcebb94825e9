package dev.akin.vector.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import dev.akin.vector.Matrix;
import dev.akin.vector.RandomRows;
import dev.akin.vector.SharedData;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
  private static final LogisticRegression.Options TO_THE_END =
      LogisticRegression.Options.DEFAULT.withMaxIterations(100_000).withTolerance(1e-10);

  /** What scikit-learn and the task agree to. */
  private static final double AGREEMENT = 1e-3;

  /**
   * 60 rows of 5 cells that Python draws too; the label is the noisy largest of the first cells.
   */
  @SuppressWarnings("ArrayRecordComponent") // made here, compared nowhere
  private record Drawn(Matrix rows, int[] labels) implements AutoCloseable {
    static Drawn of(int classes) {
      var numbers = new SharedData(classes + 40);
      Matrix rows = Matrix.allocate(60, 5);
      for (int i = 0; i < 60; i++) {
        for (int j = 0; j < 5; j++) {
          rows.set(i, j, (float) numbers.next());
        }
      }
      int[] labels = new int[60];
      for (int i = 0; i < 60; i++) {
        double[] scores = new double[classes];
        for (int k = 0; k < classes; k++) {
          scores[k] = rows.get(i, k) + 0.7 * numbers.next();
        }
        labels[i] = Classes.largest(scores);
      }
      return new Drawn(rows, labels);
    }

    @Override
    public void close() {
      rows.close();
    }
  }

  /** scikit-learn 1.2.1: LogisticRegression(tol=1e-12, max_iter=100000).fit(X, y). */
  @Test
  void twoClassesHaveTheCoefficientsOfScikitLearn() {
    try (Drawn drawn = Drawn.of(2)) {
      assertThat(drawn.labels()).startsWith(0, 0, 1, 1, 0, 1, 1, 0, 1, 1);
      var model = LogisticRegression.train(drawn.rows(), drawn.labels(), TO_THE_END);
      assertThat(model.weights()[0])
          .containsExactly(
              new double[] {
                -1.8358769849031937,
                0.9617187290800244,
                -0.5173254614190629,
                -0.3722078733239678,
                0.41573754192717777
              },
              within(AGREEMENT));
      assertThat(model.intercepts())
          .containsExactly(new double[] {0.3928442230511425}, within(AGREEMENT));
      assertThat(model.probabilities(drawn.rows())[1])
          .containsExactly(
              new double[] {0.15149504316061402, 0.848504956839386}, within(AGREEMENT));
    }
  }

  @Test
  void threeClassesHaveTheCoefficientsOfScikitLearn() {
    try (Drawn drawn = Drawn.of(3)) {
      assertThat(drawn.labels()).startsWith(2, 0, 0, 0, 2, 1, 1, 0, 0, 0);
      var model = LogisticRegression.train(drawn.rows(), drawn.labels(), TO_THE_END);
      double[][] expected = {
        {
          1.4691897583890416,
          -0.894287141840464,
          -0.5355137379823359,
          0.5535451768762769,
          0.20155924324422023
        },
        {
          -0.11817562230209575,
          1.839027501518805,
          -1.0625231689252326,
          0.008953517466570365,
          -0.47422600175984814
        },
        {
          -1.351014136086946,
          -0.9447403596783407,
          1.5980369069075686,
          -0.562498694342847,
          0.2726667585156278
        }
      };
      for (int k = 0; k < 3; k++) {
        assertThat(model.weights()[k]).containsExactly(expected[k], within(AGREEMENT));
      }
      assertThat(model.intercepts())
          .containsExactly(
              new double[] {0.12854766445530588, 0.0331830813637674, -0.16173074581907312},
              within(AGREEMENT));
      assertThat(model.probabilities(drawn.rows())[0])
          .containsExactly(
              new double[] {0.16352942039527316, 0.05317615116194037, 0.7832944284427865},
              within(AGREEMENT));
    }
  }

  /**
   * SciPy 1.10.1: minimize(method='L-BFGS-B', maxiter=8, gtol=1e-12, ftol=0, maxls=50) of the mean
   * loss with C = 100, where eight steps are far from the minimum: what a limit of iterations
   * leaves is the same too.
   */
  @Test
  void aLearnerThatIsStoppedStandsWhereScipyStands() {
    try (Drawn drawn = Drawn.of(3)) {
      var options = TO_THE_END.withC(100).withMaxIterations(8);
      var model = LogisticRegression.train(drawn.rows(), drawn.labels(), options);
      assertThat(model.iterations()).isEqualTo(8);
      assertThat(model.isConverged()).isFalse();
      assertThat(model.weights()[0])
          .containsExactly(
              new double[] {
                3.252806839428082,
                -1.7689195387961092,
                -1.7928061590151458,
                1.3837493267783485,
                -0.22821296433776378
              },
              within(1e-6));
      assertThat(model.intercepts())
          .containsExactly(
              new double[] {0.6761282520945989, 0.11361646089281958, -0.789744712987428},
              within(1e-6));
    }
    try (Drawn drawn = Drawn.of(2)) {
      var options = TO_THE_END.withC(100).withMaxIterations(3);
      var model = LogisticRegression.train(drawn.rows(), drawn.labels(), options);
      assertThat(model.weights()[0])
          .containsExactly(
              new double[] {
                -2.178392171359259,
                1.1552417404661086,
                -0.614302406120443,
                -0.4223735000271585,
                0.5789530717042977
              },
              within(1e-6));
    }
  }

  @Test
  void theGradientIsThatOfFiniteDifferences() {
    Seeds.forEach(
        40,
        random -> {
          int classes = random.nextInt(2, 6);
          int count = random.nextInt(classes, 30);
          int dimension = random.nextInt(1, 9);
          try (Matrix rows = RandomRows.matrix(random, count, dimension)) {
            Classes labels = Classes.of(labels(random, count, classes));
            var loss = new LogisticLoss(rows, labels, random.nextDouble(0.1, 10));
            int size = LinearScores.parameters(LogisticLoss.outputs(labels.size()), dimension);
            checkGradient(loss, random.doubles(size, -2, 2).toArray());
          }
        });
  }

  /** Every class at least once. */
  private static int[] labels(SplittableRandom random, int count, int classes) {
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i < classes ? i : random.nextInt(classes);
    }
    return labels;
  }

  private static void checkGradient(Objective loss, double[] point) {
    double[] gradient = new double[point.length];
    double[] ignored = new double[point.length];
    loss.evaluate(point, gradient);
    double h = 1e-5; // truncation h² against rounding 1e-16 / h
    for (int i = 0; i < point.length; i++) {
      double[] ahead = point.clone();
      double[] behind = point.clone();
      ahead[i] += h;
      behind[i] -= h;
      double slope = (loss.evaluate(ahead, ignored) - loss.evaluate(behind, ignored)) / (2 * h);
      assertThat(gradient[i]).isCloseTo(slope, within(1e-7));
    }
  }

  @Test
  void theLossIsWhatSummingRowByRowGives() {
    Seeds.forEach(
        40,
        random -> {
          int classes = random.nextInt(2, 5);
          int count = random.nextInt(classes, 12);
          try (Matrix rows = RandomRows.matrix(random, count, 3)) {
            int[] labels = labels(random, count, classes);
            int outputs = LogisticLoss.outputs(classes);
            double[] w = random.doubles(LinearScores.parameters(outputs, 3), -2, 2).toArray();
            double expected = 0;
            for (int r = 0; r < count; r++) {
              double[] powers = new double[classes];
              for (int k = 0; k < classes; k++) {
                powers[k] =
                    classes == 2 && k == 0 ? 1 : Math.exp(score(rows, r, w, classes == 2 ? 0 : k));
              }
              expected -= Math.log(powers[labels[r]] / Arrays.stream(powers).sum()) / count;
            }
            for (int i = 0; i < w.length; i++) {
              expected += i % 4 == 3 ? 0 : w[i] * w[i] / (2 * 0.5 * count);
            }
            var loss = new LogisticLoss(rows, Classes.of(labels), 0.5);
            assertThat(loss.evaluate(w, new double[w.length])).isCloseTo(expected, within(1e-10));
          }
        });
  }

  private static double score(Matrix rows, int row, double[] w, int output) {
    double score = w[output * 4 + 3];
    for (int i = 0; i < 3; i++) {
      score += w[output * 4 + i] * rows.get(row, i);
    }
    return score;
  }

  @Test
  void cloudsFarApartAreToldApart() {
    Seeds.forEach(
        5,
        random -> {
          int[] names = {-7, 3, 40, 41};
          try (Matrix rows = Matrix.allocate(80, 6)) {
            int[] labels = new int[80];
            for (int r = 0; r < 80; r++) {
              float[] row = RandomRows.floats(random, 6);
              row[r % 4] += 8;
              rows.setRow(r, row);
              labels[r] = names[r % 4];
            }
            var model = LogisticRegression.train(rows, labels);
            assertThat(model.labels()).containsExactly(names);
            assertThat(model.predict(rows)).isEqualTo(labels);
            assertThat(model.isConverged()).isTrue();
            for (double[] probabilities : model.probabilities(rows)) {
              assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-12));
            }
            assertThat(model.dimension()).isEqualTo(6);
            assertThat(model.toString()).startsWith("LogisticRegression[4 labels, 6 cells, ");
          }
        });
  }

  @Test
  void rowsThatKnowNothingGiveChance() {
    SplittableRandom random = new SplittableRandom(17);
    int[] labels = random.ints(2000, 0, 4).toArray();
    try (Matrix rows = RandomRows.matrix(random, 2000, 64)) {
      double right = 0;
      for (int repetition = 0; repetition < 10; repetition++) {
        int[] drawn = new FewShot(8, 42).draw(labels, repetition);
        try (Matrix few = rows.take(drawn)) {
          int[] known = Arrays.stream(drawn).map(item -> labels[item]).toArray();
          int[] predicted = LogisticRegression.train(few, known).predict(rows);
          for (int i = 0; i < 2000; i++) {
            boolean isUnseen = Arrays.binarySearch(drawn, i) < 0;
            right += isUnseen && predicted[i] == labels[i] ? 1 : 0;
          }
        }
      }
      // One repetition has the deviation √(p(1 − p) / 2000) = 0.01; all of them no more.
      assertThat(right / (10 * (2000 - 32))).isCloseTo(0.25, within(0.02));
    }
  }

  @Test
  void aRowsProbabilitiesDoNotDependOnTheRowsBesideIt() {
    SplittableRandom random = new SplittableRandom(3);
    try (Matrix rows = RandomRows.matrix(random, 23, 7)) {
      var model = LogisticRegression.train(rows, labels(random, 23, 3));
      double[][] together = model.probabilities(rows);
      for (int r = 0; r < 23; r++) {
        try (Matrix alone = Matrix.of(rows.copyRow(r))) {
          assertThat(model.probabilities(alone)[0]).isEqualTo(together[r]);
        }
      }
      try (Matrix none = Matrix.allocate(0, 7)) {
        assertThat(model.predict(none)).isEmpty();
      }
    }
  }

  @Test
  void aClassThatIsSeenOnceIsLearned() {
    try (Matrix rows = Matrix.of(new float[] {5, 0}, new float[] {0, 5}, new float[] {0, 6})) {
      var model = LogisticRegression.train(rows, new int[] {1, 0, 0});
      assertThat(model.predict(rows)).containsExactly(1, 0, 0);
    }
  }

  @Test
  void longRowsDoNotOverflow() {
    try (Matrix rows = Matrix.of(new float[] {1e15f, 0}, new float[] {0, 1e15f})) {
      var model = LogisticRegression.train(rows, new int[] {0, 1});
      assertThat(model.predict(rows)).containsExactly(0, 1);
    }
  }

  @Test
  void whatCannotBeLearnedIsRefused() {
    try (Matrix rows = Matrix.of(new float[] {1, 2}, new float[] {0, 0})) {
      assertThatThrownBy(() -> LogisticRegression.train(rows, new int[] {4, 4}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("all 2 rows have the label 4: two classes or more are needed");
      assertThatThrownBy(() -> LogisticRegression.train(rows, new int[] {4}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("1 labels for 2 rows: one for each is needed, and at least one row");
      var model = LogisticRegression.train(rows, new int[] {0, 1});
      try (Matrix others = Matrix.allocate(1, 3)) {
        assertThatThrownBy(() -> model.predict(others))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("rows of 3 cells: learned on rows of 2");
      }
      rows.set(1, 0, Float.NEGATIVE_INFINITY);
      assertThatThrownBy(() -> LogisticRegression.train(rows, new int[] {0, 1}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("row 1, cell 0 is -Infinity");
      assertThatThrownBy(() -> model.predict(rows)).hasMessage("row 1, cell 0 is -Infinity");
    }
    assertThatThrownBy(() -> LogisticRegression.Options.DEFAULT.withC(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "C 0.0, 100 iterations, tolerance 1.0E-4: C above 0, 1 iteration and 0 are the least");
  }
}
