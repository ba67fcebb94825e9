/**
 * Which system is best on a user's own data: a grid of systems under a time budget.
 *
 * <p>Read {@link dev.akin.study.choose.ChoiceGrid} (what may be tried), {@link
 * dev.akin.study.choose.Chooser} (tries it, stage by stage), {@link dev.akin.study.choose.Choice}
 * (what came out), {@link dev.akin.study.choose.LabelFreeCheck} (a stand-in where nothing was
 * judged) and {@link dev.akin.study.choose.JudgingPool} (what to judge).
 */
@NullMarked
package dev.akin.study.choose;

import org.jspecify.annotations.NullMarked;
