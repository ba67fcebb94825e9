/**
 * How hard the texts of a data set are, by four measures, so that a benchmark on hard texts is not
 * taken for a benchmark of a hard domain.
 *
 * <p>Read {@link dev.akin.eval.complexity.DatasetComplexity}, then {@link
 * dev.akin.eval.complexity.WordEntropy}, {@link dev.akin.eval.complexity.GunningFog}, {@link
 * dev.akin.eval.complexity.SolverError}, {@link dev.akin.eval.complexity.DependencyDistance}.
 */
@NullMarked
package dev.akin.eval.complexity;

import org.jspecify.annotations.NullMarked;
