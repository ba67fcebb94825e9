/**
 * The arithmetic beneath tests, suites and regressions: ranks, correlations, tail probabilities.
 *
 * <p>Read {@link dev.akin.eval.statistic.Ranks}, {@link dev.akin.eval.statistic.Correlation} and
 * {@link dev.akin.eval.statistic.Tail}.
 */
@NullMarked
package dev.akin.eval.statistic;

import org.jspecify.annotations.NullMarked;
