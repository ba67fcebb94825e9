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

/** Closed forms under ties against the mean over all orders, one by one. */
class ExpectedValueTest {
  /** At most 6! · 6! orders of values in [0, 8], and room for the closed form's own roundings. */
  private static final double ROUNDING = 1e-11;

  @Test
  void theClosedFormIsTheMeanOverAllOrdersOfTheTiedDocuments() {
    Seeds.forEach(
        400,
        random -> {
          Map<String, Double> scores = scores(random);
          Map<String, Integer> judged = judged(random);
          int k = 1 + random.nextInt(8);
          int rel = 1 + random.nextInt(2);
          Map<String, Double> means = means(judged, orders(scores), k, rel);
          Run run = Run.ofScores("t", Map.of("q", scores), Ties.EXPECTED);
          var ranking = JudgedRanking.ofTied(judged, run.ranking("q"));
          means.forEach((name, mean) ->
              assertThat(Metric.parse(name).score(ranking))
                  .as(name)
                  .isCloseTo(mean, within(ROUNDING)));
        });
  }

  /** Up to seven documents at few scores. */
  private static Map<String, Double> scores(SplittableRandom random) {
    Map<String, Double> scores = new LinkedHashMap<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      scores.put("d" + i, (double) random.nextInt(3));
    }
    return scores;
  }

  private static Map<String, Integer> judged(SplittableRandom random) {
    Map<String, Integer> judged = new LinkedHashMap<>();
    for (int i = 1; i <= 9; i++) {
      if (random.nextInt(4) > 0) {
        judged.put("d" + i, random.nextInt(-1, 4));
      }
    }
    return judged;
  }

  /** Every order in which scores do not rise. */
  private static List<List<String>> orders(Map<String, Double> scores) {
    if (scores.isEmpty()) {
      return List.of(List.of());
    }
    double best = scores.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    List<List<String>> orders = new ArrayList<>();
    for (var entry : scores.entrySet()) {
      if (entry.getValue() == best) {
        var rest = new LinkedHashMap<>(scores);
        rest.remove(entry.getKey());
        for (List<String> tail : orders(rest)) {
          List<String> order = new ArrayList<>(List.of(entry.getKey()));
          order.addAll(tail);
          orders.add(order);
        }
      }
    }
    return orders;
  }

  private static Map<String, Double> means(
      Map<String, Integer> judged, List<List<String>> orders, int k, int rel) {
    Map<String, Double> means = new HashMap<>();
    for (List<String> order : orders) {
      new TextbookMetrics(judged, order)
          .all(k, rel)
          .forEach((name, value) -> means.merge(name, value / orders.size(), Double::sum));
    }
    return means;
  }

  @Test
  void aConstantScorerIsWorthWhatChanceGives() {
    var scores = new LinkedHashMap<String, Double>();
    for (int i = 0; i < 1000; i++) {
      scores.put("d" + i, 1.0);
    }
    Qrels qrels = Qrels.of(Map.of("q", Map.of("d999", 1)));
    Run expected = Run.ofScores("t", Map.of("q", scores), Ties.EXPECTED);
    double harmonic = 0;
    for (int rank = 1; rank <= 1000; rank++) {
      harmonic += 1.0 / rank;
    }
    // The relevant document stands at each of 1000 ranks with the same probability.
    assertThat(Metric.parse("MRR").value(qrels, expected))
        .isCloseTo(harmonic / 1000, within(1e-13));
    assertThat(Metric.parse("Success@10").value(qrels, expected)).isCloseTo(0.01, within(1e-13));
    assertThat(Metric.parse("MRR").value(qrels, Run.ofScores("t", Map.of("q", scores)))).isOne();
  }

  @Test
  void aMetricWithoutAClosedFormRefusesTies() {
    Run run = Run.ofScores("t", Map.of("q", Map.of("a", 1.0, "b", 1.0)), Ties.EXPECTED);
    Qrels qrels = Qrels.of(Map.of("q", Map.of("a", 1)));
    for (String name : List.of("infAP", "ERR@5", "IPrec@0.1", "11pt_avg", "GMAP")) {
      Metric metric = Metric.parse(name);
      assertThat(metric.hasExpectedValue()).as(name).isFalse();
      assertThatThrownBy(() -> metric.value(qrels, run))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(name + " has no closed form for its expected value under ties; order them");
    }
    for (String name : List.of("nDCG@5", "MAP", "MRR", "P@5", "R@5", "Bpref", "Success@5")) {
      assertThat(Metric.parse(name).hasExpectedValue()).as(name).isTrue();
    }
  }
}
