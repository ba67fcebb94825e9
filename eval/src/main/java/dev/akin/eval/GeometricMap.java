package dev.akin.eval;

/**
 * The geometric mean of average precision over queries, each at least 0.00001 (Robertson 2006): the
 * value of a single query is its average precision.
 */
record GeometricMap(Scope scope) implements OrderedMetric {
  GeometricMap {
    scope.requireWhole("GMAP");
  }

  @Override
  public String title() {
    return "GMAP";
  }

  @Override
  public String trecTitle() {
    return "gm_map";
  }

  @Override
  public Aggregation aggregation() {
    return Aggregation.GEOMETRIC_MEAN;
  }

  @Override
  public double scoreInOrder(JudgedRanking ranking) {
    return new AveragePrecision(scope).score(ranking);
  }
}
