package dev.akin.eval;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How good a ranking is, by trec_eval's definitions where it has one. Immutable values that compare
 * by what they compute: {@code Metric.parse("ndcg_cut_10")} equals {@code Metric.parse("nDCG@10")}.
 *
 * <p>A document is relevant when its grade is 1 or more, or at least {@code rel} where a metric is
 * given that; 0 is judged and not relevant; below 0 is judged junk, without gain and, for Bpref and
 * infAP, in the pool but unjudged as trec_eval has it. Unless a metric says otherwise its values
 * are in [0, 1], higher is better, and 0 for a query without a relevant document or without a
 * ranking. All take time linear in the ranking.
 *
 * <p>Where a ranking leaves ties unordered, the value is the expected one over all orders of the
 * tied documents (McSherry and Najork 2008, Computing information retrieval performance measures
 * efficiently in the presence of tied scores).
 */
public sealed interface Metric permits ScopedMetric {
  /** What people call it, with everything that is not as usual: {@code nDCG@10}, {@code MAP}. */
  String name();

  /** What trec_eval calls it: {@code ndcg_cut_10}; empty if it has no such metric. */
  Optional<String> trecName();

  /**
   * How many ranks are looked at: 0 if order does not matter, {@link Integer#MAX_VALUE} for all.
   */
  int depth();

  /** The value of one query. */
  double score(JudgedRanking ranking);

  /** How the values of queries become one. */
  default Aggregation aggregation() {
    return Aggregation.MEAN;
  }

  /** Whether the value is known where a ranking leaves ties unordered. */
  default boolean hasExpectedValue() {
    return true;
  }

  /**
   * The value of one query.
   *
   * @param judgments document id to grade
   * @param ranking best first; only the order counts, not the scores
   */
  default double score(Map<String, Integer> judgments, List<Hit> ranking) {
    return score(JudgedRanking.of(judgments, ranking));
  }

  /** The value of a judged query that was not run: 0, except for how many were relevant. */
  default double valueIfUnranked(Map<String, Integer> judgments) {
    return score(judgments, List.of());
  }

  /** The value of a run over all judged queries; one that was not run counts as unranked. */
  default double value(Qrels qrels, Run run) {
    return JudgedRun.of(qrels, run).value(this);
  }

  /**
   * The metric of a name: as printed, as ir_measures has it ({@code nDCG@10}, {@code P(rel=2)@10},
   * {@code RR}) or as trec_eval has it ({@code ndcg_cut_10}, {@code P_10}, {@code recip_rank}).
   * Case does not matter.
   *
   * @throws IllegalArgumentException if there is no such metric (names those there are), or it does
   *     not take that cutoff or parameter
   */
  static Metric parse(String name) {
    return MetricNames.parse(name);
  }
}
