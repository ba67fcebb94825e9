package dev.akin.search;

import dev.akin.eval.Hit;
import java.util.List;

/**
 * The answer to a query.
 *
 * @param query what was asked, with every filter that was applied
 * @param documents best first, ranks from 1 without gaps; ties stand in the order of their ids
 * @param stages how each searcher looked
 */
public record Ranking(Query query, List<RankedDocument> documents, List<Stage> stages) {
  public Ranking {
    documents = List.copyOf(documents);
    stages = List.copyOf(stages);
  }

  /** The plain ranking that metrics and run files take. */
  public List<Hit> hits() {
    return documents.stream()
        .map(document -> new Hit(document.documentId(), document.rank(), document.score()))
        .toList();
  }
}
