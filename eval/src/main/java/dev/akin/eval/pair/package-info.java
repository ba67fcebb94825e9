/**
 * How well scores of pairs fit what people said of them: correlation with graded judgments ({@link
 * dev.akin.eval.pair.Correlation}), separation of yes from no ({@link
 * dev.akin.eval.pair.BinaryScores}).
 */
@NullMarked
package dev.akin.eval.pair;

import org.jspecify.annotations.NullMarked;
