/**
 * Tasks and systems brought together, and what came out.
 *
 * <p>Read {@link dev.akin.study.report.Evaluation} (runs), {@link dev.akin.study.report.TaskReport}
 * (the outcome of one task), {@link dev.akin.study.report.EvaluationReport} (all of it as plain
 * values), then how that is kept and shown: {@link dev.akin.study.report.ReportJson}, {@link
 * dev.akin.study.report.ReportPage}, {@link dev.akin.study.report.ReportMarkdown}, {@link
 * dev.akin.study.report.MtebResults}.
 */
@NullMarked
package dev.akin.study.report;

import org.jspecify.annotations.NullMarked;
