/**
 * Rows of which hardly any cell is not 0: words of a text and their weights.
 *
 * <p>Read {@link dev.akin.encoder.sparse.SparseEncoder} and {@link
 * dev.akin.encoder.sparse.BagOfWords}.
 */
@NullMarked
package dev.akin.encoder.sparse;

import org.jspecify.annotations.NullMarked;
