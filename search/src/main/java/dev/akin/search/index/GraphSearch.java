package dev.akin.search.index;

import java.io.IOException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.knn.KnnCollectorManager;
import org.jspecify.annotations.Nullable;

/** Walks the HNSW graph and scores what it found exactly. Safe for many threads. */
final class GraphSearch {
  private final IndexView view;
  private final ExactScan exact;

  GraphSearch(IndexView view, ExactScan exact) {
    this.view = view;
    this.exact = exact;
  }

  /**
   * What the graph leads to.
   *
   * @param hits the best passages, best first
   * @param isApproximate whether a nearer passage may have been missed: in some segment the graph
   *     was walked, and not every vector in question was compared
   */
  record Found(List<PassageHit> hits, boolean isApproximate) {}

  /**
   * The best passages the graph leads to.
   *
   * @param candidates how many are kept while the graph is walked, and come back
   */
  Found top(float[] query, int candidates, Optional<Query> filter) throws IOException {
    Walk near = new Walk(query, candidates, filter.orElse(null));
    int[] found =
        Stream.of(view.searcher().search(near, candidates).scoreDocs)
            .mapToInt(hit -> hit.doc)
            .toArray();
    List<PassageHit> hits =
        exact.rescored(query, found).stream()
            .sorted(
                Comparator.comparingDouble((PassageHit hit) -> -hit.score())
                    .thenComparingInt(PassageHit::passage))
            .toList();
    return new Found(hits, !near.walked.isEmpty());
  }

  /**
   * Lucene by itself compares every vector in question of a segment where the filter leaves no more
   * than are kept, or where the walk turns out to be longer than that; this remembers the others.
   */
  private static final class Walk extends KnnFloatVectorQuery {
    private final BitSet walked = new BitSet();

    Walk(float[] query, int candidates, @Nullable Query filter) {
      super(PassageFields.VECTOR, query, candidates, filter);
    }

    @Override
    protected TopDocs approximateSearch(
        LeafReaderContext leaf, AcceptDocs eligible, int limit, KnnCollectorManager collectors)
        throws IOException {
      TopDocs found = super.approximateSearch(leaf, eligible, limit, collectors);
      // A reader whose graph is small compares all of it, and says how many it compared.
      walked.set(leaf.ord, found.totalHits.value() < eligible.cost());
      return found;
    }

    @Override
    protected TopDocs exactSearch(
        LeafReaderContext leaf, DocIdSetIterator eligible, @Nullable QueryTimeout timeout)
        throws IOException {
      walked.clear(leaf.ord);
      return super.exactSearch(leaf, eligible, timeout);
    }
  }
}
