package dev.akin.eval;

/** The mean of the {@link InterpolatedPrecision} at recall 0, 0.1 … 1. */
record ElevenPointAverage(Scope scope) implements OrderedMetric {
  private static final double[] DESCENDING = {1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0};

  ElevenPointAverage {
    scope.requireWhole("11pt_avg");
  }

  @Override
  public String title() {
    return "11pt_avg";
  }

  @Override
  public String trecTitle() {
    return "11pt_avg";
  }

  @Override
  public double scoreInOrder(JudgedRanking ranking) {
    double sum = 0;
    for (double recall : DESCENDING) {
      sum += new InterpolatedPrecision(recall, scope).scoreInOrder(ranking);
    }
    return sum / DESCENDING.length;
  }
}
