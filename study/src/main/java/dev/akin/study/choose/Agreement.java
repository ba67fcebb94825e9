package dev.akin.study.choose;

import dev.akin.eval.Hit;
import dev.akin.eval.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How alike two systems rank the same queries: a sign, not a measure of quality.
 *
 * @param overlap mean share of the first ten documents that both have
 * @param rankBiasedOverlap mean over queries of the extrapolated rank-biased overlap of the first
 *     ten, p 0.9 (Webber, Moffat and Zobel 2010, equation 23 with lists of equal length): 1 for the
 *     same order, 0 for nothing in common
 */
public record Agreement(String first, String second, double overlap, double rankBiasedOverlap) {
  private static final int DEPTH = 10;
  private static final double P = 0.9;

  /** Every pair of runs, over the queries of the first. */
  static List<Agreement> ofPairs(List<Run> runs) {
    List<Agreement> pairs = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      for (Run other : runs.subList(i + 1, runs.size())) {
        pairs.add(of(runs.get(i), other));
      }
    }
    return pairs;
  }

  static Agreement of(Run a, Run b) {
    double overlap = 0;
    double rbo = 0;
    for (String query : a.queryIds()) {
      List<String> one = first(a, query);
      List<String> two = first(b, query);
      overlap += common(one, two, DEPTH) / (double) DEPTH;
      rbo += rankBiased(one, two);
    }
    int queries = Math.max(1, a.queryIds().size());
    return new Agreement(a.name(), b.name(), overlap / queries, rbo / queries);
  }

  private static List<String> first(Run run, String query) {
    return run.ranking(query).stream().limit(DEPTH).map(Hit::documentId).toList();
  }

  private static int common(List<String> one, List<String> two, int depth) {
    Set<String> both = new HashSet<>(one.subList(0, Math.min(depth, one.size())));
    both.retainAll(new HashSet<>(two.subList(0, Math.min(depth, two.size()))));
    return both.size();
  }

  /** X_k / k · p^k + (1 − p) / p · Σ X_d / d · p^d, X_d the common documents of the first d. */
  static double rankBiased(List<String> one, List<String> two) {
    double sum = 0;
    for (int d = 1; d <= DEPTH; d++) {
      sum += common(one, two, d) / (double) d * Math.pow(P, d);
    }
    return common(one, two, DEPTH) / (double) DEPTH * Math.pow(P, DEPTH) + (1 - P) / P * sum;
  }
}
