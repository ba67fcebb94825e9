package dev.akin.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** What a system returned: a ranking for each query. Immutable; queries keep their order. */
public final class Run {
  /**
   * trec_eval's order: score descending, ties by document id descending on its UTF-8 bytes; the
   * rank is not looked at.
   */
  public static final Comparator<Hit> TREC_ORDER =
      Comparator.comparingDouble(Run::comparedScore)
          .thenComparing(Hit::documentId, Utf8Order::compare)
          .reversed();

  private static final Comparator<Hit> SCORE_ORDER =
      Comparator.comparingDouble(Run::comparedScore).reversed();

  private final String name;
  private final Ties ties;
  private final Map<String, List<Hit>> rankings;

  private Run(String name, Ties ties, Map<String, List<Hit>> rankings) {
    this.name = name;
    this.ties = ties;
    this.rankings = rankings;
  }

  /**
   * A run of rankings that are already in order.
   *
   * @param name the system's name: a run file's tag
   * @throws IllegalArgumentException if ranks do not run 1, 2, 3…, a document occurs twice or a
   *     score is not a number (names query, document and value)
   */
  public static Run of(String name, Map<String, List<Hit>> rankings) {
    return of(name, Ties.AS_GIVEN, rankings);
  }

  private static Run of(String name, Ties ties, Map<String, List<Hit>> rankings) {
    var copy = new LinkedHashMap<String, List<Hit>>();
    rankings.forEach((query, ranking) -> {
      check(query, ranking);
      copy.put(query, List.copyOf(ranking));
    });
    return new Run(name, ties, Collections.unmodifiableMap(copy));
  }

  /**
   * A run ranked from scores as trec_eval ranks: see {@link #TREC_ORDER}.
   *
   * @param scores query id to document id to score
   */
  public static Run ofScores(String name, Map<String, Map<String, Double>> scores) {
    return ofScores(name, scores, Ties.DOCUMENT_DESCENDING);
  }

  /**
   * A run ranked from scores, ties by this rule.
   *
   * @param scores query id to document id to score; the order of the inner maps is that of ties
   *     where they stand {@linkplain Ties#AS_GIVEN as given}
   */
  public static Run ofScores(String name, Map<String, Map<String, Double>> scores, Ties ties) {
    var order = ties == Ties.AS_GIVEN ? SCORE_ORDER : TREC_ORDER;
    var rankings = new LinkedHashMap<String, List<Hit>>();
    scores.forEach((query, scored) -> rankings.put(query, rank(scored, order)));
    return of(name, ties, rankings);
  }

  private static List<Hit> rank(Map<String, Double> scored, Comparator<Hit> order) {
    var hits = new ArrayList<Hit>(scored.size());
    scored.forEach((document, score) -> hits.add(new Hit(document, 1, score)));
    hits.sort(order);
    for (int i = 0; i < hits.size(); i++) {
      hits.set(i, new Hit(hits.get(i).documentId(), i + 1, hits.get(i).score()));
    }
    return hits;
  }

  /** −0 and 0 are equal scores, as in C. */
  private static double comparedScore(Hit hit) {
    return hit.score() + 0.0;
  }

  private static void check(String query, List<Hit> ranking) {
    var seen = new HashSet<String>();
    for (int i = 0; i < ranking.size(); i++) {
      Hit hit = ranking.get(i);
      if (hit.rank() != i + 1) {
        throw new IllegalArgumentException(
            "query %s: document %s stands at place %d with rank %d"
                .formatted(query, hit.documentId(), i + 1, hit.rank()));
      }
      if (Double.isNaN(hit.score())) {
        throw new IllegalArgumentException(
            "query %s: document %s has the score NaN".formatted(query, hit.documentId()));
      }
      if (!seen.add(hit.documentId())) {
        throw new IllegalArgumentException(
            "query %s: document %s is ranked twice".formatted(query, hit.documentId()));
      }
    }
  }

  /**
   * The same run with some documents only, in their order, their ranks closed up; a query of which
   * none is left has an empty ranking.
   *
   * @param kept takes query id and document id
   */
  public Run filtered(BiPredicate<String, String> kept) {
    var filtered = new LinkedHashMap<String, List<Hit>>();
    rankings.forEach((query, ranking) -> {
      var hits = new ArrayList<Hit>();
      for (Hit hit : ranking) {
        if (kept.test(query, hit.documentId())) {
          hits.add(new Hit(hit.documentId(), hits.size() + 1, hit.score()));
        }
      }
      filtered.put(query, hits);
    });
    return of(name, ties, filtered);
  }

  /** The system's name. */
  public String name() {
    return name;
  }

  /** In which order documents of equal score stand. */
  public Ties ties() {
    return ties;
  }

  /** The queries that were run, in order. */
  public Set<String> queryIds() {
    return rankings.keySet();
  }

  /** Best first; empty for a query that was not run. */
  public List<Hit> ranking(String queryId) {
    return rankings.getOrDefault(queryId, List.of());
  }

  @Override
  public String toString() {
    return "Run[%s, %d queries]".formatted(name, rankings.size());
  }
}
