package dev.akin.study.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.PlantedResults;
import dev.akin.study.claim.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PoolingStudyTest {
  private static final List<String> MODELS = List.of("one", "two");

  /** What mean pooling gains over every other, on similarity and retrieval, and on labels. */
  private static Outcome planted(double alike, double labels) {
    List<String> systems =
        MODELS.stream()
            .flatMap(model ->
                Stream.of("mean", "first", "last", "max", "weighted")
                    .map(pooling -> PoolingStudy.system(model, pooling)))
            .toList();
    return PoolingStudy.outcome(
        PlantedResults.of(
            systems,
            List.of("sts", "retrieval", "labels"),
            (system, task) ->
                0.5 + (system.endsWith("mean") ? task.equals("labels") ? labels : alike : 0)),
        MODELS,
        42);
  }

  @Test
  void aGainOnSimilarityAndRetrievalAloneHolds() {
    Outcome outcome = planted(0.2, 0);
    assertThat(outcome.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(outcome.claim().value()).isCloseTo(0.2, within(0.06));
    assertThat(outcome.control().value()).isCloseTo(0.2, within(0.04));
  }

  @Test
  void aGainThatIsLargerOnLabelsDoesNot() {
    assertThat(planted(0.1, 0.4).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
  }

  @Test
  void poolingsThatAreAllAlikeSayNothing() {
    assertThat(planted(0, 0).verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void gainsAreTabledForEveryPoolingButMean() {
    Outcome outcome = planted(0.2, 0);
    assertThat(outcome.tables()).hasSize(3);
    assertThat(outcome.tables().get(1).rows()).hasSize(12);
    assertThat(outcome.tables().get(1).rows().getFirst())
        .startsWith("sts", "first")
        .endsWith("yes");
  }
}
