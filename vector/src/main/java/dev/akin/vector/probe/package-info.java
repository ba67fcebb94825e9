/**
 * Small learners on top of frozen rows, which show what the rows know: {@link
 * dev.akin.vector.probe.LogisticRegression}, {@link dev.akin.vector.probe.NearestNeighbours}, and
 * {@link dev.akin.vector.probe.FewShot}, which draws what they learn from.
 */
@NullMarked
package dev.akin.vector.probe;

import org.jspecify.annotations.NullMarked;
