/**
 * Look-up tables: vectors of words and documents, learned, read and asked.
 *
 * <p>{@link dev.akin.words.WordVectors} are the table, {@link dev.akin.words.WordSearch} asks it,
 * and {@link dev.akin.words.WordVectorEncoder} makes an encoder of it.
 */
@NullMarked
package dev.akin.words;

import org.jspecify.annotations.NullMarked;
