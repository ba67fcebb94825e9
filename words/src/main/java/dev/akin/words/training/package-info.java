/**
 * Learning look-up tables: word vectors, and vectors of whatever stands in sequences or pairs.
 *
 * <p>Read {@link dev.akin.words.training.LookupTrainer} first. A {@link
 * dev.akin.words.training.WordSource} gives lines of words; their {@link
 * dev.akin.words.training.Vocabulary} is counted and they are written down once as numbers; workers
 * take stretches of them, and a composition turns each sentence into tiles, small blocks of input
 * and output rows, that are learned by one loop whatever the method.
 */
@NullMarked
package dev.akin.words.training;

import org.jspecify.annotations.NullMarked;
