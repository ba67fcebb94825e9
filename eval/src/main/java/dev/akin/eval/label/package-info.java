/**
 * How well predicted labels fit the true ones: one label an item, or several.
 *
 * <p>Read {@link dev.akin.eval.label.Classification} first; {@link dev.akin.eval.label.MultiLabel}
 * and {@link dev.akin.eval.label.LabelRanking} are for several labels an item; {@link
 * dev.akin.eval.label.Contingency} is the table under all of them and under {@code
 * dev.akin.eval.cluster}.
 */
@NullMarked
package dev.akin.eval.label;

import org.jspecify.annotations.NullMarked;
