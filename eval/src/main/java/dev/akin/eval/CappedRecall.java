package dev.akin.eval;

/**
 * Recall that can reach 1: relevant documents among the first k, over the smaller of k and the
 * number of all relevant ones (BEIR's R_cap, Thakur and others 2021).
 */
record CappedRecall(Scope scope) implements ScopedMetric {
  CappedRecall {
    scope.requireCutoff("R_cap");
  }

  @Override
  public String title() {
    return "R_cap";
  }

  @Override
  public String trecTitle() {
    return "";
  }

  @Override
  public double score(JudgedRanking ranking) {
    int relevant = ranking.relevant(scope.rel());
    return relevant == 0 ? 0 : scope.found(ranking, scope.k()) / Math.min(scope.k(), relevant);
  }
}
