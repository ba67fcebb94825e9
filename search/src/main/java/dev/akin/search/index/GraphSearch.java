package dev.akin.search.index;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;

/** Walks the HNSW graph and scores what it found exactly. */
final class GraphSearch {
  private final IndexView view;
  private final ExactScan exact;

  GraphSearch(IndexView view, ExactScan exact) {
    this.view = view;
    this.exact = exact;
  }

  /**
   * The best passages the graph leads to, best first.
   *
   * @param candidates how many are kept while the graph is walked, and come back
   */
  List<PassageHit> top(float[] query, int candidates, Optional<Query> filter) throws IOException {
    Query near =
        new KnnFloatVectorQuery(PassageFields.VECTOR, query, candidates, filter.orElse(null));
    int[] found =
        Stream.of(view.searcher().search(near, candidates).scoreDocs)
            .mapToInt(hit -> hit.doc)
            .toArray();
    return exact.rescored(query, found).stream()
        .sorted(
            Comparator.comparingDouble((PassageHit hit) -> -hit.score())
                .thenComparingInt(PassageHit::passage))
        .toList();
  }
}
