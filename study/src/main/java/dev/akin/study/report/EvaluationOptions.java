package dev.akin.study.report;

import dev.akin.eval.significance.ComparisonOptions;
import java.util.Optional;

/**
 * How systems are compared in an evaluation.
 *
 * @param comparison test, intervals, adjustment, draws and seed
 * @param baseline the system that all others are held against; empty: every pair is compared
 */
public record EvaluationOptions(ComparisonOptions comparison, Optional<String> baseline) {
  /** All pairs, by the defaults of {@link ComparisonOptions}. */
  public static final EvaluationOptions DEFAULT =
      new EvaluationOptions(ComparisonOptions.DEFAULT, Optional.empty());
}
