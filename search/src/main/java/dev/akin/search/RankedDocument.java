package dev.akin.search;

import java.util.List;
import java.util.Optional;

/**
 * One document of a ranking and where its score comes from.
 *
 * @param documentId the corpus's id
 * @param rank from 1
 * @param score the final score; higher is better
 * @param passage ordinal of its best passage in the document, from 0
 * @param legs each searcher that found it; one entry where nothing was fused
 */
public record RankedDocument(
    String documentId, int rank, double score, int passage, List<Leg> legs) {
  public RankedDocument {
    legs = List.copyOf(legs);
  }

  /** What the searcher of that name said, if it found the document. */
  public Optional<Leg> findLeg(String name) {
    return legs.stream().filter(leg -> leg.name().equals(name)).findFirst();
  }

  RankedDocument withRank(int newRank) {
    return new RankedDocument(documentId, newRank, score, passage, legs);
  }
}
