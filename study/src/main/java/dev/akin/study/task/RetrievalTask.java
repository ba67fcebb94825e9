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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the relevant documents of a corpus are found: MTEB's and BEIR's retrieval. A thousand
 * documents a query are ranked; main figure: nDCG@10, its items the queries.
 *
 * @param ignoresIdentical whether a document with the query's own id is left out of its ranking, as
 *     where queries are documents of the corpus
 */
public record RetrievalTask(String name, RetrievalData set, boolean ignoresIdentical)
    implements Task {
  /** Documents a query, as MTEB ranks. */
  public static final int DEPTH = 1000;

  static final Metric MAIN = Metric.parse("nDCG@10");

  /** A task whose queries are not documents. */
  public RetrievalTask(String name, RetrievalData data) {
    this(name, data, false);
  }

  /** The same with fewer queries, drawn by chance. */
  public RetrievalTask sampled(int mostQueries, long seed) {
    return new RetrievalTask(name, set.sampled(mostQueries, seed), ignoresIdentical);
  }

  /** The same with fewer documents: those relevant to a query, filled up by chance. */
  public RetrievalTask withDocuments(int mostDocuments, long seed) {
    return new RetrievalTask(name, set.withDocuments(mostDocuments, seed), ignoresIdentical);
  }

  @Override
  public TaskType type() {
    return TaskType.RETRIEVAL;
  }

  @Override
  public String data() {
    return String.format(
        Locale.ROOT, "%,d documents, %,d queries", set.documents(), set.queries().size());
  }

  @Override
  public Optional<RetrievalData> findRetrieval() {
    return Optional.of(set);
  }

  @Override
  public TaskResult evaluate(MeasuredSystem system) throws IOException {
    return result(system.name(), run(system));
  }

  /** The system's rankings of all queries. */
  public Run run(MeasuredSystem system) throws IOException {
    List<Query> queries = set.queries();
    try (Ranker ranker = system.prepare(set.corpus())) {
      List<List<Hit>> rankings = ranker.rank(queries, ignoresIdentical ? DEPTH + 1 : DEPTH);
      Map<String, List<Hit>> byQuery = new LinkedHashMap<>();
      for (int i = 0; i < queries.size(); i++) {
        byQuery.put(queries.get(i).id(), kept(queries.get(i), rankings.get(i)));
      }
      return Run.of(system.name(), byQuery);
    }
  }

  private List<Hit> kept(Query query, List<Hit> ranking) {
    if (!ignoresIdentical) {
      return ranking;
    }
    List<Hit> kept = new ArrayList<>();
    for (Hit hit : ranking) {
      if (!hit.documentId().equals(query.id()) && kept.size() < DEPTH) {
        kept.add(new Hit(hit.documentId(), kept.size() + 1, hit.score()));
      }
    }
    return kept;
  }

  /** The figures of a system's run. */
  public TaskResult result(String system, Run run) {
    JudgedRun judged = JudgedRun.of(set.qrels(), run);
    return new TaskResult(
            name,
            type(),
            system,
            RankingScores.of(judged),
            Estimate.mean(judged.values(MAIN)),
            judged.queryIds(),
            set.warnings())
        .withRun(run);
  }
}
