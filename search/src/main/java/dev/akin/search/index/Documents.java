package dev.akin.search.index;

import dev.akin.search.Leg;
import dev.akin.search.RankedDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Passages to documents: a document is as good as its best passage. */
final class Documents {
  private final IndexView view;
  private final String leg;

  Documents(IndexView view, String leg) {
    this.view = view;
    this.leg = leg;
  }

  /** The best passage of each document among these, by the document's first passage. */
  Collection<PassageHit> best(List<PassageHit> hits) {
    Map<Integer, PassageHit> best = new HashMap<>();
    for (PassageHit hit : hits) {
      best.merge(
          view.start(hit.passage()),
          hit,
          (a, b) ->
              a.score() > b.score() || (a.score() == b.score() && a.passage() < b.passage())
                  ? a
                  : b);
    }
    return best.values();
  }

  /** The k best of these documents, each given by one passage; ties in the order of their ids. */
  List<RankedDocument> rank(Collection<PassageHit> documents, int k) throws IOException {
    List<Named> named = new ArrayList<>(documents.size());
    for (PassageHit hit : documents) {
      named.add(new Named(view.documentId(hit.passage()), hit));
    }
    named.sort(
        Comparator.comparingDouble((Named n) -> -n.hit.score()).thenComparing(Named::documentId));
    List<RankedDocument> ranked = new ArrayList<>(Math.min(k, named.size()));
    for (Named n : named.subList(0, Math.min(k, named.size()))) {
      int rank = ranked.size() + 1;
      int ordinal = n.hit.passage() - view.start(n.hit.passage());
      double score = n.hit.score();
      ranked.add(
          new RankedDocument(
              n.documentId, rank, score, ordinal, List.of(new Leg(leg, rank, score, 1))));
    }
    return ranked;
  }

  private record Named(String documentId, PassageHit hit) {}
}
