package dev.akin.study.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.PlantedResults;
import dev.akin.study.claim.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class BagOfWordsStudyTest {
  private static final List<String> DENSE = List.of("small", "large");
  private static final List<String> GENERAL = List.of("sentences", "captions");
  private static final List<String> DOMAIN = List.of("records", "codes");

  /** What a bag of words reaches on general and on domain sets; the better encoder reaches 0.5. */
  private static Outcome planted(double general, double domain) {
    return BagOfWordsStudy.outcome(
        PlantedResults.of(
            List.of("bow", "small", "large"),
            List.of("sentences", "captions", "records", "codes"),
            (system, task) ->
                switch (system) {
                  case "bow" -> GENERAL.contains(task) ? general : domain;
                  case "small" -> 0.4;
                  default -> 0.5;
                }),
        DENSE,
        GENERAL,
        DOMAIN,
        42);
  }

  @Test
  void wordsThatWinOnTheDomainAloneHold() {
    Outcome outcome = planted(0.3, 0.7);
    assertThat(outcome.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(outcome.claim().value()).isCloseTo(0.2, within(0.05));
    assertThat(outcome.control().value()).isCloseTo(0.4, within(0.07));
  }

  @Test
  void wordsThatLoseEverywhereDoNot() {
    assertThat(planted(0.3, 0.3).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
  }

  @Test
  void wordsThatWinEverywhereSayNothingOfADomain() {
    assertThat(planted(0.7, 0.7).verdict()).isEqualTo(Verdict.UNDECIDED);
  }
}
