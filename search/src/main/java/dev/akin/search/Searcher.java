package dev.akin.search;

import dev.akin.search.filter.Filter;
import java.util.List;

/**
 * Anything that ranks documents for a query: lexical, dense, fused, filtered. Safe for many
 * threads.
 *
 * <p>Implementations supply {@link #name} and {@link #search}; the rest follows from these.
 */
public interface Searcher {
  /** What it is called in rankings: {@code bm25}, {@code dense}. */
  String name();

  /**
   * The k best documents, fewer only where fewer can be found at all.
   *
   * @throws IllegalArgumentException if k is not positive, or the filter names a field that no
   *     document has
   * @throws java.io.UncheckedIOException if the machine fails to read
   */
  Ranking search(Query query, int k);

  /** The rankings of many queries, in their order. */
  default List<Ranking> run(List<Query> queries, int k) {
    return queries.stream().map(query -> search(query, k)).toList();
  }

  /** One ranking of two: this searcher's and the other's, each asked for as many candidates. */
  default Searcher fusedWith(Searcher other, Fusion fusion) {
    return new FusedSearcher(List.of(this, other), fusion);
  }

  /** The same searcher, with this condition on every query. */
  default Searcher filteredBy(Filter filter) {
    return new FilteredSearcher(this, filter);
  }

  /**
   * What implementations do first.
   *
   * @throws IllegalArgumentException if k is not positive
   */
  static void checkK(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("a search is for 1 or more documents, got k = " + k);
    }
  }
}
