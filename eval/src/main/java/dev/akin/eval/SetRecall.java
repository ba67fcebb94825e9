package dev.akin.eval;

/** The share of all relevant documents that came back. */
record SetRecall(Scope scope) implements ScopedMetric {
  SetRecall {
    scope.requireWhole("SetR");
  }

  @Override
  public String title() {
    return "SetR";
  }

  @Override
  public String trecTitle() {
    return "set_recall";
  }

  @Override
  public int depth() {
    return 0;
  }

  @Override
  public double score(JudgedRanking ranking) {
    int relevant = ranking.relevant(scope.rel());
    double found = ranking.relevant(0, ranking.size(), scope.rel());
    return relevant == 0 ? 0 : found / relevant;
  }
}
