package dev.akin.eval.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.eval.significance.ComparisonOptions;
import dev.akin.eval.significance.Estimate;
import dev.akin.eval.significance.Family;
import dev.akin.eval.significance.Interval;
import dev.akin.eval.significance.PairedTest;
import dev.akin.eval.significance.Resampling;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SuiteMeanTest {
  private static final ComparisonOptions OPTIONS =
      ComparisonOptions.DEFAULT.withResampling(new Resampling(2_000, 3));
  private static final List<Task> TASKS =
      List.of(new Task("t1", "retrieval"), new Task("t2", "retrieval"), new Task("t3", "sts"));
  private static final ScoreMatrix MATRIX =
      ScoreMatrix.of(List.of("a", "b"), TASKS, new double[][] {{0.2, 0.4, 0.9}, {0.5, 0.5, 0.5}});

  private static Estimate of(Map<String, Estimate> bySystem, String system) {
    return Objects.requireNonNull(bySystem.get(system));
  }

  @Test
  void theMeansAreThoseOfTheStandings() {
    for (Standing standing : Standing.of(MATRIX)) {
      assertThat(of(SuiteMean.overTasks(MATRIX), standing.system()).value())
          .isCloseTo(standing.meanOverTasks().orElseThrow(), within(1e-15));
      assertThat(of(SuiteMean.overCategories(MATRIX), standing.system()).value())
          .isCloseTo(standing.meanOverCategories().orElseThrow(), within(1e-15));
    }
  }

  @Test
  void aResampleAveragesTheCategoriesThatOccurInIt() {
    Estimate a = of(SuiteMean.overCategories(MATRIX), "a");
    assertThat(a.resampled(new int[] {0, 0, 1})).isCloseTo(0.8 / 3, within(1e-15));
    assertThat(a.resampled(new int[] {2, 2, 0})).isCloseTo((0.9 + 0.2) / 2, within(1e-15));
  }

  @Test
  void suitesAreComparedTaskByTask() {
    Family byTasks = Family.allPairs(SuiteMean.overTasks(MATRIX), OPTIONS);
    assertThat(byTasks.comparisons().getFirst().test().test()).isEqualTo(PairedTest.RANDOMISATION);
    assertThat(byTasks.comparisons().getFirst().sample().items()).isEqualTo(3);
    Family byCategories = Family.allPairs(SuiteMean.overCategories(MATRIX), OPTIONS);
    assertThat(byCategories.comparisons().getFirst().test().test()).isEqualTo(PairedTest.BOOTSTRAP);
  }

  @Test
  void ofQueriesEachTaskCountsTheSame() {
    Estimate mean = SuiteMean.ofQueries(List.of(new double[] {1, 0, 0, 0}, new double[] {1, 1}));
    assertThat(mean.value()).isCloseTo((0.25 + 1) / 2, within(1e-15));
    assertThat(mean.size()).isEqualTo(6);
    assertThat(mean.perItem()).isPresent();
  }

  /** Tasks that differ much from one another: sure on these, unsure on others like them. */
  @Test
  void theIntervalOverTasksIsAsWideAsTasksDiffer() {
    SplittableRandom random = new SplittableRandom(5);
    double[][] perTask = new double[8][200];
    double[] means = new double[8];
    for (int task = 0; task < 8; task++) {
      double level = random.nextDouble();
      for (int query = 0; query < 200; query++) {
        perTask[task][query] = level + random.nextGaussian(0, 0.1);
        means[task] += perTask[task][query] / 200;
      }
    }
    Interval onThese = Interval.of(SuiteMean.ofQueries(List.of(perTask)), OPTIONS);
    Interval onOthers = Interval.of(Estimate.mean(means), OPTIONS);
    assertThat(onOthers.high() - onOthers.low())
        .isGreaterThan(4 * (onThese.high() - onThese.low()));
  }

  /** Tasks as items are the clusters of their queries: the same interval by either way. */
  @Test
  void tasksAsItemsAreClustersOfQueries() {
    double[] queries = {0.1, 0.3, 0.5, 0.9, 0.2, 0.6, 0.4, 0.8, 0.7, 0.5, 0.3, 0.1};
    int[] task = {0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5};
    double[] means = {0.2, 0.7, 0.4, 0.6, 0.6, 0.2};
    Interval clustered = Interval.of(Estimate.mean(queries).clustered(task), OPTIONS);
    Interval overTasks = Interval.of(Estimate.mean(means), OPTIONS);
    assertThat(clustered.low()).isCloseTo(overTasks.low(), within(1e-12));
    assertThat(clustered.high()).isCloseTo(overTasks.high(), within(1e-12));
  }

  @Test
  void whatIsMissingIsNotAveragedAround() {
    ScoreMatrix gap =
        ScoreMatrix.of(List.of("a", "b"), TASKS, new double[][] {{1, 2, 3}, {1, Double.NaN, 3}});
    assertThatThrownBy(() -> SuiteMean.overTasks(gap))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a mean over tasks needs all scores: system b has none on task t2");
    assertThatThrownBy(() -> SuiteMean.overCategories(gap))
        .hasMessageContaining("system b has none on task t2");
    assertThatThrownBy(() -> SuiteMean.ofQueries(List.of(new double[] {1}, new double[0])))
        .hasMessage("task 1 has no query");
  }
}
