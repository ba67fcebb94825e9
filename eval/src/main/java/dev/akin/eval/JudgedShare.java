package dev.akin.eval;

/**
 * The share of judged documents, whatever their grade, among the first k, or among all if fewer
 * came back: how far the judgments can speak of this run. BEIR's hole@k is 1 minus this.
 */
record JudgedShare(int k) implements ScopedMetric {
  JudgedShare {
    Scope.top(k).requireCutoff("Judged");
  }

  @Override
  public Scope scope() {
    return Scope.top(k);
  }

  @Override
  public String title() {
    return "Judged";
  }

  @Override
  public String trecTitle() {
    return "";
  }

  @Override
  public double score(JudgedRanking ranking) {
    double judged = ranking.weighted(k, grade -> grade == JudgedRanking.UNJUDGED ? 0 : 1, _ -> 1);
    return ranking.size() == 0 ? 0 : judged / Math.min(k, ranking.size());
  }
}
