package dev.akin.search;

import java.util.Locale;

/**
 * How one searcher looked.
 *
 * @param leg its name: {@code bm25}, {@code dense}
 * @param method what it read
 * @param candidates how many passages it scored and kept before documents were made of them
 * @param eligible how many passages the filter let through; all of them without a filter
 */
public record Stage(String leg, Method method, long candidates, long eligible) {
  /** Ways to find candidates. */
  public enum Method {
    /** The posting lists of the query's words. */
    POSTINGS("posting lists"),
    /** Every vector the filter lets through was compared. */
    EXACT_SCAN("exact scan"),
    /**
     * A walk over the HNSW graph (approximate); small parts of the index may be scanned instead.
     */
    GRAPH("HNSW graph"),
    /**
     * The same, keeping only what the filter lets through (approximate): where that is little in a
     * part of the index, the part is scanned instead. If all are, it was an exact scan.
     */
    FILTERED_GRAPH("filtered HNSW graph");

    private final String label;

    Method(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  /** {@code dense: exact scan of 1,204 passages, 10 kept}: for messages. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s: %s over %,d passages, %,d kept", leg, method, eligible, candidates);
  }
}
