package dev.akin.eval;

import java.util.Locale;

/**
 * Interpolated precision at a level of recall: the highest precision at any rank from which on at
 * least recall · R of the R relevant documents are found, rounded to a whole number of them as
 * trec_eval 10 does (half up; trec_eval 9 rounds up from a tenth on).
 *
 * @param recall from 0 to 1
 */
record InterpolatedPrecision(double recall, Scope scope) implements OrderedMetric {
  InterpolatedPrecision {
    if (!(recall >= 0 && recall <= 1)) {
      throw new IllegalArgumentException("IPrec needs a recall from 0 to 1, got " + recall);
    }
    scope.requireWhole("IPrec");
  }

  @Override
  public String title() {
    return "IPrec";
  }

  @Override
  public String trecTitle() {
    return String.format(Locale.ROOT, "iprec_at_recall_%.2f", recall);
  }

  @Override
  public String name() {
    return OrderedMetric.super.name() + "@" + Scope.shown(recall);
  }

  @Override
  public double scoreInOrder(JudgedRanking ranking) {
    long needed = Math.max(1, Math.round(recall * ranking.relevant(scope.rel())));
    int found = ranking.relevant(0, ranking.size(), scope.rel());
    double best = 0;
    for (int i = ranking.size() - 1; i >= 0 && found >= needed; i--) {
      if (ranking.grade(i) >= scope.rel()) {
        best = Math.max(best, (double) found / (i + 1));
        found--;
      }
    }
    return best;
  }
}
