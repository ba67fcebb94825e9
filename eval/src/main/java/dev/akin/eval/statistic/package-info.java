/**
 * The arithmetic beneath tests, suites and regressions.
 *
 * <p>Read {@link dev.akin.eval.statistic.Ranks} and {@link dev.akin.eval.statistic.Tail}.
 */
@NullMarked
package dev.akin.eval.statistic;

import org.jspecify.annotations.NullMarked;
