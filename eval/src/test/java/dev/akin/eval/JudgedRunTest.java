package dev.akin.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgedRunTest {
  private static final Map<String, Integer> JUDGED = Map.of("a", 1, "b", 0, "c", 1);

  private static Run run(Ties ties, String query, Map<String, Double> scores) {
    return Run.ofScores("t", Map.of(query, scores), ties);
  }

  @Test
  void valuesStandInTheOrderOfTheJudgmentsUnrankedQueriesAmongThem() {
    var grades = new LinkedHashMap<String, Map<String, Integer>>();
    grades.put("z", Map.of("a", 1));
    grades.put("m", Map.of("a", 1));
    grades.put("b", Map.of("a", 1));
    Run run = Run.ofScores("t", Map.of("b", Map.of("a", 1.0), "z", Map.of("x", 2.0, "a", 1.0)));
    JudgedRun judged = JudgedRun.of(Qrels.of(grades), run);
    assertThat(judged.queryIds()).containsExactly("z", "m", "b");
    assertThat(judged.values(Metric.parse("MRR"))).containsExactly(0.5, 0, 1);
    assertThat(judged.value(Metric.parse("MRR"))).isEqualTo(0.5);
    assertThat(judged.unranked()).isOne();
  }

  @Test
  void tiesAreOrderedAsTheRunSays() {
    var scores = new LinkedHashMap<String, Double>();
    scores.put("a", 1.0);
    scores.put("b", 1.0);
    Qrels qrels = Qrels.of(Map.of("q", JUDGED));
    Metric mrr = Metric.parse("MRR");
    assertThat(mrr.value(qrels, run(Ties.DOCUMENT_DESCENDING, "q", scores))).isEqualTo(0.5);
    assertThat(mrr.value(qrels, run(Ties.AS_GIVEN, "q", scores))).isEqualTo(1);
    assertThat(mrr.value(qrels, run(Ties.EXPECTED, "q", scores))).isEqualTo(0.75);
  }

  @Test
  void onlyTiesOfDifferentGradesWithinTheDepthAreCounted() {
    Qrels qrels = Qrels.of(Map.of("q", JUDGED));
    JudgedRun judged =
        JudgedRun.of(
            qrels,
            run(
                Ties.DOCUMENT_DESCENDING,
                "q",
                Map.of("x", 4.0, "b", 4.0, "a", 3.0, "c", 3.0, "y", 2.0, "d", 1.0)));
    assertThat(judged.tiedQueries(Integer.MAX_VALUE)).isZero();
    judged =
        JudgedRun.of(
            qrels, run(Ties.DOCUMENT_DESCENDING, "q", Map.of("x", 3.0, "b", 2.0, "a", 2.0)));
    assertThat(judged.tiedQueries(Integer.MAX_VALUE)).isOne();
    assertThat(judged.tiedQueries(2)).isOne();
    assertThat(judged.tiedQueries(1)).isZero();
    assertThat(judged.tiedQueries(0)).isZero();
  }

  @Test
  void aGeometricMeanIsNotBroughtToNothingByOneQuery() {
    Qrels qrels = Qrels.of(Map.of("1", Map.of("a", 1), "2", Map.of("a", 1)));
    Run run = Run.ofScores("t", Map.of("1", Map.of("a", 1.0)));
    assertThat(JudgedRun.of(qrels, run).value(Metric.parse("GMAP")))
        .isCloseTo(Math.sqrt(0.00001), within(1e-15));
    assertThat(JudgedRun.of(Qrels.of(Map.of()), run).value(Metric.parse("GMAP"))).isZero();
  }

  @Test
  void aScoreOfMinusZeroTiesWithZero() {
    Run run = Run.ofScores("t", Map.of("q", Map.of("a", 0.0, "b", -0.0)));
    assertThat(run.ranking("q")).extracting(Hit::documentId).isEqualTo(List.of("b", "a"));
  }
}
