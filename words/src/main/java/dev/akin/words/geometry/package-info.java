/**
 * Operations on the space of a table of words: brought together with another language's ({@link
 * dev.akin.words.geometry.SelfLearning}, {@link dev.akin.words.geometry.Rcsls}), pulled to a
 * lexicon ({@link dev.akin.words.geometry.Retrofitting}), freed of a bias ({@link
 * dev.akin.words.geometry.Debiasing}).
 */
@NullMarked
package dev.akin.words.geometry;

import org.jspecify.annotations.NullMarked;
