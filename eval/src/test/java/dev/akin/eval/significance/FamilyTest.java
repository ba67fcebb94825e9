package dev.akin.eval.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Seeds;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FamilyTest {
  private static final ComparisonOptions OPTIONS =
      ComparisonOptions.DEFAULT.withResampling(new Resampling(1_000, 7));

  /** Systems over 60 items around one base, each with its own lead. */
  private static SequencedMap<String, Estimate> systems(SplittableRandom random, double... leads) {
    double[] base = Samples.normal(random, 60, 0.5, 0.2);
    SequencedMap<String, Estimate> systems = new LinkedHashMap<>();
    for (double lead : leads) {
      double[] values = Samples.plus(base, Samples.normal(random, 60, lead, 0.05));
      systems.put("s" + systems.size(), Estimate.mean(values));
    }
    return systems;
  }

  private static <T> T of(Map<String, T> bySystem, Scored system) {
    return Objects.requireNonNull(bySystem.get(system.system()));
  }

  @Test
  void allPairsAreComparedLaterAgainstEarlier() {
    Family family = Family.allPairs(systems(new SplittableRandom(1), 0, 0.1, 0.2), OPTIONS);
    assertThat(family.systems()).extracting(Scored::system).containsExactly("s0", "s1", "s2");
    assertThat(family.comparisons())
        .extracting(c -> c.system().system() + "-" + c.baseline().system())
        .containsExactly("s1-s0", "s2-s0", "s2-s1");
    assertThat(family.beaten(0.05))
        .containsExactly(
            Map.entry("s2", List.of("s1", "s0")),
            Map.entry("s1", List.of("s0")),
            Map.entry("s0", List.of()));
    assertThat(family.letters(0.05).toString()).isEqualTo("{s2=a, s1=b, s0=c}");
  }

  @Test
  void aPairInAFamilyIsThePairByItselfButForTheAdjustment() {
    SequencedMap<String, Estimate> systems = systems(new SplittableRandom(4), 0, 0.02, 0.01, 0.03);
    Family family = Family.allPairs(systems, OPTIONS);
    for (Comparison c : family.comparisons()) {
      Comparison alone = Comparison.of(of(systems, c.system()), of(systems, c.baseline()), OPTIONS);
      assertThat(c.interval()).isEqualTo(alone.interval());
      assertThat(c.effect()).isEqualTo(alone.effect());
      assertThat(c.sample()).isEqualTo(alone.sample());
      assertThat(c.test().p()).isEqualTo(alone.test().p());
    }
    double[] p = family.comparisons().stream().mapToDouble(c -> c.test().p()).toArray();
    assertThat(family.comparisons().stream().mapToDouble(c -> c.test().adjustedP()))
        .containsExactly(Arrays.stream(Adjustment.HOLM.adjusted(p)).boxed().toArray(Double[]::new));
  }

  @Test
  void againstABaselineFewerTestsArePaidFor() {
    SequencedMap<String, Estimate> systems = systems(new SplittableRandom(6), 0, 0.02, 0.01, 0.03);
    Family family = Family.against("s1", systems, OPTIONS);
    assertThat(family.comparisons())
        .extracting(c -> c.system().system())
        .containsExactly("s0", "s2", "s3");
    assertThat(family.comparisons()).allMatch(c -> c.baseline().system().equals("s1"));
    assertThat(family.adjustment()).isEqualTo(Adjustment.HOLM);
    assertThatThrownBy(() -> family.letters(0.05))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("all 6 pairs of 4 systems, and 3 were compared");
  }

  @Test
  void lettersTellApartExactlyWhatTheTestTellsApart() {
    Seeds.forEach(
        40,
        random -> {
          double[] leads = random.doubles(random.nextInt(2, 9), 0, 0.06).toArray();
          Family family = Family.allPairs(systems(random, leads), OPTIONS);
          SequencedMap<String, String> letters = family.letters(0.05);
          assertThat(letters.firstEntry().getValue()).startsWith("a");
          for (Comparison c : family.comparisons()) {
            String own = of(letters, c.system());
            boolean share =
                of(letters, c.baseline()).chars().anyMatch(letter -> own.indexOf(letter) >= 0);
            assertThat(share).isEqualTo(c.verdict(0.05) == Comparison.Verdict.UNDECIDED);
          }
        });
  }

  @Test
  void aSystemBeatsExactlyThoseItIsBetterThan() {
    Seeds.forEach(
        20,
        random -> {
          Family family = Family.allPairs(systems(random, 0.03, 0, 0.05, 0.02), OPTIONS);
          for (Comparison c : family.comparisons()) {
            SequencedMap<String, List<String>> beaten = family.beaten(0.05);
            assertThat(of(beaten, c.system()).contains(c.baseline().system()))
                .isEqualTo(c.verdict(0.05) == Comparison.Verdict.BETTER);
            assertThat(of(beaten, c.baseline()).contains(c.system().system()))
                .isEqualTo(c.verdict(0.05) == Comparison.Verdict.WORSE);
          }
        });
  }

  @Test
  void whatIsNoFamilyIsRefused() {
    SequencedMap<String, Estimate> systems = systems(new SplittableRandom(1), 0, 0.1);
    assertThatThrownBy(() -> Family.against("s9", systems, OPTIONS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the baseline 's9' is not among the systems [s0, s1]");
    assertThatThrownBy(() -> Family.allPairs(systems(new SplittableRandom(1), 0), OPTIONS))
        .hasMessage("a comparison needs two systems, got [s0]");
  }
}
