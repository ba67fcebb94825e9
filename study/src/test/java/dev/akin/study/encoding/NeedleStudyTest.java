package dev.akin.study.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.Verdict;
import dev.akin.study.encoding.NeedleStudy.Answer;
import dev.akin.study.encoding.NeedleStudy.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NeedleStudyTest {
  private static final int WINDOW = 256;

  /** Shares of needles found: cut and seen, cut and not seen, in parts. */
  private static Outcome planted(double seen, double unseen, double parts) {
    SplittableRandom random = new SplittableRandom(9);
    return NeedleStudy.outcome(
        Stream.of("one", "two")
            .map(model ->
                new Reading(
                    model,
                    WINDOW,
                    answers(seen, unseen, random),
                    answers(parts, parts, random),
                    answers(1, 1, random)))
            .toList(),
        42);
  }

  private static List<Answer> answers(double seen, double unseen, SplittableRandom random) {
    List<Answer> answers = new ArrayList<>();
    for (Needle.Kind kind : Needle.Kind.values()) {
      for (int length : List.of(128, 256, 512, 1024)) {
        for (int i = 0; i < 30; i++) {
          double depth = i / 29.0;
          Needle needle = new Needle("text", "question", depth, (int) (depth * length));
          double share = needle.endToken() <= WINDOW ? seen : unseen;
          answers.add(new Answer(kind, length, needle, random.nextDouble() < share));
        }
      }
    }
    return answers;
  }

  @Test
  void partsThatFindWhatCuttingLosesHold() {
    Outcome outcome = planted(0.9, 0.05, 0.7);
    assertThat(outcome.verdict()).isEqualTo(Verdict.HOLDS);
    // Of texts of 512 and 1024 tokens, three in eight have their needle before token 256.
    assertThat(outcome.claim().value()).isBetween(0.2, 0.45);
    assertThat(outcome.control().value()).isBetween(0.75, 0.95);
  }

  @Test
  void partsThatDrownTheNeedleDoNot() {
    assertThat(planted(0.9, 0.05, 0.1).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
  }

  @Test
  void anEncoderThatFindsNothingAnywaySaysNothing() {
    assertThat(planted(0.05, 0.05, 0.7).verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void depthsAreOfLongTextsAlone() {
    Outcome outcome = planted(1, 0, 1);
    assertThat(outcome.tables().get(1).rows().getFirst()).startsWith("one", "1.00", "1.00");
    assertThat(outcome.tables().get(1).rows().getFirst()).endsWith("0.00", "0.00", "0.00");
  }
}
