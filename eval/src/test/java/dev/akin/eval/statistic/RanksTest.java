package dev.akin.eval.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RanksTest {
  @Test
  void equalValuesShareTheMeanOfTheirRanks() {
    assertThat(Ranks.average(30, 10, 20, 20)).containsExactly(4, 1, 2.5, 2.5);
    assertThat(Ranks.average(5, 5, 5)).containsExactly(2, 2, 2);
    assertThat(Ranks.average(0.0, -0.0, 1)).containsExactly(1.5, 1.5, 3);
    assertThat(Ranks.average(Double.POSITIVE_INFINITY, 0, Double.NEGATIVE_INFINITY))
        .containsExactly(3, 2, 1);
    assertThat(Ranks.average()).isEmpty();
  }

  @Test
  void aRankCountsWhatIsBelowAndHalfOfWhatIsEqual() {
    Seeds.forEach(
        500,
        random -> {
          double[] values = random.ints(random.nextInt(1, 40), 0, 12).asDoubleStream().toArray();
          double[] ranks = Ranks.average(values);
          for (int i = 0; i < values.length; i++) {
            double value = values[i];
            double below = Arrays.stream(values).filter(v -> v < value).count();
            double equal = Arrays.stream(values).filter(v -> v == value).count();
            assertThat(ranks[i]).isEqualTo(below + (equal + 1) / 2);
          }
        });
  }

  @Test
  void theTieTermSumsOverBlocks() {
    assertThat(Ranks.tieTerm(1, 2, 3)).isZero();
    // A block of 2 gives 8 − 2, one of 3 gives 27 − 3.
    assertThat(Ranks.tieTerm(7, 1, 7, 2, 2, 7)).isEqualTo(6 + 24);
  }

  @Test
  void whatIsNotANumberHasNoRank() {
    assertThatThrownBy(() -> Ranks.average(1, Double.NaN)).hasMessageContaining("value 1 is NaN");
  }
}
