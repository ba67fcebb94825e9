/**
 * Word vectors from counts of which words stand near which: GloVe, PPMI with SVD, bit ciphers. Read
 * {@link dev.akin.words.counting.Cooccurrences}, then {@link
 * dev.akin.words.counting.CountingMethod}.
 */
@NullMarked
package dev.akin.words.counting;

import org.jspecify.annotations.NullMarked;
