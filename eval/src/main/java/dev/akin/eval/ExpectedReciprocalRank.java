package dev.akin.eval;

import java.util.List;

/**
 * Expected reciprocal rank (Chapelle and others 2009): one over the rank at which a reader stops
 * who goes down the list and is satisfied by a document of grade g with probability (2^g − 1) /
 * 2^max.
 *
 * @param max the highest grade of the scale: 4 in TREC's gdeval
 */
record ExpectedReciprocalRank(int max, int k) implements OrderedMetric {
  /** gdeval's, whose name for it tells no scale. */
  static final int GDEVAL_MAX = 4;

  private static final int LARGEST_MAX = 1000;

  ExpectedReciprocalRank {
    if (max < 1 || max > LARGEST_MAX) {
      throw new IllegalArgumentException(
          "the highest grade of ERR is 1 to %d, got %d".formatted(LARGEST_MAX, max));
    }
    Scope.top(k);
  }

  @Override
  public Scope scope() {
    return Scope.top(k);
  }

  @Override
  public String title() {
    return "ERR";
  }

  @Override
  public String trecTitle() {
    return "";
  }

  @Override
  public List<String> parameters() {
    return max == GDEVAL_MAX ? List.of() : List.of("max=" + max);
  }

  @Override
  public double scoreInOrder(JudgedRanking ranking) {
    double sum = 0;
    double reached = 1;
    for (int i = 0; i < Math.min(k, ranking.size()); i++) {
      double satisfied = satisfaction(Math.max(ranking.grade(i), 0));
      sum += reached * satisfied / (i + 1);
      reached *= 1 - satisfied;
    }
    return sum;
  }

  private double satisfaction(int grade) {
    if (grade > max) {
      throw new IllegalArgumentException(
          "%s has grades up to %d, the judgments have %d; say %s"
              .formatted(name(), max, grade, scope().named("ERR", List.of("max=" + grade))));
    }
    return (Math.scalb(1.0, grade) - 1) / Math.scalb(1.0, max);
  }
}
