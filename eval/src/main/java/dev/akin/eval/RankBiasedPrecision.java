package dev.akin.eval;

import java.util.List;

/**
 * Rank-biased precision (Moffat and Zobel 2008): (1 − p) Σ p^(rank − 1) over relevant documents, p
 * being how likely a reader goes on to the next one.
 */
record RankBiasedPrecision(double p, Scope scope) implements ScopedMetric {
  /** trec_eval's, whose name for it tells no p. */
  static final double TREC_P = 0.9;

  RankBiasedPrecision {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("RBP needs a p above 0 and below 1, got " + p);
    }
  }

  @Override
  public String title() {
    return "RBP";
  }

  @Override
  public String trecTitle() {
    return !scope.isWhole() ? "" : p == TREC_P ? "rbp" : "rbp_p=" + p;
  }

  @Override
  public List<String> parameters() {
    return List.of("p=" + p);
  }

  @Override
  public double score(JudgedRanking ranking) {
    return (1 - p) * ranking.weighted(scope.k(), scope::gain, rank -> Math.pow(p, rank - 1));
  }
}
