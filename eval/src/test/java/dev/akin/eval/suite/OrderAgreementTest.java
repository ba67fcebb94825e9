package dev.akin.eval.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderAgreementTest {
  private static final List<Task> TASKS =
      List.of(new Task("t1", "a"), new Task("t2", "a"), new Task("t3", "b"));
  private static final ScoreMatrix WHOLE =
      ScoreMatrix.of(
          List.of("x", "y", "z"),
          TASKS,
          new double[][] {{0.9, 0.1, 0.8}, {0.6, 0.5, 0.5}, {0.3, 0.9, 0.1}});

  @Test
  void aSuiteAgreesWithItself() {
    assertThat(OrderAgreement.between(WHOLE, WHOLE)).isEqualTo(new OrderAgreement(1, 1));
  }

  @Test
  void aPartMayTurnTheOrderRound() {
    // Means over all: x .6, y .533, z .433; on t2 alone z, y, x.
    OrderAgreement turned = OrderAgreement.between(WHOLE, WHOLE.withTasks(Set.of("t2")));
    assertThat(turned.spearman()).isCloseTo(-1, within(1e-12));
    assertThat(turned.kendall()).isCloseTo(-1, within(1e-12));
  }

  @Test
  void oneExchangeOfNeighboursCostsWhatTheFormulasSay() {
    double[] whole = {4, 3, 2, 1};
    double[] part = {3, 4, 2, 1};
    OrderAgreement agreement = OrderAgreement.of(whole, part);
    // ρ = 1 − 6 Σd²/(n(n² − 1)) with Σd² = 2; τ = (5 − 1)/6.
    assertThat(agreement.spearman()).isCloseTo(1 - 12.0 / 60, within(1e-12));
    assertThat(agreement.kendall()).isCloseTo(4.0 / 6, within(1e-12));
  }

  @Test
  void systemsThatAreAllEqualHaveNoOrderToAgreeWith() {
    assertThat(OrderAgreement.of(new double[] {1, 2}, new double[] {3, 3}).spearman()).isNaN();
  }

  @Test
  void otherSystemsAndMissingScoresAreRefused() {
    ScoreMatrix others = ScoreMatrix.of(List.of("x", "y", "w"), TASKS, new double[3][3]);
    assertThatThrownBy(() -> OrderAgreement.between(WHOLE, others))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("systems [x, y, z] cannot be compared with [x, y, w]");
    double[][] gap = {{1, 2, 3}, {1, 2, 3}, {1, Double.NaN, 3}};
    ScoreMatrix missing = ScoreMatrix.of(List.of("x", "y", "z"), TASKS, gap);
    assertThatThrownBy(() -> OrderAgreement.between(WHOLE, missing))
        .hasMessageContaining("system z has none on task t2");
  }
}
