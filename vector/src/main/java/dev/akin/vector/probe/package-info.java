/**
 * Small learners on top of frozen rows, which show what the rows know. Read {@link
 * dev.akin.vector.probe.Classifier}, then {@link dev.akin.vector.probe.LogisticRegression} and
 * {@link dev.akin.vector.probe.NearestNeighbours}; {@link dev.akin.vector.probe.FewShot} draws what
 * they learn from.
 */
@NullMarked
package dev.akin.vector.probe;

import org.jspecify.annotations.NullMarked;
