package dev.akin.study.report;

import dev.akin.eval.significance.ComparisonOptions;
import java.util.Optional;

/**
 * How systems are compared in an evaluation.
 *
 * @param comparison test, intervals, adjustment, draws and seed
 * @param baseline the system that all others are held against; empty: every pair is compared
 * @param decisive how many of the queries that decide a difference are looked at; 0: none
 */
public record EvaluationOptions(
    ComparisonOptions comparison, Optional<String> baseline, int decisive) {
  /** All pairs, by the defaults of {@link ComparisonOptions}. */
  public static final EvaluationOptions DEFAULT =
      new EvaluationOptions(ComparisonOptions.DEFAULT, Optional.empty());

  public EvaluationOptions {
    if (decisive < 0) {
      throw new IllegalArgumentException(
          "the number of decisive queries is 0 or more, got " + decisive);
    }
  }

  /** Options that look at no single query. */
  public EvaluationOptions(ComparisonOptions comparison, Optional<String> baseline) {
    this(comparison, baseline, 0);
  }

  /** The same with that many decisive queries. */
  public EvaluationOptions withDecisive(int queries) {
    return new EvaluationOptions(comparison, baseline, queries);
  }

  /** 1 − the level of the intervals: the level of the tests. */
  public double alpha() {
    return 1 - comparison.level();
  }
}
