package dev.akin.eval;

import java.util.Optional;

/**
 * The share of judged documents, whatever their grade, among the first k, or among all if fewer
 * came back: how far the judgments can speak of this run. BEIR's hole@k is 1 minus this.
 */
record JudgedShare(int k) implements Metric {
  JudgedShare {
    Scope.top(k).requireCutoff("Judged");
  }

  @Override
  public String name() {
    return Scope.top(k).named("Judged");
  }

  @Override
  public Optional<String> trecName() {
    return Optional.empty();
  }

  @Override
  public int depth() {
    return k;
  }

  @Override
  public double score(JudgedRanking ranking) {
    double judged = ranking.weighted(k, grade -> grade == JudgedRanking.UNJUDGED ? 0 : 1, _ -> 1);
    return ranking.size() == 0 ? 0 : judged / Math.min(k, ranking.size());
  }
}
