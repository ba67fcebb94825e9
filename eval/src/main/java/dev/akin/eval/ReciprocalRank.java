package dev.akin.eval;

/** One over the rank of the first relevant document among the first k. Its mean is MRR. */
record ReciprocalRank(Scope scope) implements ScopedMetric {
  @Override
  public String title() {
    return "MRR";
  }

  @Override
  public String trecTitle() {
    return scope.isWhole() ? "recip_rank" : "";
  }

  @Override
  public double score(JudgedRanking ranking) {
    FirstHit first = FirstHit.find(ranking, scope);
    double sum = 0;
    double none = 1;
    for (int i = 0; i < first.places(); i++) {
      double hit = first.chanceAt(i);
      sum += none * hit / (first.start() + i + 1);
      none *= 1 - hit;
    }
    return sum;
  }
}
