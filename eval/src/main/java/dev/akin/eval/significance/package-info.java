/**
 * Whether one system is better than another on the same items, by how much, and how sure that is.
 *
 * <p>Read {@link dev.akin.eval.significance.Estimate} (a figure that can be computed again on
 * resampled items), {@link dev.akin.eval.significance.Comparison} (two of them side by side),
 * {@link dev.akin.eval.significance.Family} (many systems at once), {@link
 * dev.akin.eval.significance.Friedman} (systems over data sets).
 */
@NullMarked
package dev.akin.eval.significance;

import org.jspecify.annotations.NullMarked;
