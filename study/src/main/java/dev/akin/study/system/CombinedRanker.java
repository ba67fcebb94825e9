package dev.akin.study.system;

import dev.akin.eval.Hit;
import dev.akin.search.Fusion;
import dev.akin.search.Leg;
import dev.akin.search.Query;
import dev.akin.search.RankedDocument;
import dev.akin.search.Ranking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One ranking out of those of several rankers of the same corpus, which it closes. */
final class CombinedRanker implements Ranker {
  /** How the rankings of several rankers become one. */
  interface Combination {
    /** One ranking for each query. */
    List<List<Hit>> combine(List<Query> queries, List<Ranker> rankers, int depth)
        throws IOException;
  }

  private final List<Ranker> rankers;
  private final Combination combination;

  CombinedRanker(List<Ranker> rankers, Combination combination) {
    this.rankers = List.copyOf(rankers);
    this.combination = combination;
  }

  /** Each ranker's candidates, fused. */
  static Combination fused(Fusion fusion) {
    return (queries, rankers, depth) -> {
      List<List<List<Hit>>> byRanker = new ArrayList<>();
      for (Ranker ranker : rankers) {
        byRanker.add(ranker.rank(queries, Fusion.candidates(depth)));
      }
      List<List<Hit>> fused = new ArrayList<>();
      for (int i = 0; i < queries.size(); i++) {
        List<Ranking> rankings = new ArrayList<>();
        for (List<List<Hit>> hits : byRanker) {
          rankings.add(ranking(queries.get(i), hits.get(i), "leg" + rankings.size()));
        }
        fused.add(fuse(queries.get(i), fusion, rankings, depth));
      }
      return fused;
    };
  }

  private static List<Hit> fuse(Query query, Fusion fusion, List<Ranking> rankings, int depth) {
    Map<String, Double> scores = new HashMap<>();
    fusion
        .fuse(rankings, depth)
        .documents()
        .forEach(found -> scores.put(found.documentId(), found.score()));
    return EmbeddingRanker.ordered(query, scores);
  }

  private static Ranking ranking(Query query, List<Hit> hits, String leg) {
    List<RankedDocument> documents = new ArrayList<>(hits.size());
    for (Hit hit : hits) {
      List<Leg> legs = List.of(new Leg(leg, hit.rank(), hit.score(), 1));
      documents.add(new RankedDocument(hit.documentId(), hit.rank(), hit.score(), 0, legs));
    }
    return new Ranking(query, documents, List.of());
  }

  /**
   * The first documents of the first ranker in the order of the second; behind them the others as
   * they stood, so that a deep cutoff loses nothing.
   */
  static Combination reranked(int reranked) {
    return (queries, rankers, depth) -> {
      List<List<Hit>> first = rankers.getFirst().rank(queries, Math.max(depth, reranked));
      List<List<Hit>> orders = new ArrayList<>();
      for (int i = 0; i < queries.size(); i++) {
        orders.add(
            byPlace(rerank(queries.get(i), first.get(i), rankers.getLast(), reranked), depth));
      }
      return orders;
    };
  }

  private static List<Hit> rerank(Query query, List<Hit> first, Ranker second, int reranked)
      throws IOException {
    Set<String> head =
        first.stream().limit(reranked).map(Hit::documentId).collect(Collectors.toSet());
    List<Hit> ordered = new ArrayList<>(second.rankAmong(query, head));
    Set<String> kept = ordered.stream().map(Hit::documentId).collect(Collectors.toSet());
    first.stream().filter(hit -> !kept.contains(hit.documentId())).forEach(ordered::add);
    return ordered;
  }

  /** Scores that fall from 0 by one a place: those of two rankers cannot be compared. */
  private static List<Hit> byPlace(List<Hit> ordered, int depth) {
    List<Hit> hits = new ArrayList<>();
    for (Hit hit : ordered.subList(0, Math.min(depth, ordered.size()))) {
      hits.add(new Hit(hit.documentId(), hits.size() + 1, 0.0 - hits.size()));
    }
    return hits;
  }

  @Override
  public List<List<Hit>> rank(List<Query> queries, int depth) throws IOException {
    return combination.combine(queries, rankers, depth);
  }

  @Override
  public List<Hit> rankAmong(Query query, Set<String> documentIds) throws IOException {
    List<Ranker> among = rankers.stream().<Ranker>map(r -> new Among(r, documentIds)).toList();
    return combination.combine(List.of(query), among, Math.max(1, documentIds.size())).getFirst();
  }

  /** A ranker that knows these documents only. */
  private record Among(Ranker ranker, Set<String> ids) implements Ranker {
    @Override
    public List<List<Hit>> rank(List<Query> queries, int depth) throws IOException {
      List<List<Hit>> rankings = new ArrayList<>();
      for (Query query : queries) {
        List<Hit> hits = ranker.rankAmong(query, ids);
        rankings.add(hits.subList(0, Math.min(depth, hits.size())));
      }
      return rankings;
    }

    @Override
    public List<Hit> rankAmong(Query query, Set<String> documentIds) throws IOException {
      Set<String> both = new HashSet<>(documentIds);
      both.retainAll(ids);
      return ranker.rankAmong(query, both);
    }

    @Override
    public int size() {
      return ids.size();
    }

    @Override
    public long bytes() throws IOException {
      return ranker.bytes();
    }

    @Override
    public Ranker onOneThread() {
      return new Among(ranker.onOneThread(), ids);
    }

    @Override
    public void close() {}
  }

  @Override
  public Ranker onOneThread() {
    return new CombinedRanker(rankers.stream().map(Ranker::onOneThread).toList(), combination);
  }

  @Override
  public int size() {
    return rankers.getFirst().size();
  }

  @Override
  public long bytes() throws IOException {
    long bytes = 0;
    for (Ranker ranker : rankers) {
      bytes += ranker.bytes();
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    Map<Ranker, IOException> failures = new LinkedHashMap<>();
    for (Ranker ranker : rankers) {
      try {
        ranker.close();
      } catch (IOException e) {
        failures.put(ranker, e);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.values().iterator().next();
    }
  }
}
