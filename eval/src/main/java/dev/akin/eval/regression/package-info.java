/**
 * Least squares and analysis of variance: what of a score is due to the system, to the benchmark,
 * or to how hard the data are.
 *
 * <p>Read {@link dev.akin.eval.regression.Design} (the columns), {@link
 * dev.akin.eval.regression.LinearModel} (what is fitted to them), {@link
 * dev.akin.eval.regression.TwoWayAnova}.
 */
@NullMarked
package dev.akin.eval.regression;

import org.jspecify.annotations.NullMarked;
