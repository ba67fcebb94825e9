package dev.akin.search.index;

import dev.akin.search.Fusion;
import dev.akin.search.Leg;
import dev.akin.search.Query;
import dev.akin.search.RankedDocument;
import dev.akin.search.Ranking;
import dev.akin.search.SearchMode;
import dev.akin.search.SearchMode.Scan;
import dev.akin.search.Searcher;
import dev.akin.search.filter.Filter;
import dev.akin.search.index.Explanation.LegView;
import dev.akin.search.index.Explanation.Truncation;
import dev.akin.search.index.Explanation.Verdict;
import dev.akin.search.index.Explanation.WordWeight;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Follows one document through the stages of a search and finds where it stays. */
final class Explainer {
  private final IndexView view;
  private final QueryVectors vectors;
  private final Presenter presenter;

  Explainer(IndexView view, QueryVectors vectors) {
    this.view = view;
    this.vectors = vectors;
    this.presenter = new Presenter(view);
  }

  Explanation explain(SearchMode mode, Query query, String documentId, int k) throws IOException {
    Optional<Integer> start = view.findDocument(documentId);
    if (start.isEmpty()) {
      return new Explanation(
          query,
          documentId,
          new Verdict.NotIndexed(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty());
    }
    List<String> unmet = unmet(query.filter(), start.get());
    Query asked = unmet.isEmpty() ? query : new Query(query.id(), query.text());
    Candidates candidates = candidates(mode, asked, k);
    List<LegView> legs = new ArrayList<>();
    Optional<RankedDocument> shown = find(candidates.whole.documents(), documentId);
    for (int i = 0; i < candidates.byLeg.size(); i++) {
      String name = candidates.names.get(i);
      Optional<RankedDocument> truth = truth(name, asked, documentId);
      List<WordWeight> words =
          truth.isPresent() && name.equals(LexicalSearcher.NAME)
              ? words(asked, start.get() + truth.get().passage())
              : List.of();
      legs.add(leg(name, truth, find(candidates.byLeg.get(i).documents(), documentId), words));
      shown = shown.or(() -> truth);
    }
    boolean isDense = candidates.names.contains(DenseSearcher.NAME);
    Optional<Truncation> truncation =
        isDense ? new TruncationFinder(view, vectors).find(asked, start.get()) : Optional.empty();
    Verdict verdict =
        unmet.isEmpty()
            ? verdict(candidates, documentId, k, truncation)
            : new Verdict.Filtered(unmet);
    return new Explanation(
        query,
        documentId,
        verdict,
        legs,
        candidates.shown.stages(),
        truncation,
        Optional.of(
            presenter.result(
                shown.orElseGet(() -> new RankedDocument(documentId, 0, 0, 0, List.of())), query)));
  }

  /** The conditions of a filter that a document does not meet. */
  private List<String> unmet(Filter filter, int start) throws IOException {
    List<String> unmet = new ArrayList<>();
    for (Filter condition : filter.conjuncts().toList()) {
      Optional<org.apache.lucene.search.Query> test = view.query(condition);
      if (test.isPresent() && !view.matches(test.get()).get(start)) {
        unmet.add(condition.toString());
      }
    }
    return unmet;
  }

  private Candidates candidates(SearchMode mode, Query query, int k) {
    return switch (mode) {
      case SearchMode.Lexical _ -> single(new LexicalSearcher(view), query, k);
      case SearchMode.Dense(Scan scan) -> single(new DenseSearcher(view, vectors, scan), query, k);
      case SearchMode.Hybrid(Fusion fusion, Scan scan) -> {
        int depth = Fusion.candidates(k);
        List<Ranking> byLeg =
            List.of(
                new LexicalSearcher(view).search(query, depth),
                new DenseSearcher(view, vectors, scan).search(query, depth));
        yield new Candidates(
            depth,
            List.of(LexicalSearcher.NAME, DenseSearcher.NAME),
            byLeg,
            fusion.fuse(byLeg, k),
            fusion.fuse(byLeg, Integer.MAX_VALUE));
      }
    };
  }

  /**
   * A search by one leg alone looks no deeper than it is asked to; to say what was outranked it is
   * asked for as many as a fusion would be. A graph walked for more finds others, so what a search
   * for k shows is asked for too.
   */
  private static Candidates single(Searcher searcher, Query query, int k) {
    int depth = Fusion.candidates(k);
    Ranking whole = searcher.search(query, depth);
    return new Candidates(
        depth, List.of(searcher.name()), List.of(whole), searcher.search(query, k), whole);
  }

  private Verdict verdict(
      Candidates candidates, String documentId, int k, Optional<Truncation> truncation) {
    Optional<RankedDocument> shown = find(candidates.shown.documents(), documentId);
    if (shown.isPresent()) {
      return new Verdict.Found(shown.get());
    }
    Optional<RankedDocument> found = find(candidates.whole.documents(), documentId);
    boolean isFusedByMeaning =
        candidates.names.size() > 1
            && found.stream().flatMap(d -> d.legs().stream()).anyMatch(Explainer::isDense);
    boolean isUnread =
        truncation.isPresent()
            && truncation.get().readWords().isEmpty()
            && !truncation.get().lostWords().isEmpty()
            && !isFusedByMeaning;
    if (isUnread) {
      return new Verdict.TruncatedAway(truncation.get());
    }
    // One of the k best that was not shown: the graph leads to it only where it is walked for more.
    return found.isPresent() && found.get().rank() > k
        ? new Verdict.Outranked(found.get(), candidates.shown.documents().getLast().score())
        : new Verdict.BelowCandidates(found.isPresent() ? k : candidates.depth);
  }

  private static boolean isDense(Leg leg) {
    return leg.name().equals(DenseSearcher.NAME);
  }

  /** The document's place in a leg's ranking of all documents. */
  private Optional<RankedDocument> truth(String leg, Query query, String documentId) {
    Searcher exact =
        leg.equals(LexicalSearcher.NAME)
            ? new LexicalSearcher(view)
            : new DenseSearcher(view, vectors, Scan.EXACT);
    return find(exact.search(query, Math.max(1, view.reader().numDocs())).documents(), documentId);
  }

  private static LegView leg(
      String name,
      Optional<RankedDocument> truth,
      Optional<RankedDocument> candidate,
      List<WordWeight> words) {
    return new LegView(
        name,
        truth.isPresent() ? OptionalInt.of(truth.get().rank()) : OptionalInt.empty(),
        truth.isPresent() ? OptionalDouble.of(truth.get().score()) : OptionalDouble.empty(),
        candidate.isPresent() ? OptionalInt.of(candidate.get().rank()) : OptionalInt.empty(),
        words);
  }

  private List<WordWeight> words(Query query, int passage) throws IOException {
    List<WordWeight> weights = new ArrayList<>();
    for (Map.Entry<String, Integer> word :
        new LexicalSearcher(view).words(query.text()).entrySet()) {
      org.apache.lucene.search.Explanation weight =
          view.searcher().explain(LexicalSearcher.word(word.getKey(), word.getValue()), passage);
      if (weight.isMatch()) {
        weights.add(new WordWeight(word.getKey(), weight.getValue().doubleValue()));
      }
    }
    weights.sort(Comparator.comparingDouble((WordWeight weight) -> -weight.weight()));
    return weights;
  }

  private static Optional<RankedDocument> find(List<RankedDocument> documents, String documentId) {
    return documents.stream()
        .filter(document -> document.documentId().equals(documentId))
        .findFirst();
  }

  /**
   * What the search looked at.
   *
   * @param depth how many documents each searcher was asked for
   * @param shown what a search for k gives
   * @param whole every candidate, ranked
   */
  private record Candidates(
      int depth, List<String> names, List<Ranking> byLeg, Ranking shown, Ranking whole) {}
}
