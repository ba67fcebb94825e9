package dev.akin.search.index;

import dev.akin.search.Query;
import dev.akin.search.RankedDocument;
import dev.akin.search.Stage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Why a document is where it is for a query.
 *
 * @param query what was asked
 * @param documentId the document in question
 * @param verdict where it is, or the stage that lost it
 * @param legs how each searcher sees it, whether or not it was lost
 * @param stages how each searcher looked; without the filter, if that keeps the document out
 * @param truncation what the encoder did not read of it, if anything
 * @param result the document itself, with the passage that fits best; empty if it is not indexed
 */
public record Explanation(
    Query query,
    String documentId,
    Verdict verdict,
    List<LegView> legs,
    List<Stage> stages,
    Optional<Truncation> truncation,
    Optional<Result> result) {
  public Explanation {
    legs = List.copyOf(legs);
    stages = List.copyOf(stages);
  }

  /** Where a document is, or the stage that lost it. */
  public sealed interface Verdict {
    /** It is among the results. */
    record Found(RankedDocument document) implements Verdict {}

    /** The index has no such document. */
    record NotIndexed() implements Verdict {}

    /**
     * The filter keeps it out.
     *
     * @param conditions those it does not meet, as they are written
     */
    record Filtered(List<String> conditions) implements Verdict {
      public Filtered {
        conditions = List.copyOf(conditions);
      }
    }

    /** Every word it shares with the query stands where the encoder no longer read. */
    record TruncatedAway(Truncation truncation) implements Verdict {}

    /**
     * No searcher had it among its candidates; the legs tell where it would be.
     *
     * @param candidates how many each searcher was asked for
     */
    record BelowCandidates(int candidates) implements Verdict {}

    /**
     * It was a candidate, but others scored higher.
     *
     * @param document its place and score
     * @param needed the score of the last result
     */
    record Outranked(RankedDocument document, double needed) implements Verdict {}
  }

  /**
   * How one searcher sees the document.
   *
   * @param name {@code bm25} or {@code dense}
   * @param rank its true rank among all documents the filter lets through (without the filter, if
   *     that keeps it out); empty if the searcher has no score for it
   * @param score its raw score there
   * @param candidateRank its rank among the candidates this searcher gave; empty if it was none.
   *     Where a graph search misses a document that has a good true rank, this is empty
   * @param words what each word of the query adds, most first; empty for the dense leg
   */
  public record LegView(
      String name,
      OptionalInt rank,
      OptionalDouble score,
      OptionalInt candidateRank,
      List<WordWeight> words) {
    public LegView {
      words = List.copyOf(words);
    }
  }

  /** A word of the query as the index keeps it, and what it adds to the BM25 score. */
  public record WordWeight(String word, double weight) {}

  /**
   * What the encoder did not read of a document.
   *
   * @param lostTokens how many tokens, over all passages
   * @param readWords words of the query that stand in what was read
   * @param lostWords words of the query that stand only in what was not read
   */
  public record Truncation(int lostTokens, List<String> readWords, List<String> lostWords) {
    public Truncation {
      readWords = List.copyOf(readWords);
      lostWords = List.copyOf(lostWords);
    }
  }
}
