package dev.akin.eval;

/** 1 if a relevant document stands among the first k, else 0: the hit rate. */
record Success(Scope scope) implements ScopedMetric {
  Success {
    scope.requireCutoff("Success");
  }

  @Override
  public String title() {
    return "Success";
  }

  @Override
  public String trecTitle() {
    return "success";
  }

  @Override
  public double score(JudgedRanking ranking) {
    FirstHit first = FirstHit.find(ranking, scope);
    double none = 1;
    for (int i = 0; i < first.places(); i++) {
      none *= 1 - first.chanceAt(i);
    }
    return 1 - none;
  }
}
