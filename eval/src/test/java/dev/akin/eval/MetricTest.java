package dev.akin.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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
    assertThat(Metric.parse("MRR").mean(qrels, run)).isEqualTo(0.5);
    assertThat(Metric.parse("MRR").mean(Qrels.of(Map.of()), run)).isZero();
  }

  @Test
  void aParsedMetricEqualsItsConstantAndKeepsItsName() {
    assertThat(Metric.parse("nDCG@10")).isEqualTo(new Metric.Ndcg(10));
    assertThat(Metric.parse("AP")).isEqualTo(new Metric.AveragePrecision(Metric.WHOLE));
    assertThat(Metric.parse("rr@10")).isEqualTo(new Metric.ReciprocalRank(10));
    for (String name :
        List.of("nDCG", "nDCG@10", "MAP", "MAP@5", "MRR", "MRR@10", "P@1", "R@100")) {
      assertThat(Metric.parse(name).name()).isEqualTo(name);
    }
  }

  @Test
  void aNameThatIsNoMetricIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> Metric.parse("accuracy"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no metric 'accuracy'; there are nDCG@k, MAP, MAP@k, MRR, MRR@k, P@k and R@k");
    assertThatThrownBy(() -> Metric.parse("nDCG@")).hasMessageContaining("'nDCG@'");
    assertThatThrownBy(() -> Metric.parse("P@0"))
        .hasMessage("P needs a cutoff of 1 or more, got 0");
    assertThatThrownBy(() -> Metric.parse("R")).hasMessage("R needs a cutoff: R@10");
  }

  @Test
  void randomRankingsScoreAsTheFormulasWrittenOutDo() {
    Seeds.forEach(
        300,
        random -> {
          Map<String, Integer> judged = randomJudgments(random);
          Map<String, Double> scores = new LinkedHashMap<>();
          for (int i = random.nextInt(30); i > 0; i--) {
            scores.put("d" + random.nextInt(25), (double) random.nextInt(6));
          }
          List<Hit> ranking = Run.ofScores("t", Map.of("q", scores)).ranking("q");
          int k = 1 + random.nextInt(20);
          List<String> order = ranking.stream().map(Hit::documentId).toList();
          Oracle oracle = new Oracle(judged, order.subList(0, Math.min(k, order.size())));
          check(new Metric.Ndcg(k), judged, ranking, oracle.ndcg(k));
          check(new Metric.AveragePrecision(k), judged, ranking, oracle.averagePrecision());
          check(new Metric.ReciprocalRank(k), judged, ranking, oracle.reciprocalRank());
          check(new Metric.Precision(k), judged, ranking, (double) oracle.found() / k);
          check(
              new Metric.Recall(k),
              judged,
              ranking,
              oracle.relevant() == 0 ? 0 : (double) oracle.found() / oracle.relevant());
        });
  }

  private static void check(
      Metric metric, Map<String, Integer> judged, List<Hit> ranking, double expected) {
    assertThat(metric.score(judged, ranking)).as(metric.name()).isCloseTo(expected, within(1e-12));
  }

  private static Map<String, Integer> randomJudgments(SplittableRandom random) {
    Map<String, Integer> judged = new HashMap<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      judged.put("d" + random.nextInt(25), random.nextInt(-1, 5));
    }
    return judged;
  }

  /** Each metric from its textbook sentence, in the slowest way. */
  private record Oracle(Map<String, Integer> judged, List<String> top) {
    boolean isRelevant(String document) {
      return judged.containsKey(document) && judged.get(document) >= 1;
    }

    long relevant() {
      return judged.keySet().stream().filter(this::isRelevant).count();
    }

    long found() {
      return top.stream().filter(this::isRelevant).count();
    }

    double averagePrecision() {
      double sum = 0;
      for (int rank = 1; rank <= top.size(); rank++) {
        if (isRelevant(top.get(rank - 1))) {
          sum += new Oracle(judged, top.subList(0, rank)).found() / (double) rank;
        }
      }
      return relevant() == 0 ? 0 : sum / relevant();
    }

    double reciprocalRank() {
      for (int rank = 1; rank <= top.size(); rank++) {
        if (isRelevant(top.get(rank - 1))) {
          return 1.0 / rank;
        }
      }
      return 0;
    }

    double ndcg(int k) {
      double ideal = 0;
      var left = new HashMap<>(judged);
      for (int rank = 1; rank <= k && !left.isEmpty(); rank++) {
        var best = left.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        ideal += Math.max(0, best.getValue()) / (Math.log(rank + 1.0) / Math.log(2));
        left.remove(best.getKey());
      }
      double gain = 0;
      for (int rank = 1; rank <= top.size(); rank++) {
        int grade = judged.getOrDefault(top.get(rank - 1), 0);
        gain += Math.max(0, grade) / (Math.log(rank + 1.0) / Math.log(2));
      }
      return ideal == 0 ? 0 : gain / ideal;
    }
  }
}
