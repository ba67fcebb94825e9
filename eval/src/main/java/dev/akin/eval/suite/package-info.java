/**
 * Many systems over many tasks: how they are summed up to one order, how sure that order is, and
 * how to make a suite smaller without changing it.
 *
 * <p>Read {@link dev.akin.eval.suite.ScoreMatrix}, {@link dev.akin.eval.suite.Standing} (means,
 * Borda count, mean rank), {@link dev.akin.eval.suite.SuiteMean} (intervals and tests), {@link
 * dev.akin.eval.suite.TaskSelection} (fewer tasks), {@link dev.akin.eval.suite.HardSubset} (smaller
 * corpora), {@link dev.akin.eval.suite.SplitPolicy} (train and test that do not leak).
 */
@NullMarked
package dev.akin.eval.suite;

import org.jspecify.annotations.NullMarked;
