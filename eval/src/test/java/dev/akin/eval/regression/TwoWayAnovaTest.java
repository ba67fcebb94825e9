package dev.akin.eval.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TwoWayAnovaTest {
  /** A line by statsmodels 0.15.0, anova_lm(typ=2). */
  private static void same(TwoWayAnova.Term actual, double squares, int df, double f, double p) {
    assertThat(actual.sumOfSquares()).isCloseTo(squares, within(1e-13));
    assertThat(actual.df()).isEqualTo(df);
    assertThat(actual.f()).isCloseTo(f, within(1e-9));
    assertThat(actual.p()).isCloseTo(p, within(1e-12));
  }

  @Test
  void theTableOfUnequalCellsIsThatOfStatsmodels() {
    TwoWayAnova anova = TwoWayAnova.of(Scores.MODEL, Scores.BENCHMARK, Scores.Y);
    same(anova.first(), 0.06273423423423413, 2, 29.15360282830156, 0.00011689993496690012);
    same(anova.second(), 0.04881756756756762, 1, 45.3726101316463, 8.499491239299383e-05);
    TwoWayAnova.Term interaction = anova.interaction().orElseThrow();
    same(interaction, 0.0013824324324324168, 2, 0.6424384797878697, 0.5485236285471806);
    assertThat(interaction.name()).isEqualTo("model:benchmark");
    assertThat(anova.residual().sumOfSquares()).isCloseTo(0.009683333333333339, within(1e-13));
    assertThat(anova.residual().df()).isEqualTo(9);
  }

  @Test
  void theTableWithoutInteractionIsThatOfStatsmodels() {
    TwoWayAnova anova = TwoWayAnova.withoutInteraction(Scores.MODEL, Scores.BENCHMARK, Scores.Y);
    same(anova.first(), 0.06273423423423417, 2, 31.180696898151858, 2.9348648834432492e-05);
    same(anova.second(), 0.0488175675675677, 1, 48.527436294065055, 2.3722223229599154e-05);
    assertThat(anova.interaction()).isEmpty();
    assertThat(anova.residual().sumOfSquares()).isCloseTo(0.011065765765765775, within(1e-13));
    assertThat(anova.residual().df()).isEqualTo(11);
  }

  /** With equal cells the sums of squares are those of the means, written out. */
  @Test
  void equalCellsGiveTheTextbookSums() {
    Factor a = new Factor("a", List.of("1", "1", "1", "1", "2", "2", "2", "2"));
    Factor b = new Factor("b", List.of("x", "x", "y", "y", "x", "x", "y", "y"));
    TwoWayAnova anova = TwoWayAnova.of(a, b, 3, 5, 8, 10, 4, 6, 15, 17);
    // Cell means 4, 9, 5, 16: rows 6.5 and 10.5, columns 4.5 and 12.5, all 8.5.
    assertThat(anova.first().sumOfSquares()).isCloseTo(4 * (2 * 2 + 2 * 2), within(1e-12));
    assertThat(anova.second().sumOfSquares()).isCloseTo(4 * (4 * 4 + 4 * 4), within(1e-12));
    // Interaction: cell − row − column + all = ±1.5 in each of 4 cells of 2.
    assertThat(anova.interaction().orElseThrow().sumOfSquares()).isCloseTo(18, within(1e-12));
    assertThat(anova.residual().sumOfSquares()).isCloseTo(8, within(1e-12));
  }

  @Test
  void exchangingTheFactorsExchangesTheLines() {
    TwoWayAnova there = TwoWayAnova.of(Scores.MODEL, Scores.BENCHMARK, Scores.Y);
    TwoWayAnova back = TwoWayAnova.of(Scores.BENCHMARK, Scores.MODEL, Scores.Y);
    assertThat(back.second().sumOfSquares()).isCloseTo(there.first().sumOfSquares(), within(1e-13));
    assertThat(back.first().p()).isCloseTo(there.second().p(), within(1e-12));
  }

  @Test
  void anEmptyCellTakesFreedomFromTheInteraction() {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      boolean emptied =
          Scores.MODEL.levels().get(i).equals("m2")
              && Scores.BENCHMARK.levels().get(i).equals("gen");
      if (!emptied) {
        kept.add(i);
      }
    }
    TwoWayAnova anova =
        TwoWayAnova.of(
            new Factor("model", kept.stream().map(Scores.MODEL.levels()::get).toList()),
            new Factor("benchmark", kept.stream().map(Scores.BENCHMARK.levels()::get).toList()),
            kept.stream().mapToDouble(i -> Scores.Y[i]).toArray());
    // Residual sums of squares of the four models by statsmodels 0.15.0.
    double both = 0.010583333333333339;
    assertThat(anova.second().sumOfSquares()).isCloseTo(0.047333333333333345 - both, within(1e-13));
    assertThat(anova.first().sumOfSquares()).isCloseTo(0.048080000000000005 - both, within(1e-13));
    assertThat(anova.residual().sumOfSquares()).isCloseTo(0.009233333333333338, within(1e-13));
    assertThat(anova.interaction().orElseThrow().df()).isEqualTo(1);
    assertThat(anova.residual().df()).isEqualTo(8);
  }

  /** Seven systems on two benchmarks of 40 and 20 sets: only the system matters. */
  @Test
  void aFactorWithoutEffectIsCalledOneAsRarelyAsItsLevelSays() {
    SplittableRandom random = new SplittableRandom(61);
    int called = 0;
    for (int simulation = 0; simulation < 300; simulation++) {
      List<String> systems = new ArrayList<>();
      List<String> benchmarks = new ArrayList<>();
      double[] y = new double[7 * 60];
      for (int i = 0; i < y.length; i++) {
        systems.add("m" + i % 7);
        benchmarks.add(i / 7 % 3 == 0 ? "domain" : "general");
        y[i] = 0.05 * (i % 7) + random.nextGaussian(0, 0.1);
      }
      TwoWayAnova anova =
          TwoWayAnova.of(new Factor("system", systems), new Factor("benchmark", benchmarks), y);
      assertThat(anova.first().p()).isLessThan(1e-6);
      called += anova.second().p() <= 0.05 ? 1 : 0;
    }
    // 15 of 300 expected; 29 or more have a probability of 0.0006.
    assertThat(called).isBetween(4, 28);
  }

  @Test
  void whatCannotBeTakenApartIsRefused() {
    Factor a = new Factor("a", List.of("1", "1", "2", "2"));
    Factor b = new Factor("b", List.of("x", "y", "x", "y"));
    assertThatThrownBy(() -> TwoWayAnova.of(a, b, 1, 2, 3, 5))
        .hasMessageContaining("each of the 4 scores is alone in its cell of a and b");
    assertThat(TwoWayAnova.withoutInteraction(a, b, 1, 2, 3, 5).residual().df()).isEqualTo(1);
    Factor apart = new Factor("apart", List.of("x", "x", "y", "y"));
    assertThatThrownBy(() -> TwoWayAnova.of(a, apart, 1, 2, 3, 5))
        .hasMessageContaining("column apart=y is a combination");
    assertThatThrownBy(() -> new Factor("a", List.of("1", "1")))
        .hasMessage("factor a needs two levels, and has [1]");
  }
}
