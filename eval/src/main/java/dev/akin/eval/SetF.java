package dev.akin.eval;

import java.util.List;

/**
 * The weighted harmonic mean of the precision P and recall R of all that came back: (x + 1) P R /
 * (R + x P), with trec_eval's weight x; the F_β of van Rijsbergen (1979) has x = β².
 */
record SetF(double x, Scope scope) implements ScopedMetric {
  SetF {
    if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("SetF needs a weight x above 0, got " + x);
    }
    scope.requireWhole("SetF");
  }

  @Override
  public String title() {
    return "SetF";
  }

  @Override
  public String trecTitle() {
    return x == 1 ? "set_F" : "set_F_" + Scope.shown(x);
  }

  @Override
  public List<String> parameters() {
    return x == 1 ? List.of() : List.of("x=" + Scope.shown(x));
  }

  @Override
  public int depth() {
    return 0;
  }

  @Override
  public double score(JudgedRanking ranking) {
    double precision = new SetPrecision(scope).score(ranking);
    double recall = new SetRecall(scope).score(ranking);
    return recall == 0 ? 0 : (x + 1) * precision * recall / (x * precision + recall);
  }
}
