package dev.akin.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricTest {
  /** Four judged: a and b relevant with grades 2 and 1, c not relevant, e junk; d unjudged. */
  private static final Map<String, Integer> JUDGED =
      Map.of("a", 2, "b", 1, "c", 0, "e", -1, "f", 3);

  private static List<Hit> ranking(String... documents) {
    var hits = new ArrayList<Hit>();
    for (String document : documents) {
      hits.add(new Hit(document, hits.size() + 1, -hits.size()));
    }
    return hits;
  }

  @Test
  void everyMetricIsTheHandComputedValue() {
    // Ranks: d unjudged, b grade 1, e junk, a grade 2; f (grade 3) was not found.
    List<Hit> ranking = ranking("d", "b", "e", "a");
    double log3 = 1.5849625007211563;
    double log5 = 2.321928094887362;
    // DCG = 1/log2(3) + 2/log2(5); the ideal is 3 + 2/log2(3) + 1/log2(4).
    assertThat(Metric.parse("nDCG").score(JUDGED, ranking))
        .isCloseTo((1 / log3 + 2 / log5) / (3 + 2 / log3 + 0.5), within(1e-15));
    assertThat(Metric.parse("nDCG@2").score(JUDGED, ranking))
        .isCloseTo(1 / log3 / (3 + 2 / log3), within(1e-15));
    assertThat(Metric.parse("MAP").score(JUDGED, ranking))
        .isCloseTo((1.0 / 2 + 2.0 / 4) / 3, within(1e-15));
    assertThat(Metric.parse("MAP@3").score(JUDGED, ranking)).isCloseTo(0.5 / 3, within(1e-15));
    assertThat(Metric.parse("MRR").score(JUDGED, ranking)).isEqualTo(0.5);
    assertThat(Metric.parse("MRR@1").score(JUDGED, ranking)).isZero();
    assertThat(Metric.parse("P@5").score(JUDGED, ranking)).isEqualTo(2.0 / 5);
    assertThat(Metric.parse("R@2").score(JUDGED, ranking)).isEqualTo(1.0 / 3);
  }

  @Test
  void aQueryWithoutRelevantDocumentsOrWithoutARankingScoresZero() {
    for (String name : List.of("nDCG@10", "MAP", "MRR@10", "P@10", "R@100")) {
      Metric metric = Metric.parse(name);
      assertThat(metric.score(Map.of("a", 0), ranking("a"))).as(name).isZero();
      assertThat(metric.score(JUDGED, List.of())).as(name).isZero();
    }
  }

  @Test
  void unrankedQueriesCountZeroAndUnjudgedOnesDoNotCount() {
    Qrels qrels = Qrels.of(Map.of("q1", Map.of("a", 1), "q2", Map.of("b", 1)));
    Run run = Run.of("t", Map.of("q1", ranking("a"), "q9", ranking("b")));
    assertThat(Metric.parse("MRR").value(qrels, run)).isEqualTo(0.5);
    assertThat(Metric.parse("MRR").value(Qrels.of(Map.of()), run)).isZero();
  }

  @Test
  void theOtherMetricsAreTheHandComputedValues() {
    // Ranks: d unjudged, b grade 1, e junk, a grade 2; f (grade 3) was not found, c is grade 0.
    List<Hit> ranking = ranking("d", "b", "e", "a");
    assertValue("R_cap@2", ranking, 1.0 / 2);
    assertValue("R_cap@10", ranking, 2.0 / 3);
    assertValue("Success@1", ranking, 0);
    assertValue("Success@2", ranking, 1);
    assertValue("Judged@1", ranking, 0);
    assertValue("Judged@4", ranking, 3.0 / 4);
    assertValue("Judged@9", ranking, 3.0 / 4);
    assertValue("Rprec", ranking, 1.0 / 3);
    assertValue("RBP(p=0.5)", ranking, 0.5 * (0.5 + 0.125));
    assertValue("RBP(p=0.5,rel=2)", ranking, 0.5 * 0.125);
    // Satisfied by b with 1/16, by a with 3/16.
    assertValue("ERR@4", ranking, 1.0 / 16 / 2 + 15.0 / 16 * (3.0 / 16) / 4);
    assertValue("ERR(max=3)@2", ranking, 1.0 / 8 / 2);
    // Exponential gains 1 and 3 of 7, 3 and 1.
    assertValue(
        "nDCG(dcg='exp-log2')",
        ranking,
        (1 / 1.5849625007211563 + 3 / 2.321928094887362) / (7 + 3 / 1.5849625007211563 + 0.5));
    assertValue("SetP", ranking, 2.0 / 4);
    assertValue("SetR", ranking, 2.0 / 3);
    assertValue("SetF", ranking, 2 * (0.5 * 2 / 3) / (0.5 + 2.0 / 3));
    assertValue("SetF(x=4)", ranking, 5 * (0.5 * 2 / 3) / (2.0 / 3 + 4 * 0.5));
    assertValue("MAP(rel=2)", ranking, 1.0 / 4 / 2);
    assertValue("P(rel=2)@10", ranking, 1.0 / 10);
    assertValue("NumRet", ranking, 4);
    assertValue("NumRel", ranking, 3);
    assertValue("NumRelRet", ranking, 2);
    assertValue("NumRet(rel=2)", ranking, 1);
    assertValue("NumQ", ranking, 1);
    assertValue("GMAP", ranking, (1.0 / 2 + 2.0 / 4) / 3);
    // Precision 1/2 at the first and the second of three relevant ones; the third is missing.
    assertValue("IPrec@0", ranking, 0.5);
    assertValue("IPrec@0.7", ranking, 0.5);
    assertValue("IPrec@0.9", ranking, 0);
    assertValue("11pt_avg", ranking, 9 * 0.5 / 11);
  }

  @Test
  void bprefCountsJudgedDocumentsOnly() {
    // c is the one document judged not relevant; junk e counts as unjudged, as in trec_eval.
    assertValue("Bpref", ranking("d", "e", "b", "c", "a"), (1 + (1 - 1.0)) / 3);
    assertValue("Bpref", ranking("a", "b", "f", "c"), 1);
    // With grade 2 needed, b is judged not relevant too: min(N, R) = 2.
    assertValue("Bpref(rel=2)", ranking("b", "a", "c", "f"), (0.5 + 0) / 2);
  }

  @Test
  void infApGuessesThePrecisionAboveEachRelevantDocument() {
    // a at rank 3 below d (outside the pool) and e (in the pool, unjudged): nothing judged above,
    // so half of the pooled half of two: 1/3 + 2/3 · 1/2 · 1/2.
    assertValue("infAP", ranking("d", "e", "a"), (1.0 / 3 + 2.0 / 3 / 2 / 2) / 3);
    assertValue("infAP", ranking("a"), 1.0 / 3);
  }

  private static void assertValue(String metric, List<Hit> ranking, double expected) {
    assertThat(Metric.parse(metric).score(JUDGED, ranking))
        .as(metric)
        .isCloseTo(expected, within(1e-15));
  }

  @Test
  void anUnrankedQueryIsWorthNothingButItsRelevantDocuments() {
    for (String name : List.of("nDCG@10", "MAP", "GMAP", "Bpref", "infAP", "SetF", "NumRet")) {
      assertThat(Metric.parse(name).valueIfUnranked(JUDGED)).as(name).isZero();
    }
    assertThat(Metric.parse("NumRel").valueIfUnranked(JUDGED)).isEqualTo(3);
  }

  @Test
  void aGradeOutsideTheScaleIsRefused() {
    assertThatThrownBy(() -> Metric.parse("ERR@5").score(Map.of("a", 5), ranking("a")))
        .hasMessage("ERR@5 has grades up to 4, the judgments have 5; say ERR(max=5)@5");
    assertThatThrownBy(() -> Metric.parse("ndcg_exp@5").score(Map.of("a", 5000), ranking("a")))
        .hasMessage("nDCG(dcg='exp-log2') takes grades up to 1000, got 5000");
    assertThat(Metric.parse("ndcg_exp@5").score(Map.of("a", 1000, "b", 1000), ranking("x", "a")))
        .isCloseTo(0.38685280723454163, within(1e-15));
  }
}
