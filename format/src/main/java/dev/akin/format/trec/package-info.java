/**
 * Rankings and judgments as files: TREC and MS MARCO runs and qrels, BEIR qrels.
 *
 * <p>Plain maps in the files' order, so that neither who ranks nor who judges is needed here: query
 * id to document id to score or grade. Files ending {@code .gz} are gzip. What is wrong in a file
 * is a {@link dev.akin.vector.FormatException} naming file and line.
 */
@NullMarked
package dev.akin.format.trec;

import org.jspecify.annotations.NullMarked;
