/**
 * What a published paper claims, tried again on data that are at hand.
 *
 * <p>Read {@link dev.akin.study.claim.Study} (what a study is made of), {@link
 * dev.akin.study.claim.Outcome} (what it measured), {@link dev.akin.study.claim.Verdict} (what
 * follows), {@link dev.akin.study.claim.StudyResult} (what is kept of a run).
 */
@NullMarked
package dev.akin.study.claim;

import org.jspecify.annotations.NullMarked;
