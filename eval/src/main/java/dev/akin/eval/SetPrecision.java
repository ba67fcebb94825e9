package dev.akin.eval;

/** The share of relevant documents among all that came back. */
record SetPrecision(Scope scope) implements ScopedMetric {
  SetPrecision {
    scope.requireWhole("SetP");
  }

  @Override
  public String title() {
    return "SetP";
  }

  @Override
  public String trecTitle() {
    return "set_P";
  }

  @Override
  public int depth() {
    return 0;
  }

  @Override
  public double score(JudgedRanking ranking) {
    double found = ranking.relevant(0, ranking.size(), scope.rel());
    return ranking.size() == 0 ? 0 : found / ranking.size();
  }
}
