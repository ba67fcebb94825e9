/**
 * Tasks and systems brought together, and what came out.
 *
 * <p>Read {@link dev.akin.study.report.Evaluation} (runs), {@link dev.akin.study.report.TaskReport}
 * (the outcome of one task).
 */
@NullMarked
package dev.akin.study.report;

import org.jspecify.annotations.NullMarked;
