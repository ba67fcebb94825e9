package dev.akin.study.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.Verdict;
import dev.akin.study.encoding.RobustnessStudy.Noticed;
import dev.akin.study.encoding.RobustnessStudy.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RobustnessStudyTest {
  private static final List<String> MODELS = List.of("one", "two");

  private static Outcome planted(double typo, double negation, double other) {
    SplittableRandom random = new SplittableRandom(3);
    List<Noticed> noticed = new ArrayList<>();
    for (String model : MODELS) {
      noticed.add(noticed(model, "typo", typo, random));
      noticed.add(noticed(model, "negation", negation, random));
      noticed.add(noticed(model, "another sentence", other, random));
    }
    return RobustnessStudy.outcome(noticed, MODELS, 42);
  }

  private static Noticed noticed(
      String model, String change, double mean, SplittableRandom random) {
    return new Noticed(
        model,
        change,
        false,
        DoubleStream.generate(() -> mean + 0.05 * random.nextGaussian())
            .limit(200)
            .boxed()
            .toList());
  }

  @Test
  void aTypoThatMovesMoreThanANegationHolds() {
    Outcome outcome = planted(0.8, 0.9, 0.2);
    assertThat(outcome.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(outcome.claim().value()).isCloseTo(0.1, within(0.02));
    assertThat(outcome.control().value()).isCloseTo(0.7, within(0.02));
  }

  @Test
  void aNegationThatMovesMoreDoesNot() {
    assertThat(planted(0.9, 0.8, 0.2).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
  }

  @Test
  void anEncoderThatGivesAnythingToAnyoneSaysNothing() {
    assertThat(planted(0.8, 0.9, 0.9).verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void aChangeThatWasNotProbedIsNamed() {
    assertThatThrownBy(() -> RobustnessStudy.outcome(List.of(), MODELS, 42))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("one was not probed with negation");
  }

  @Test
  void anEditThatFitsFewSentencesIsTriedOnOthersToo() {
    List<String> plain =
        IntStream.range(0, 40).mapToObj(i -> "birds are " + "singing".repeat(1 + i)).toList();
    List<String> numbers = IntStream.range(10, 30).mapToObj(i -> "about " + i + " birds").toList();
    List<Probe> probes =
        RobustnessStudy.probes(Stream.concat(plain.stream(), numbers.stream()).toList(), 7);
    assertThat(probes)
        .extracting(Probe::change)
        .containsExactly(
            "typo", "upper case", "other number", "negation", "word shuffle", "another sentence");
    assertThat(probes.get(2).before()).isEqualTo(numbers);
    assertThat(probes.get(3).before()).isEqualTo(plain);
    assertThat(probes.getFirst().before()).startsWith(plain.toArray(String[]::new));
    assertThat(probes)
        .allSatisfy(probe ->
            assertThat(IntStream.range(0, probe.before().size()))
                .noneMatch(i -> probe.before().get(i).equals(probe.after().get(i))));
  }
}
