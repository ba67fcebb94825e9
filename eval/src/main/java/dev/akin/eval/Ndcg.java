package dev.akin.eval;

import java.util.List;

/**
 * Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002): Σ gain / log2(rank + 1)
 * over the first k, divided by that sum for the best order of all judged documents.
 */
record Ndcg(Gain gain, int k) implements ScopedMetric {
  /** What a grade is worth; none below 1 is worth anything. */
  enum Gain {
    /** The grade itself: trec_eval, BEIR, MTEB. */
    LINEAR,

    /** 2^grade − 1 (Burges and others 2005): many tools of learning to rank. */
    EXPONENTIAL;

    /** 2^1000 is still a double, and so is a sum of many. */
    private static final int LARGEST_EXPONENT = 1000;

    double of(int grade) {
      if (grade <= 0) {
        return 0;
      }
      if (this == LINEAR) {
        return grade;
      }
      if (grade > LARGEST_EXPONENT) {
        throw new IllegalArgumentException(
            "nDCG(dcg='exp-log2') takes grades up to %d, got %d"
                .formatted(LARGEST_EXPONENT, grade));
      }
      return Math.scalb(1.0, grade) - 1;
    }
  }

  private static final double LOG_2 = Math.log(2);

  Ndcg {
    Scope.top(k);
  }

  private static double discount(int rank) {
    return LOG_2 / Math.log(rank + 1.0);
  }

  @Override
  public Scope scope() {
    return Scope.top(k);
  }

  @Override
  public String title() {
    return "nDCG";
  }

  @Override
  public String trecTitle() {
    return gain == Gain.EXPONENTIAL ? "" : scope().isWhole() ? "ndcg" : "ndcg_cut";
  }

  @Override
  public List<String> parameters() {
    return gain == Gain.EXPONENTIAL ? List.of("dcg='exp-log2'") : List.of();
  }

  @Override
  public double score(JudgedRanking ranking) {
    double best = ranking.bestWeighted(k, gain::of, Ndcg::discount);
    return best == 0 ? 0 : ranking.weighted(k, gain::of, Ndcg::discount) / best;
  }
}
