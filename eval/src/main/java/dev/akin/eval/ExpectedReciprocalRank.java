package dev.akin.eval;

import java.util.Optional;

/**
 * Expected reciprocal rank (Chapelle and others 2009): one over the rank at which a reader stops
 * who goes down the list and is satisfied by a document of grade g with probability (2^g − 1) /
 * 2^max.
 *
 * @param max the highest grade of the scale: 4 in TREC's gdeval
 */
record ExpectedReciprocalRank(int max, int k) implements Metric {
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
  public String name() {
    return max == GDEVAL_MAX ? Scope.top(k).named("ERR") : Scope.top(k).named("ERR", "max=" + max);
  }

  @Override
  public Optional<String> trecName() {
    return Optional.empty();
  }

  @Override
  public int depth() {
    return k;
  }

  @Override
  public boolean hasExpectedValue() {
    return false;
  }

  @Override
  public double score(JudgedRanking ranking) {
    ranking.requireOrder(this);
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
              .formatted(name(), max, grade, Scope.top(k).named("ERR", "max=" + grade)));
    }
    return (Math.scalb(1.0, grade) - 1) / Math.scalb(1.0, max);
  }
}
