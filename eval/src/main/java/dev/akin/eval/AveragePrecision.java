package dev.akin.eval;

/**
 * Average precision: the sum over relevant documents among the first k of the precision at their
 * rank, over the number of all relevant documents. Its mean over queries is MAP.
 */
record AveragePrecision(Scope scope) implements ScopedMetric {
  @Override
  public String title() {
    return "MAP";
  }

  @Override
  public String trecTitle() {
    return scope.isWhole() ? "map" : "map_cut";
  }

  @Override
  public double score(JudgedRanking ranking) {
    int relevant = ranking.relevant(scope.rel());
    int depth = Math.min(scope.k(), ranking.size());
    double sum = 0;
    int found = 0;
    for (int start = 0; start < depth; start = ranking.end(start)) {
      int end = ranking.end(start);
      int tied = end - start;
      int hits = ranking.relevant(start, end, scope.rel());
      // The document at a place is relevant with probability hits / tied; if it is, the places
      // before it in the block hold (hits − 1) / (tied − 1) relevant ones each.
      for (int i = start; hits > 0 && i < Math.min(end, depth); i++) {
        double before = tied == 1 ? 0 : (double) (i - start) * (hits - 1) / (tied - 1);
        sum += (double) hits / tied * (found + before + 1) / (i + 1);
      }
      found += hits;
    }
    return relevant == 0 ? 0 : sum / relevant;
  }
}
