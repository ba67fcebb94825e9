package dev.akin.study.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.format.words.WordList;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.Verdict;
import dev.akin.study.words.KnownShiftsStudy.Group;
import dev.akin.study.words.KnownShiftsStudy.Groups;
import dev.akin.vector.ExactScan;
import dev.akin.vector.Matrix;
import dev.akin.words.WordVectors;
import dev.akin.words.geometry.ChangeMeasure;
import dev.akin.words.geometry.WordChange;
import dev.akin.words.training.Vocabulary;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the study of known shifts says of tables whose shifts are planted. */
class KnownShiftsStudyTest {
  private static final int KNOWN = 30;
  private static final int CONTROLS = 5;
  private static final int WORDS = KNOWN * (1 + CONTROLS);
  private static final int CELLS = 20;

  private static WordVectors table(double known, double others, long seed) {
    SplittableRandom first = new SplittableRandom(1);
    SplittableRandom random = new SplittableRandom(seed);
    float[][] rows = new float[WORDS][CELLS];
    for (int i = 0; i < WORDS; i++) {
      for (int c = 0; c < CELLS; c++) {
        double moved = (i < KNOWN ? known : others) * random.nextGaussian();
        rows[i][c] = (float) (first.nextGaussian() + moved);
      }
    }
    return WordVectors.of(
        WordList.of(IntStream.range(0, WORDS).mapToObj(i -> "w" + i).toList()), Matrix.of(rows));
  }

  /**
   * Two times and two halves of one, in which the known words and the others move so far.
   *
   * @param halves how far the known words move between the halves, where others move by 1
   */
  private static Outcome outcome(double known, double others, double halves) {
    List<Group> groups = new ArrayList<>();
    List<KnownShift> meanings = new ArrayList<>();
    for (int i = 0; i < KNOWN; i++) {
      int from = KNOWN + i * CONTROLS;
      groups.add(
          new Group(
              "w" + i,
              20,
              30,
              IntStream.range(from, from + CONTROLS).mapToObj(w -> "w" + w).toList()));
      meanings.add(new KnownShift("w" + i, "one thing", "another"));
    }
    try (WordVectors before = table(0, 0, 2);
        WordVectors after = table(known, others, 3);
        WordVectors half = table(halves, 1, 4)) {
      ExactScan scan = new ExactScan(1);
      return KnownShiftsStudy.outcome(
          new Groups(groups, List.of("gone")),
          WordChange.between(before, after, WORDS, 5, scan),
          WordChange.between(before, half, WORDS, 5, scan),
          meanings,
          6);
    }
  }

  @Test
  void wordsThatMovedFartherThanTheirControlsAreFoundAndOthersAreNot() {
    Outcome found = outcome(5, 0.3, 1);
    assertThat(found.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(found.claim().value()).isEqualTo(1);
    assertThat(found.tables().get(1).rows()).hasSize(KNOWN);
    assertThat(found.notes())
        .containsExactly("30 of 31 words stand often enough in both times; the others: gone.");
    assertThat(outcome(0.3, 5, 1).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
    assertThat(outcome(1, 1, 1).verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void nothingIsSaidWhereTheSameWordsMoveWithinOneTime() {
    Outcome outcome = outcome(5, 0.3, 9);
    assertThat(outcome.claim().low()).isGreaterThan(0.5);
    assertThat(outcome.verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void aControlThatMovedAsFarCountsHalf() {
    WordList words = WordList.of(List.of("known", "still", "alike", "turned"));
    try (WordVectors before =
            WordVectors.of(words, Matrix.of(new float[][] {{1, 0}, {1, 0}, {0, 1}, {1, 0}}));
        WordVectors after =
            WordVectors.of(words, Matrix.of(new float[][] {{0, 1}, {2, 0}, {1, 0}, {-1, 0}}))) {
      WordChange change = WordChange.between(before, after, 4, 2, new ExactScan(1));
      Group group = new Group("known", 10, 10, List.of("still", "alike", "turned", "still"));
      assertThat(group.share(change, ChangeMeasure.COSINE)).isCloseTo(2.5 / 4, within(1e-12));
    }
  }

  private static Vocabulary counted(Map<String, Integer> counts) throws IOException {
    WordSource source =
        sink -> {
          for (Map.Entry<String, Integer> word : counts.entrySet()) {
            byte[] bytes = word.getKey().getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < word.getValue(); i++) {
              sink.word(bytes, 0, bytes.length);
            }
          }
          sink.lineEnd();
        };
    return Vocabulary.count(source, Groups.LEAST, Integer.MAX_VALUE);
  }

  @Test
  void controlsAreUnknownWordsOfTheSameFrequencyInBothTexts() throws IOException {
    Map<String, Integer> first = new LinkedHashMap<>(Map.of("known", 30, "rare", 30, "shy", 30));
    Map<String, Integer> second = new LinkedHashMap<>(Map.of("known", 60, "rare", 9, "shy", 60));
    for (int i = 0; i < 40; i++) {
      first.put("near" + i, 25 + i % 10);
      second.put("near" + i, 55 + i % 10);
      // As frequent in one of the texts only.
      first.put("grown" + i, 30);
      second.put("grown" + i, 600);
    }
    Vocabulary before = counted(first);
    Vocabulary after = counted(second);
    List<String> known = List.of("known", "rare", "shy", "absent");
    Groups groups = Groups.drawn(known, before, after, word -> !word.equals("shy"), 7);
    assertThat(groups.absent()).containsExactly("rare", "shy", "absent");
    assertThat(groups.groups()).hasSize(1);
    Group group = groups.groups().getFirst();
    assertThat(group).returns("known", Group::word).returns(60L, Group::after);
    assertThat(group.controls())
        .hasSize(10)
        .doesNotHaveDuplicates()
        .allMatch(word -> word.startsWith("near"));
    assertThat(Groups.drawn(known, before, after, word -> !word.equals("shy"), 7))
        .isEqualTo(groups);
    assertThat(Groups.drawn(known, before, after, word -> !word.equals("shy"), 8))
        .isNotEqualTo(groups);
  }

  @Test
  void noWordIsListedTwice() {
    assertThat(KnownShift.ALL).extracting(KnownShift::word).doesNotHaveDuplicates();
  }
}
