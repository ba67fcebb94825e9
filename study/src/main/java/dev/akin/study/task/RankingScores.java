package dev.akin.study.task;

import dev.akin.eval.JudgedRun;
import dev.akin.eval.Metric;
import java.util.LinkedHashMap;
import java.util.Map;

/** A run's figures by MTEB's names. */
final class RankingScores {
  private static final int[] CUTOFFS = {1, 3, 5, 10, 20, 100, 1000};

  private static final Map<String, String> METRICS = new LinkedHashMap<>();

  static {
    METRICS.put("ndcg", "nDCG");
    METRICS.put("map", "MAP");
    METRICS.put("recall", "R");
    METRICS.put("precision", "P");
    METRICS.put("mrr", "MRR");
    METRICS.put("hit_rate", "Success");
  }

  private RankingScores() {}

  /** {@code ndcg_at_10} and the like, at all of MTEB's cutoffs. */
  static Map<String, Double> of(JudgedRun run) {
    Map<String, Double> scores = new LinkedHashMap<>();
    METRICS.forEach((key, name) -> {
      for (int k : CUTOFFS) {
        scores.put(key + "_at_" + k, run.value(Metric.parse(name + "@" + k)));
      }
    });
    return scores;
  }
}
