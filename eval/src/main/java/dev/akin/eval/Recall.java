package dev.akin.eval;

/** The share of all relevant documents that stand among the first k. */
record Recall(Scope scope) implements ScopedMetric {
  Recall {
    scope.requireCutoff("R");
  }

  @Override
  public String title() {
    return "R";
  }

  @Override
  public String trecTitle() {
    return "recall";
  }

  @Override
  public double score(JudgedRanking ranking) {
    int relevant = ranking.relevant(scope.rel());
    return relevant == 0 ? 0 : scope.found(ranking, scope.k()) / relevant;
  }
}
