package dev.akin.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks every leg for as many candidates and makes one ranking of theirs. */
final class FusedSearcher implements Searcher {
  /**
   * Candidates of each leg: deep enough that a document first in one leg and 90th in the other gets
   * both parts, and cheap.
   */
  static final int DEPTH = 100;

  private final List<Searcher> legs;
  private final Fusion fusion;
  private final int depth;

  FusedSearcher(List<Searcher> legs, Fusion fusion, int depth) {
    if (!fusion.weights().isEmpty() && fusion.weights().size() != legs.size()) {
      throw new IllegalArgumentException(
          "%d fusion weights for %d searchers".formatted(fusion.weights().size(), legs.size()));
    }
    this.legs = List.copyOf(legs);
    this.fusion = fusion;
    this.depth = depth;
  }

  @Override
  public String name() {
    return legs.stream().map(Searcher::name).collect(Collectors.joining("+"));
  }

  @Override
  public Ranking search(Query query, int k) {
    return run(List.of(query), k).getFirst();
  }

  @Override
  public List<Ranking> run(List<Query> queries, int k) {
    int candidates = Math.max(k, depth);
    List<List<Ranking>> byLeg = legs.stream().map(leg -> leg.run(queries, candidates)).toList();
    List<Ranking> fused = new ArrayList<>(queries.size());
    for (int q = 0; q < queries.size(); q++) {
      int query = q;
      fused.add(fuse(byLeg.stream().map(rankings -> rankings.get(query)).toList(), k));
    }
    return fused;
  }

  private Ranking fuse(List<Ranking> rankings, int k) {
    Map<String, List<Part>> parts = new HashMap<>();
    for (int i = 0; i < rankings.size(); i++) {
      List<RankedDocument> documents = rankings.get(i).documents();
      for (RankedDocument document : documents) {
        Part part = new Part(document, contribution(i, document, documents));
        parts.computeIfAbsent(document.documentId(), _ -> new ArrayList<>()).add(part);
      }
    }
    List<RankedDocument> ordered =
        parts.values().stream()
            .map(this::combine)
            .sorted(
                Comparator.comparingDouble((RankedDocument document) -> -document.score())
                    .thenComparing(RankedDocument::documentId))
            .limit(k)
            .toList();
    List<RankedDocument> documents = new ArrayList<>(ordered.size());
    for (RankedDocument d : ordered) {
      documents.add(
          new RankedDocument(
              d.documentId(), documents.size() + 1, d.score(), d.passage(), d.legs()));
    }
    List<Stage> stages = rankings.stream().flatMap(r -> r.stages().stream()).toList();
    return new Ranking(rankings.getFirst().query(), documents, stages);
  }

  private double contribution(int leg, RankedDocument document, List<RankedDocument> list) {
    double weight = fusion.weights().isEmpty() ? 1 : fusion.weights().get(leg);
    return switch (fusion) {
      case Fusion.ReciprocalRank rrf -> weight / (rrf.k() + document.rank());
      case Fusion.WeightedScores _ -> {
        double max = list.getFirst().score();
        double min = list.getLast().score();
        double all =
            fusion.weights().isEmpty()
                ? legs.size()
                : fusion.weights().stream().mapToDouble(Double::doubleValue).sum();
        yield weight / all * (max > min ? (document.score() - min) / (max - min) : 1);
      }
    };
  }

  private RankedDocument combine(List<Part> parts) {
    double total = parts.stream().mapToDouble(Part::contribution).sum();
    List<Leg> found = new ArrayList<>(parts.size());
    Part best = parts.getFirst();
    for (Part part : parts) {
      double share = total > 0 ? part.contribution / total : 0;
      for (Leg leg : part.document.legs()) {
        found.add(new Leg(leg.name(), leg.rank(), leg.score(), share * leg.share()));
      }
      best = part.contribution > best.contribution ? part : best;
    }
    return new RankedDocument(best.document.documentId(), 1, total, best.document.passage(), found);
  }

  private record Part(RankedDocument document, double contribution) {}
}
