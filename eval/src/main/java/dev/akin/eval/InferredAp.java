package dev.akin.eval;

/**
 * Inferred average precision (Yilmaz and Aslam 2006): average precision estimated where only a
 * random part of the pool was judged. A negative grade marks a document of the pool that was not
 * judged, no grade one outside the pool. As trec_eval with its smoothing of 0.00001.
 */
record InferredAp(Scope scope) implements OrderedMetric {
  private static final double SMOOTHING = 1e-5;

  InferredAp {
    scope.requireWhole("infAP");
  }

  @Override
  public String title() {
    return "infAP";
  }

  @Override
  public String trecTitle() {
    return "infAP";
  }

  @Override
  public double scoreInOrder(JudgedRanking ranking) {
    double sum = 0;
    int found = 0;
    int missed = 0;
    int pooled = 0;
    for (int i = 0; i < ranking.size(); i++) {
      int grade = ranking.grade(i);
      if (grade >= scope.rel()) {
        double inPool = i == 0 ? 0 : (double) (found + missed + pooled) / i;
        double precision = (found + SMOOTHING) / (found + missed + 2 * SMOOTHING);
        sum += 1.0 / (i + 1) + (double) i / (i + 1) * inPool * precision;
        found++;
      } else if (grade >= 0) {
        missed++;
      } else if (grade != JudgedRanking.UNJUDGED) {
        pooled++;
      }
    }
    int relevant = ranking.relevant(scope.rel());
    return relevant == 0 ? 0 : sum / relevant;
  }
}
