package dev.akin.eval;

/**
 * Binary preference (Buckley and Voorhees 2004, as corrected in trec_eval 8): over relevant
 * documents, the mean of 1 − min(n, R) / min(N, R), where n of the N documents judged not relevant
 * stand above it and R are relevant. Unjudged documents are passed over.
 */
record Bpref(Scope scope) implements ScopedMetric {
  Bpref {
    scope.requireWhole("Bpref");
  }

  @Override
  public String title() {
    return "Bpref";
  }

  @Override
  public String trecTitle() {
    return "bpref";
  }

  @Override
  public double score(JudgedRanking ranking) {
    int relevant = ranking.relevant(scope.rel());
    int most = Math.min(relevant, ranking.nonrelevant(scope.rel()));
    double sum = 0;
    int above = 0;
    for (int start = 0; start < ranking.size(); start = ranking.end(start)) {
      int end = ranking.end(start);
      int hits = ranking.relevant(start, end, scope.rel());
      int misses = ranking.nonrelevant(start, end, scope.rel());
      // Among its block's misses a relevant document has every place with the same probability.
      double lost = 0;
      for (int i = above; hits > 0 && i <= above + misses; i++) {
        lost += i == 0 ? 0 : (double) Math.min(i, relevant) / most;
      }
      sum += hits * (1 - lost / (misses + 1));
      above += misses;
    }
    return relevant == 0 ? 0 : sum / relevant;
  }
}
