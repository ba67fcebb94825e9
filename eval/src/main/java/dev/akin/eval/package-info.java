/**
 * Rankings, judgments and how well the one fits the other, by trec_eval's rules.
 *
 * <p>Read {@link dev.akin.eval.Qrels} (what people judged), {@link dev.akin.eval.Run} (what a
 * system returned), {@link dev.akin.eval.JudgedRun} (the two together) and {@link
 * dev.akin.eval.Metric} (how good that is).
 */
@NullMarked
package dev.akin.eval;

import org.jspecify.annotations.NullMarked;
