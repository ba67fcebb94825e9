package dev.akin.eval;

/**
 * The share of relevant documents among the first R, R being how many are relevant: where precision
 * and recall are equal.
 */
record RPrecision(Scope scope) implements ScopedMetric {
  RPrecision {
    scope.requireWhole("Rprec");
  }

  @Override
  public String title() {
    return "Rprec";
  }

  @Override
  public String trecTitle() {
    return "Rprec";
  }

  @Override
  public double score(JudgedRanking ranking) {
    int relevant = ranking.relevant(scope.rel());
    return relevant == 0 ? 0 : scope.found(ranking, relevant) / relevant;
  }
}
