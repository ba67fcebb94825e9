package dev.akin.eval;

/** The share of relevant documents among the first k; divided by k even if fewer came back. */
record Precision(Scope scope) implements ScopedMetric {
  Precision {
    scope.requireCutoff("P");
  }

  @Override
  public String title() {
    return "P";
  }

  @Override
  public String trecTitle() {
    return "P";
  }

  @Override
  public double score(JudgedRanking ranking) {
    return scope.found(ranking, scope.k()) / scope.k();
  }
}
