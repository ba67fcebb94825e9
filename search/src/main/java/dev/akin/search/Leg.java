package dev.akin.search;

/**
 * What one searcher had to say about a document.
 *
 * @param name the searcher's name: {@code bm25}, {@code dense}
 * @param rank the document's rank there, from 1
 * @param score its raw score there: BM25 or similarity; higher is better
 * @param share the part of the final score that comes from here, in [0, 1]
 */
public record Leg(String name, int rank, double score, double share) {}
