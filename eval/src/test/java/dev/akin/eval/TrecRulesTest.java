package dev.akin.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of trec_eval 10 that other tools break, each on a case computed by hand. */
class TrecRulesTest {
  private static double value(String metric, Map<String, Integer> judged, String... order) {
    List<Hit> ranking = new ArrayList<>();
    for (String document : order) {
      ranking.add(new Hit(document, ranking.size() + 1, -ranking.size()));
    }
    return Metric.parse(metric).score(judged, ranking);
  }

  private static double value(String metric, Qrels qrels, Run run) {
    return Metric.parse(metric).value(qrels, run);
  }

  @Test
  void theIdealOrderIsOfAllJudgedDocumentsAlsoOfThoseThatDidNotComeBack() {
    // Found: grade 1 at rank 1. Ideal at 2: 3 + 2 / log2(3), though neither came back.
    assertThat(value("nDCG@2", Map.of("a", 1, "b", 2, "c", 3), "a"))
        .isCloseTo(1 / (3 + 2 / 1.584962500721156), within(1e-15));
  }

  @Test
  void theIdealOrderEndsAtTheCutoff() {
    assertThat(value("nDCG@1", Map.of("a", 1, "b", 1, "c", 1), "a")).isOne();
  }

  @Test
  void gainsAreLinearUnlessTheNameSaysOtherwise() {
    // Grade 3 at rank 2 below grade 1: (1 + 3 / log2 3) / (3 + 1 / log2 3).
    double log3 = 1.584962500721156;
    assertThat(value("nDCG", Map.of("a", 1, "b", 3), "a", "b"))
        .isCloseTo((1 + 3 / log3) / (3 + 1 / log3), within(1e-15));
    assertThat(value("ndcg_exp@10", Map.of("a", 1, "b", 3), "a", "b"))
        .isCloseTo((1 + 7 / log3) / (7 + 1 / log3), within(1e-15));
  }

  @Test
  void negativeGradesHaveNoGainAndTakeNoneAway() {
    assertThat(value("nDCG", Map.of("a", -2, "b", 1), "b", "a")).isOne();
    assertThat(value("ERR@2", Map.of("a", -2), "a")).isZero();
    assertThat(value("P@1", Map.of("a", -1), "a")).isZero();
    assertThat(value("NumRel", Map.of("a", -1, "b", 0, "c", 1))).isOne();
  }

  @Test
  void negativeGradesAreJudgedForJudgedButNotForBpref() {
    Map<String, Integer> judged = Map.of("junk", -1, "miss", 0, "hit", 1);
    assertThat(value("Judged@2", judged, "junk", "x")).isEqualTo(0.5);
    assertThat(value("Bpref", judged, "junk", "hit")).isOne();
    assertThat(value("Bpref", judged, "miss", "hit")).isZero();
  }

  @Test
  void precisionIsDividedByTheCutoffAlsoWhenFewerCameBack() {
    assertThat(value("P@10", Map.of("a", 1), "a")).isEqualTo(0.1);
    assertThat(value("SetP", Map.of("a", 1), "a")).isOne();
  }

  @Test
  void recallAndAveragePrecisionCountRelevantDocumentsThatDidNotComeBack() {
    Map<String, Integer> judged = Map.of("a", 1, "b", 1, "c", 1, "d", 1);
    assertThat(value("R@10", judged, "a")).isEqualTo(0.25);
    assertThat(value("MAP", judged, "a")).isEqualTo(0.25);
    assertThat(value("MAP@1", judged, "a", "b")).isEqualTo(0.25);
    assertThat(value("Rprec", judged, "a", "b")).isEqualTo(0.5);
  }

  @Test
  void recallLevelsAreRoundedHalfUpAsVersionTenDoes() {
    // Three relevant: 0.4 · 3 = 1.2 is 1 document, found at rank 1. Version 9 took 2: 2/4.
    Map<String, Integer> judged = Map.of("a", 1, "b", 1, "c", 1);
    assertThat(value("IPrec@0.4", judged, "a", "x", "y", "b")).isOne();
    // 0.5 · 3 = 1.5 is 2 documents in both.
    assertThat(value("IPrec@0.5", judged, "a", "x", "y", "b")).isEqualTo(0.5);
  }

  @Test
  void interpolatedPrecisionLooksAtEveryDeeperRank() {
    Map<String, Integer> judged = Map.of("a", 1, "b", 1);
    // 1/2 at rank 2 but 2/3 at rank 3.
    assertThat(value("IPrec@0", judged, "x", "a", "b")).isEqualTo(2.0 / 3);
    assertThat(value("11pt_avg", judged, "x", "a", "b")).isCloseTo(2.0 / 3, within(1e-15));
  }

  @Test
  void aHigherRelevantGradeMakesLowerGradesNonrelevant() {
    Map<String, Integer> judged = Map.of("a", 1, "b", 2);
    assertThat(value("MRR(rel=2)", judged, "a", "b")).isEqualTo(0.5);
    assertThat(value("Bpref(rel=2)", judged, "a", "b")).isZero();
    assertThat(value("Success(rel=3)@5", judged, "a", "b")).isZero();
    assertThat(value("NumRel(rel=2)", judged)).isOne();
  }

  @Test
  void theOrderIsThatOfScoresWhateverTheOrderOfLines() {
    var scores = new LinkedHashMap<String, Double>();
    scores.put("last", 1.0);
    scores.put("first", 2.0);
    Qrels qrels = Qrels.of(Map.of("q", Map.of("last", 1)));
    assertThat(value("MRR", qrels, Run.ofScores("t", Map.of("q", scores)))).isEqualTo(0.5);
  }

  @Test
  void equalScoresStandByDescendingIdWhichIsNotTheOrderOfNumbers() {
    Map<String, Double> scores = Map.of("d9", 1.0, "d10", 1.0, "D9", 1.0);
    Run run = Run.ofScores("t", Map.of("q", scores));
    assertThat(run.ranking("q")).extracting(Hit::documentId).containsExactly("d9", "d10", "D9");
  }

  @Test
  void aQueryWithoutRelevantDocumentsCountsZeroAndIsNotLeftOut() {
    Qrels qrels = Qrels.of(Map.of("1", Map.of("a", 1), "2", Map.of("a", 0)));
    Run run = Run.ofScores("t", Map.of("1", Map.of("a", 1.0), "2", Map.of("a", 1.0)));
    for (String metric : List.of("nDCG@10", "MAP", "MRR", "R@5", "Rprec", "Bpref", "infAP")) {
      assertThat(value(metric, qrels, run)).as(metric).isEqualTo(0.5);
    }
  }

  @Test
  void countsOfARunAreSumsAlsoOverQueriesThatWereNotRun() {
    Qrels qrels = Qrels.of(Map.of("1", Map.of("a", 1, "b", 1), "2", Map.of("a", 1)));
    Run run = Run.ofScores("t", Map.of("1", Map.of("a", 1.0, "x", 2.0), "9", Map.of("a", 1.0)));
    assertThat(value("NumQ", qrels, run)).isEqualTo(2);
    assertThat(value("NumRet", qrels, run)).isEqualTo(2);
    assertThat(value("NumRel", qrels, run)).isEqualTo(3);
    assertThat(value("NumRelRet", qrels, run)).isEqualTo(1);
  }

  @Test
  void reciprocalRankLooksAtTheWholeRankingUnlessItIsCut() {
    assertThat(value("recip_rank", Map.of("c", 1), "a", "b", "c")).isEqualTo(1.0 / 3);
    assertThat(value("RR@2", Map.of("c", 1), "a", "b", "c")).isZero();
  }

  @Test
  void setFWeighsRecallByXNotByItsSquare() {
    // P = 1/2, R = 1: (x + 1) · 1/2 / (1 + x/2).
    assertThat(value("set_F_2", Map.of("a", 1), "a", "x")).isCloseTo(1.5 / 2, within(1e-15));
    assertThat(value("set_F", Map.of("a", 1), "a", "x")).isCloseTo(1 / 1.5, within(1e-15));
  }

  @Test
  void unjudgedDocumentsTakeARankButAreNotJudgedAgainstBpref() {
    assertThat(value("MRR", Map.of("a", 1), "new", "a")).isEqualTo(0.5);
    assertThat(value("Bpref", Map.of("a", 1, "b", 0), "new", "a")).isOne();
  }
}
