package dev.akin.study.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.study.benchmark.RetrievalGainsStudy.Gain;
import dev.akin.study.benchmark.RetrievalGainsStudy.Pair;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RetrievalGainsStudyTest {
  private static final int QUERIES = 100;

  /** Twenty gains whose mean over a half's queries is so many standard errors. */
  private static Outcome planted(double standardErrors) {
    List<Gain> gains = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(17);
    for (int i = 0; i < 20; i++) {
      double[] older = new double[QUERIES];
      double[] newer = new double[QUERIES];
      for (int q = 0; q < QUERIES; q++) {
        older[q] = random.nextGaussian();
        newer[q] = older[q] + random.nextGaussian() + standardErrors / Math.sqrt(QUERIES / 2.0);
      }
      gains.add(new Gain(new Pair("new " + i / 4, "old"), "corpus " + i % 4, newer, older));
    }
    return RetrievalGainsStudy.outcome(gains, List.of(), 50, 42);
  }

  @Test
  void gainsThatHalvesHardlyShowDoNotComeAgain() {
    // At 1.3 standard errors a half shows a gain one time in four, and the other half as seldom.
    assertThat(planted(1.3).verdict()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void gainsThatEveryHalfShowsComeAgain() {
    Outcome outcome = planted(6);
    assertThat(outcome.verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
    assertThat(outcome.claim().value()).isCloseTo(0, within(0.01));
    assertThat(outcome.control().value()).isCloseTo(0.95, within(0.03));
  }

  @Test
  void gainsThatAreNoneSayNothing() {
    Outcome outcome = planted(0);
    assertThat(outcome.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(outcome.control().low()).isLessThan(0);
  }

  @Test
  void theTablesHaveARowAGainAndOneForTheControl() {
    Outcome outcome = planted(6);
    assertThat(outcome.tables().getFirst().rows()).hasSize(6);
    assertThat(outcome.tables().get(1).columns())
        .containsExactly("gain", "corpus 0", "corpus 1", "corpus 2", "corpus 3");
  }

  @Test
  void seedsAreComparedWithinAndAcross() {
    double[][] newer = {{1, 0, 1, 0}, {0.5, 0.5, 1, 1}};
    double[][] older = {{0, 0, 0, 0}, {0, 0, 1, 0}};
    SeedSpread.Spread spread = new SeedSpread.Spread("c", newer, older);
    assertThat(spread.gains()).containsExactly(0.5, 0.25, 0.75, 0.5);
    assertThat(SeedSpread.Spread.range(newer)).isEqualTo(0.25);
    assertThat(SeedSpread.Spread.toldApart(newer)).isZero();
    double[][] apart = {{1, 2, 1, 2}, {3, 4, 3, 4}, {1, 2, 1, 2}};
    assertThat(SeedSpread.Spread.toldApart(apart)).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(new SeedSpread(List.of(spread)).table().rows().getFirst())
        .startsWith("c", "+0.5000", "+0.2500 to +0.7500", "100 %");
  }
}
