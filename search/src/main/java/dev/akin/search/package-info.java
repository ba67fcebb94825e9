/**
 * Queries to rankings.
 *
 * <p>Reading order: {@link dev.akin.search.Query} and {@link dev.akin.search.Ranking} are what goes
 * in and comes out, {@link dev.akin.search.Searcher} is anything that turns one into the other,
 * {@link dev.akin.search.Fusion} makes one ranking of several. {@link dev.akin.search.filter} is
 * the language of conditions on metadata, {@link dev.akin.search.index} the index folder.
 */
@NullMarked
package dev.akin.search;

import org.jspecify.annotations.NullMarked;
