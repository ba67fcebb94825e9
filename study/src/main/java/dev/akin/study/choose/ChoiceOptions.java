package dev.akin.study.choose;

import dev.akin.eval.Metric;
import dev.akin.eval.significance.ComparisonOptions;
import java.time.Duration;

/**
 * How a grid is measured.
 *
 * @param metric what is called quality
 * @param budget how long it may take; a step that would not fit is left out
 * @param comparison tests, intervals, adjustment, draws and seed
 */
public record ChoiceOptions(Metric metric, Duration budget, ComparisonOptions comparison) {
  /** nDCG@10, twenty minutes, the usual comparison. */
  public static final ChoiceOptions DEFAULT =
      new ChoiceOptions(Metric.parse("nDCG@10"), Duration.ofMinutes(20), ComparisonOptions.DEFAULT);

  public ChoiceOptions {
    if (budget.isNegative() || budget.isZero()) {
      throw new IllegalArgumentException("a budget is longer than nothing, got " + budget);
    }
  }
}
