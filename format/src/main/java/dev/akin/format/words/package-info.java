/**
 * Files of words and their vectors, as word2vec, GloVe, gensim and fastText write and read them.
 *
 * <p>{@link dev.akin.format.words.WordFile} opens any of them; what it gives is a {@link
 * dev.akin.format.words.WordTable}, a row a word, or a {@link dev.akin.format.words.FastTextModel},
 * which also composes words it never saw. {@link dev.akin.format.words.WordTableWriter} and {@link
 * dev.akin.format.words.FastTextModel#write} write them.
 */
@NullMarked
package dev.akin.format.words;

import org.jspecify.annotations.NullMarked;
