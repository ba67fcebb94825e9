package dev.akin.study.task;

import dev.akin.eval.Hit;
import dev.akin.eval.JudgedRun;
import dev.akin.eval.Metric;
import dev.akin.eval.Run;
import dev.akin.eval.significance.Estimate;
import dev.akin.search.Query;
import dev.akin.study.system.MeasuredSystem;
import dev.akin.study.system.Ranker;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a system orders given candidates well: MTEB's reranking. The candidates of a query are
 * its judged documents, relevant or not. Main figure: MAP.
 */
public record RerankingTask(String name, RetrievalData set) implements Task {
  private static final Metric MAIN = Metric.parse("MAP");

  @Override
  public TaskType type() {
    return TaskType.RERANKING;
  }

  @Override
  public String data() {
    return String.format(
        Locale.ROOT, "%,d candidates of %,d queries", set.qrels().size(), set.queries().size());
  }

  @Override
  public Optional<RetrievalData> findRetrieval() {
    return Optional.of(set);
  }

  @Override
  public TaskResult evaluate(MeasuredSystem system) throws IOException {
    Map<String, List<Hit>> rankings = new LinkedHashMap<>();
    try (Ranker ranker = system.prepare(set.corpus())) {
      for (Query query : set.queries()) {
        rankings.put(
            query.id(), ranker.rankAmong(query, set.qrels().judgments(query.id()).keySet()));
      }
    }
    Run run = Run.of(system.name(), rankings);
    JudgedRun judged = JudgedRun.of(set.qrels(), run);
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put("map", judged.value(MAIN));
    scores.putAll(RankingScores.of(judged));
    return new TaskResult(
            name,
            type(),
            system.name(),
            scores,
            Estimate.mean(judged.values(MAIN)),
            judged.queryIds(),
            set.warnings())
        .withRun(run);
  }
}
