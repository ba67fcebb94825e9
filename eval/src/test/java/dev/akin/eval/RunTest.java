package dev.akin.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunTest {
  @Test
  void scoresAreRankedByScoreThenByDocumentDescending() {
    Run run = Run.ofScores("t", Map.of("q", Map.of("a", 1.0, "b", 2.0, "c", 1.0, "B", 1.0)));
    assertThat(run.ranking("q"))
        .containsExactly(
            new Hit("b", 1, 2), new Hit("c", 2, 1), new Hit("a", 3, 1), new Hit("B", 4, 1));
  }

  @Test
  void tiesFollowTheBytesOfTheIdAlsoBeyondTheBasicPlane() {
    Seeds.forEach(
        200,
        random -> {
          int[] alphabet = {'a', 'b', 0xe9, 0x4e2d, 0xffee, 0x1f600, 0x10ffff};
          var scores = new LinkedHashMap<String, Double>();
          for (int i = 0; i < 12; i++) {
            var id = new StringBuilder();
            for (int j = random.nextInt(4); j >= 0; j--) {
              id.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
            }
            scores.put(id.toString(), 1.0);
          }
          List<String> expected = new ArrayList<>(scores.keySet());
          expected.sort((x, y) ->
              Arrays.compareUnsigned(
                  y.getBytes(StandardCharsets.UTF_8), x.getBytes(StandardCharsets.UTF_8)));
          assertThat(Run.ofScores("t", Map.of("q", scores)).ranking("q"))
              .extracting(Hit::documentId)
              .isEqualTo(expected);
        });
  }

  @Test
  void aQueryThatWasNotRunHasAnEmptyRanking() {
    Run run = Run.of("bm25", Map.of());
    assertThat(run.ranking("q")).isEmpty();
    assertThat(run.queryIds()).isEmpty();
    assertThat(run.name()).isEqualTo("bm25");
    assertThat(run).hasToString("Run[bm25, 0 queries]");
  }

  @Test
  void aFilteredRunClosesItsRanksUpAndKeepsItsTies() {
    Map<String, Map<String, Double>> scores =
        Map.of("q", Map.of("a", 3.0, "b", 2.0, "c", 2.0), "r", Map.of("b", 1.0));
    Run run = Run.ofScores("t", scores, Ties.EXPECTED);
    Run filtered = run.filtered((query, document) -> !document.equals("b"));
    assertThat(filtered.ranking("q")).containsExactly(new Hit("a", 1, 3), new Hit("c", 2, 2));
    assertThat(filtered.queryIds()).containsExactlyInAnyOrder("q", "r");
    assertThat(filtered.ranking("r")).isEmpty();
    assertThat(filtered.ties()).isEqualTo(Ties.EXPECTED);
    assertThat(filtered.name()).isEqualTo("t");
  }

  @Test
  void impossibleRankingsAreRefused() {
    assertThatThrownBy(() -> Run.of("t", Map.of("q", List.of(new Hit("a", 2, 1)))))
        .hasMessage("query q: document a stands at place 1 with rank 2");
    assertThatThrownBy(() -> Run.of("t", Map.of("q", List.of(new Hit("a", 1, Double.NaN)))))
        .hasMessage("query q: document a has the score NaN");
    assertThatThrownBy(
            () -> Run.of("t", Map.of("q", List.of(new Hit("a", 1, 2), new Hit("a", 2, 1)))))
        .hasMessage("query q: document a is ranked twice");
  }

  @Test
  void qrelsAreValuesAndKeepTheirOrder() {
    var grades = new LinkedHashMap<String, Map<String, Integer>>();
    grades.put("z", Map.of("d", 1));
    grades.put("a", Map.of("d", 0));
    Qrels qrels = Qrels.of(grades);
    grades.clear();
    assertThat(qrels.queryIds()).containsExactly("z", "a");
    assertThat(qrels.judgments("z")).containsEntry("d", 1);
    assertThat(qrels.judgments("none")).isEmpty();
    assertThat(qrels).hasToString("Qrels[2 queries, 2 judgments]");
    assertThat(qrels).isEqualTo(Qrels.of(Map.of("z", Map.of("d", 1), "a", Map.of("d", 0))));
  }
}
