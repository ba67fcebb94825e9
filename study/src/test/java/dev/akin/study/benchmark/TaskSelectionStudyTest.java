package dev.akin.study.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.eval.suite.ScoreMatrix;
import dev.akin.eval.suite.Task;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.Verdict;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaskSelectionStudyTest {
  private static final int SYSTEMS = 40;
  private static final int TASKS = 15;

  /**
   * Scores = ability + factor of the task's group + noise. Nine tasks of the first group are copies
   * of one another; six have a group each.
   */
  private static Outcome planted(double ability, double factor, double noise) {
    SplittableRandom random = new SplittableRandom(19);
    double[][] scores = new double[SYSTEMS][TASKS];
    for (double[] row : scores) {
      double own = ability * random.nextGaussian();
      double[] factors =
          DoubleStream.generate(() -> factor * random.nextGaussian()).limit(7).toArray();
      for (int t = 0; t < TASKS; t++) {
        row[t] = own + factors[Math.max(0, t - 8)] + noise * random.nextGaussian();
      }
    }
    return TaskSelectionStudy.outcome(
        ScoreMatrix.of(
            IntStream.range(0, SYSTEMS).mapToObj(s -> "system " + s).toList(),
            IntStream.range(0, TASKS)
                .mapToObj(t -> new Task("task " + t, t % 2 == 0 ? "pairs" : "labels"))
                .toList(),
            scores),
        42);
  }

  @Test
  void copiesAreDroppedAndTheOrderStays() {
    Outcome outcome = planted(1, 0.1, 0.02);
    assertThat(outcome.claim().low()).isGreaterThan(0.9);
    List<String> dropped = outcome.tables().getFirst().rows().stream().map(List::getFirst).toList();
    assertThat(dropped).hasSize(TASKS - 6);
  }

  @Test
  void anOrderThatIsNoiseIsNotKept() {
    // Nothing predicts anything: tasks stay, as none reaches the threshold.
    Outcome outcome = planted(0, 0, 1);
    assertThat(outcome.tables().getFirst().rows()).isEmpty();
    assertThat(outcome.control().value()).isBetween(-1e-9, 1e-9);
    assertThat(outcome.verdict()).isNotEqualTo(Verdict.HOLDS);
  }

  @Test
  void anOrderThatTheDroppedCopiesMadeIsLost() {
    // The mean over all is mostly that of the nine copies, of which one is left among seven tasks:
    // r = (9 + 6)/√(87 · 7) = 0.61.
    Outcome outcome = planted(0, 1, 0.01);
    assertThat(outcome.verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
    assertThat(outcome.claim().value()).isBetween(0.3, 0.85);
    assertThat(outcome.tables().getFirst().rows()).hasSize(8);
    assertThat(outcome.tables().getFirst().rows())
        .allSatisfy(row -> assertThat(copies()).contains(row.getFirst()));
  }

  private static List<String> copies() {
    return IntStream.range(0, 9).mapToObj(t -> "task " + t).toList();
  }
}
