package dev.akin.search.index;

import dev.akin.search.Query;
import dev.akin.search.Ranking;
import dev.akin.search.SearchMode.Scan;
import dev.akin.search.Searcher;
import dev.akin.search.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.util.FixedBitSet;

/** Similarity of the query's row to the passages'. Scores are exact in every case. */
final class DenseSearcher implements Searcher {
  static final String NAME = "dense";

  /** Comparing so many rows costs about as much as walking the graph behind a filter. */
  static final int SMALL = 10_000;

  /** Rows compared one behind the other in the time the graph takes for one candidate: measured. */
  private static final int ROWS_A_CANDIDATE = 32;

  private final IndexView view;
  private final QueryVectors vectors;
  private final Scan scan;
  private final ExactScan exact;
  private final GraphSearch graph;

  DenseSearcher(IndexView view, QueryVectors vectors, Scan scan) {
    this.view = view;
    this.vectors = vectors;
    this.scan = scan;
    this.exact = new ExactScan(view);
    this.graph = new GraphSearch(view, exact);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Ranking search(Query query, int k) {
    return run(List.of(query), k).getFirst();
  }

  @Override
  public List<Ranking> run(List<Query> queries, int k) {
    Searcher.checkK(k);
    List<Optional<float[]>> rows = vectors.of(queries);
    List<Ranking> rankings = new ArrayList<>(queries.size());
    try {
      for (int i = 0; i < queries.size(); i++) {
        rankings.add(search(queries.get(i), rows.get(i), k));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rankings;
  }

  private Ranking search(Query query, Optional<float[]> row, int k) throws IOException {
    Optional<org.apache.lucene.search.Query> filter = view.query(query.filter());
    Optional<FixedBitSet> eligible =
        filter.isEmpty() ? Optional.empty() : Optional.of(view.matches(filter.get()));
    int among = eligible.map(FixedBitSet::cardinality).orElseGet(() -> view.reader().numDocs());
    if (row.isEmpty()) {
      return new Ranking(
          query, List.of(), List.of(new Stage(NAME, Stage.Method.EXACT_SCAN, 0, among)));
    }
    boolean isSmall = among <= Math.max(SMALL, ROWS_A_CANDIDATE * candidates(k));
    boolean isExact =
        switch (scan) {
          case EXACT -> true;
          case AUTO -> isSmall;
          case GRAPH -> isSmall && filter.isPresent();
        };
    return isExact
        ? exactly(query, row.get(), eligible, k)
        : byGraph(query, row.get(), filter, eligible, k);
  }

  /** How many candidates to keep for k documents; measured for 10, more for more. */
  private long candidates(int k) {
    int forTen = view.manifest().recall().map(Recall::candidates).orElse(10 * Recall.NEIGHBOURS);
    return k <= Recall.NEIGHBOURS ? forTen : (long) forTen + k - Recall.NEIGHBOURS;
  }

  private Ranking exactly(Query query, float[] row, Optional<FixedBitSet> eligible, int k)
      throws IOException {
    float[] scores = exact.scores(row, eligible);
    List<PassageHit> best = exact.best(scores, k);
    long among = eligible.isPresent() ? eligible.get().cardinality() : view.reader().numDocs();
    return new Ranking(
        query,
        new Documents(view, NAME).rank(best, k),
        List.of(new Stage(NAME, Stage.Method.EXACT_SCAN, best.size(), among)));
  }

  private Ranking byGraph(
      Query query,
      float[] row,
      Optional<org.apache.lucene.search.Query> filter,
      Optional<FixedBitSet> eligible,
      int k)
      throws IOException {
    int among = eligible.map(FixedBitSet::cardinality).orElseGet(() -> view.reader().numDocs());
    Documents documents = new Documents(view, NAME);
    AtomicBoolean isApproximate = new AtomicBoolean();
    Deepening.Outcome outcome =
        new Deepening(documents, among)
            .reach(
                k,
                candidates(k),
                count -> {
                  GraphSearch.Found found = graph.top(row, count, filter);
                  isApproximate.set(found.isApproximate());
                  return found.hits();
                });
    if (outcome.best().size() < k) {
      return exactly(query, row, eligible, k);
    }
    Stage.Method walked = filter.isPresent() ? Stage.Method.FILTERED_GRAPH : Stage.Method.GRAPH;
    Stage.Method method = isApproximate.get() ? walked : Stage.Method.EXACT_SCAN;
    return new Ranking(
        query,
        documents.rank(outcome.best(), k),
        List.of(new Stage(NAME, method, outcome.hits().size(), among)));
  }
}
