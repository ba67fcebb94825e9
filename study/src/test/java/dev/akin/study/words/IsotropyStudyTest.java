package dev.akin.study.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.format.words.WordList;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Verdict;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import dev.akin.words.WordVectors;
import dev.akin.words.evaluation.SimilaritySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the study of isotropy says of tables whose first direction is planted. */
class IsotropyStudyTest {
  private static final int WORDS = 300;
  private static final int CELLS = 12;

  /**
   * Words with a hidden row, and before it one long direction, of which people know or do not.
   *
   * @param length of that direction, 1 being that of the others
   * @param isMeant whether people compare words by it
   */
  private static Outcome outcome(double length, boolean isMeant) {
    SplittableRandom random = new SplittableRandom(5);
    float[][] rows = new float[WORDS][CELLS];
    for (float[] row : rows) {
      for (int c = 0; c < CELLS; c++) {
        row[c] = (float) ((c == 0 ? length : 1) * random.nextGaussian());
      }
    }
    List<SimilaritySet.Pair> pairs = new ArrayList<>();
    for (int p = 0; p < 600; p++) {
      int a = random.nextInt(WORDS);
      int b = random.nextInt(WORDS);
      float[] first = rows[a].clone();
      float[] second = rows[b].clone();
      if (!isMeant) {
        first[0] = 0;
        second[0] = 0;
      }
      pairs.add(new SimilaritySet.Pair("w" + a, "w" + b, Similarity.COSINE.between(first, second)));
    }
    List<String> words = IntStream.range(0, WORDS).mapToObj(i -> "w" + i).toList();
    var tasks = List.of(new WordTasks.Similarity(new SimilaritySet("people", pairs)));
    try (WordVectors table = WordVectors.of(WordList.of(words), Matrix.of(rows))) {
      return IsotropyStudy.outcome(Map.of("planted", table), tasks, 3);
    }
  }

  private static double cell(ResultTable table, String row, int column) {
    return table.rows().stream()
        .filter(cells -> cells.getFirst().equals(row))
        .mapToDouble(cells -> Double.parseDouble(cells.get(column)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDirectionThatSaysNothingIsBetterTakenOutAndOneThatPeopleMeanIsNot() {
    assertThat(outcome(4, false).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(outcome(4, true).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
  }

  @Test
  void takingOutTheLongDirectionSpreadsTheVectorsEvenly() {
    ResultTable spread = outcome(6, false).tables().get(1);
    String raw = "planted, as learned";
    String top = "planted, all but the top";
    String white = "planted, whitened";
    assertThat(cell(spread, top, 2)).isGreaterThan(cell(spread, raw, 2) + 0.1);
    assertThat(cell(spread, raw, 3)).isGreaterThan(0.6);
    assertThat(cell(spread, top, 3)).isLessThan(0.2);
    assertThat(cell(spread, white, 3)).isCloseTo(1.0 / CELLS, within(1e-4));
  }

  @Test
  void eachOperationIsHeldAgainstTheVectorsAsLearned() {
    List<ResultTable> tables = outcome(4, false).tables();
    assertThat(tables.getLast().rows())
        .extracting(List::getFirst)
        .containsExactly(
            "centred",
            "all but the top",
            "all but the top, three times as many",
            "whitened",
            "centred, without directions drawn by chance");
  }

  @Test
  void lengthsAreBroughtToAMeanOfOneAndKeepTheirRatio() {
    try (Matrix rows = Matrix.of(new float[][] {{3, 4}, {0, 15}});
        Matrix scaled = IsotropyStudy.ofMeanLengthOne(rows)) {
      assertThat(scaled.copyRow(0)).containsExactly(new float[] {0.3f, 0.4f}, within(1e-6f));
      assertThat(scaled.copyRow(1)).containsExactly(new float[] {0, 1.5f}, within(1e-6f));
    }
  }
}
