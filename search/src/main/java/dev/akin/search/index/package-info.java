/**
 * One index folder on Apache Lucene: words, vectors and metadata of a corpus.
 *
 * <p>Reading order: {@link dev.akin.search.index.IndexOptions} says how, {@link
 * dev.akin.search.index.IndexBuilder} writes and refreshes, {@link
 * dev.akin.search.index.SearchIndex} opens what was written and hands out searchers, {@link
 * dev.akin.search.index.Explanation} says why a document is where it is.
 */
@NullMarked
package dev.akin.search.index;

import org.jspecify.annotations.NullMarked;
