package dev.akin.eval.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoreMatrixTest {
  private static final double NONE = Double.NaN;
  private static final List<Task> TASKS =
      List.of(new Task("t1", "retrieval"), new Task("t2", "retrieval"), new Task("t3", "sts"));
  private static final ScoreMatrix MATRIX =
      ScoreMatrix.of(List.of("a", "b"), TASKS, new double[][] {{0.1, 0.2, 0.3}, {0.4, NONE, 0.6}});

  @Test
  void aMatrixKeepsItsOwnCopyOfTheScores() {
    double[][] scores = {{1, 2, 3}};
    ScoreMatrix matrix = ScoreMatrix.of(List.of("a"), TASKS, scores);
    scores[0][0] = 9;
    matrix.row(0)[1] = 9;
    assertThat(matrix.row(0)).containsExactly(1, 2, 3);
  }

  @Test
  void tasksCanBeLeftOut() {
    ScoreMatrix part = MATRIX.withTasks(Set.of("t3", "t1"));
    assertThat(part.tasks()).containsExactly(TASKS.get(0), TASKS.get(2));
    assertThat(part.row(1)).containsExactly(0.4, 0.6);
    assertThat(MATRIX.withoutMissing().tasks()).isEqualTo(part.tasks());
    assertThat(MATRIX.missing(0)).isZero();
    assertThat(MATRIX.missing(1)).isEqualTo(1);
  }

  @Test
  void whatIsNoMatrixIsRefusedByName() {
    assertThatThrownBy(() -> ScoreMatrix.of(List.of("a", "a"), TASKS, new double[2][3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there are two systems named a");
    assertThatThrownBy(() -> ScoreMatrix.of(List.of(), TASKS, new double[0][3]))
        .hasMessage("a suite needs at least one system");
    assertThatThrownBy(() -> ScoreMatrix.of(List.of("a"), TASKS, new double[2][3]))
        .hasMessage("2 rows of scores for 1 systems");
    assertThatThrownBy(() -> ScoreMatrix.of(List.of("a"), TASKS, new double[1][2]))
        .hasMessage("system a has 2 scores for 3 tasks");
    double[][] infinite = {{1, Double.POSITIVE_INFINITY, 2}};
    assertThatThrownBy(() -> ScoreMatrix.of(List.of("a"), TASKS, infinite))
        .hasMessage("system a, task t2: Infinity");
    assertThatThrownBy(() -> MATRIX.withTasks(Set.of("t9")))
        .hasMessage("there are no tasks named [t9]");
    double[][] sparse = {{NONE, NONE, NONE}};
    assertThatThrownBy(() -> ScoreMatrix.of(List.of("a"), TASKS, sparse).withoutMissing())
        .hasMessage("a suite needs at least one task");
  }
}
