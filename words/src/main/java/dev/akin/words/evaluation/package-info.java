/**
 * How good word vectors are, by sets of words that people judged: similarities, analogies,
 * dictionaries.
 *
 * <p>A set is read from its file and evaluated with a {@link dev.akin.words.WordLookup}; every
 * result carries its items and its {@link dev.akin.words.evaluation.Coverage}, since vectors that
 * know fewer words look better on those they know.
 */
@NullMarked
package dev.akin.words.evaluation;

import org.jspecify.annotations.NullMarked;
