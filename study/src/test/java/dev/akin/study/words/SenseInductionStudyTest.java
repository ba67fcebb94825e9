package dev.akin.study.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.study.claim.Verdict;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SenseInductionStudyTest {
  private static final int CONTEXTS = 400;

  private static int[] truth() {
    return IntStream.range(0, CONTEXTS).map(i -> i % 3).toArray();
  }

  /** The truth, but for some by chance. */
  private static int[] like(double share, long seed) {
    var random = new SplittableRandom(seed);
    return IntStream.range(0, CONTEXTS)
        .map(i -> random.nextDouble() < share ? i % 3 : random.nextInt(3))
        .toArray();
  }

  private static Verdict verdict(double learned, double clustered) {
    var parts =
        new SenseInductionStudy.Parts(truth())
            .add(SenseInductionStudy.LEARNED, like(learned, 1))
            .add(SenseInductionStudy.LEARNED, like(learned, 3))
            .add(SenseInductionStudy.NEAREST, like(0.5, 5))
            .add(SenseInductionStudy.CLUSTERED, like(clustered, 2))
            .add(SenseInductionStudy.CLUSTERED, like(clustered, 4));
    return SenseInductionStudy.outcome(Map.of("line", parts), List.of(), 9).verdict();
  }

  @Test
  void learnedSensesAreBetterThanClustersWhereTheyAre() {
    assertThat(verdict(0.9, 0.5)).isEqualTo(Verdict.HOLDS);
    assertThat(verdict(0.5, 0.9)).isEqualTo(Verdict.DOES_NOT_HOLD);
    assertThat(verdict(0.7, 0.7)).isEqualTo(Verdict.UNDECIDED);
    // Chance is no worse than what was learned: the data cannot tell.
    assertThat(verdict(0, 0)).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void aFigureIsTheMeanIndexOfItsTrainings() {
    var parts = new SenseInductionStudy.Parts(0, 0, 1, 1);
    parts.add("learned", 5, 5, 2, 2).add("learned", 1, 2, 1, 2).add("one", 0, 0, 0, 0);
    // 1 for the same parts; for crossed ones no pair of 6 is together where 2/3 is chance.
    assertThat(parts.figure(parts.by("learned")).value())
        .isCloseTo((1 + (0 - 2.0 / 3) / (2 - 2.0 / 3)) / 2, within(1e-12));
    assertThat(parts.figure(parts.by("one")).value()).isCloseTo(0, within(1e-12));
  }

  @Test
  void contextsAreReadWithTheWordInItsBasicForm() {
    List<SenseContext> read =
        SenseContext.parse(
            """
            <corpus lang="en">
            <lexelt item="line-n">
            <instance id="line-n.1:">
            <answer instance="line-n.1:" senseid="cord"/>
            <context>
             <wf pos="DT">The</wf> <wf pos='"'>"</wf> <wf pos="NN">safety</wf> <head> <wf pos="NNS">lines</wf></head> <wf pos=".">.</wf>
            </context>
            </instance>
            <instance id="line-n.2:">
            <answer instance="line-n.2:" senseid="phone"/>
            <context>
             <head> <wf pos="NN">line</wf></head> <wf pos="VBZ">is</wf> <wf pos="JJ">busy</wf>
            </context>
            </instance>
            </lexelt>
            </corpus>
            """);
    assertThat(read)
        .containsExactly(
            new SenseContext("line", "cord", List.of("the", "safety", "line"), 2),
            new SenseContext("line", "phone", List.of("line", "is", "busy"), 0));
    assertThat(SenseContext.senses(read)).containsExactly(0, 1);
    assertThatThrownBy(() -> SenseContext.parse("<corpus/>")).hasMessageContaining("lexelt");
  }
}
