package dev.akin.eval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A run held against judgments. Immutable; made once, it answers for every metric in the time it
 * takes to walk the rankings.
 *
 * <p>Every judged query counts, also one that was not run: it has an empty ranking. A query nobody
 * judged does not count. This is trec_eval with {@code -c}.
 */
public final class JudgedRun {
  private final List<String> queryIds;
  private final List<JudgedRanking> rankings;

  /** The places of the queries in the order of their ids. */
  private final int[] byId;

  private JudgedRun(List<String> queryIds, List<JudgedRanking> rankings) {
    this.queryIds = queryIds;
    this.rankings = rankings;
    this.byId =
        IntStream.range(0, queryIds.size())
            .boxed()
            .sorted(Comparator.comparing(queryIds::get, Utf8Order::compare))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** Documents of equal score stand, or are tied, as the run's {@link Run#ties()} says. */
  public static JudgedRun of(Qrels qrels, Run run) {
    List<String> ids = List.copyOf(qrels.queryIds());
    return new JudgedRun(
        ids,
        ids.stream()
            .map(id ->
                run.ties() == Ties.EXPECTED
                    ? JudgedRanking.ofTied(qrels.judgments(id), run.ranking(id))
                    : JudgedRanking.of(qrels.judgments(id), run.ranking(id)))
            .toList());
  }

  /** The judged queries, in the order of the judgments. */
  public List<String> queryIds() {
    return queryIds;
  }

  /**
   * The value of each query, in the order of {@link #queryIds()}, so that two runs over the same
   * judgments pair place by place.
   *
   * @throws IllegalArgumentException if the run leaves ties unordered and the metric has no closed
   *     form for that, or a grade is outside the metric's scale
   */
  public double[] values(Metric metric) {
    return rankings.stream().mapToDouble(metric::score).toArray();
  }

  /**
   * The value of the run. Values are added up in the order of the query ids, as trec_eval does, so
   * that the last digits agree.
   */
  public double value(Metric metric) {
    double[] values = values(metric);
    return metric.aggregation().of(Arrays.stream(byId).mapToDouble(i -> values[i]).toArray());
  }

  /** Places in {@link #queryIds()}, in the order of the ids' UTF-8 bytes: trec_eval's order. */
  public int[] inOrderOfIds() {
    return byId.clone();
  }

  /** How many judged queries have no ranking. */
  public int unranked() {
    return (int) rankings.stream().filter(ranking -> ranking.size() == 0).count();
  }

  /**
   * In how many queries the order of equally scored documents can decide a metric: such documents
   * have different grades (an unjudged one 0) and the first of them stands within the depth.
   *
   * @param depth how many ranks are looked at: {@link Metric#depth()}
   */
  public int tiedQueries(int depth) {
    return (int) rankings.stream().filter(ranking -> ranking.firstMixedTie() < depth).count();
  }
}
