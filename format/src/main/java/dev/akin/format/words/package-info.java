/** Tables of words and their vectors, as word2vec, gensim and fastText write and read them. */
@NullMarked
package dev.akin.format.words;

import org.jspecify.annotations.NullMarked;
