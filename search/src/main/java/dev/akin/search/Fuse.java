package dev.akin.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The arithmetic of a {@link Fusion}, over the rankings of one query. */
final class Fuse {
  private final Fusion fusion;
  private final List<Ranking> rankings;

  Fuse(Fusion fusion, List<Ranking> rankings) {
    fusion.checkLegs(rankings.size());
    this.fusion = fusion;
    this.rankings = rankings;
  }

  Ranking best(int k) {
    Map<String, List<Part>> parts = new HashMap<>();
    for (int leg = 0; leg < rankings.size(); leg++) {
      List<RankedDocument> documents = rankings.get(leg).documents();
      for (RankedDocument document : documents) {
        Part part = new Part(document, contribution(leg, document, documents));
        parts.computeIfAbsent(document.documentId(), _ -> new ArrayList<>()).add(part);
      }
    }
    List<RankedDocument> ordered =
        parts.values().stream()
            .map(Fuse::combined)
            .sorted(
                Comparator.comparingDouble((RankedDocument document) -> -document.score())
                    .thenComparing(RankedDocument::documentId))
            .limit(k)
            .toList();
    List<RankedDocument> ranked = new ArrayList<>(ordered.size());
    for (RankedDocument document : ordered) {
      ranked.add(document.withRank(ranked.size() + 1));
    }
    List<Stage> stages = rankings.stream().flatMap(ranking -> ranking.stages().stream()).toList();
    return new Ranking(rankings.getFirst().query(), ranked, stages);
  }

  private double contribution(int leg, RankedDocument document, List<RankedDocument> list) {
    return switch (fusion) {
      case Fusion.ReciprocalRank(double k, _) -> weight(leg) / (k + document.rank());
      case Fusion.WeightedScores _ -> {
        double max = list.getFirst().score();
        double min = list.getLast().score();
        yield weight(leg)
            / totalWeight()
            * (max > min ? (document.score() - min) / (max - min) : 1);
      }
    };
  }

  private double weight(int leg) {
    return fusion.weights().isEmpty() ? 1 : fusion.weights().get(leg);
  }

  private double totalWeight() {
    return fusion.weights().isEmpty()
        ? rankings.size()
        : fusion.weights().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** One document of its parts; its passage is that of the leg that adds most. */
  private static RankedDocument combined(List<Part> parts) {
    double total = parts.stream().mapToDouble(Part::contribution).sum();
    List<Leg> legs = new ArrayList<>(parts.size());
    Part most = parts.getFirst();
    for (Part part : parts) {
      double share = total > 0 ? part.contribution / total : 0;
      for (Leg leg : part.document.legs()) {
        legs.add(new Leg(leg.name(), leg.rank(), leg.score(), share * leg.share()));
      }
      most = part.contribution > most.contribution ? part : most;
    }
    return new RankedDocument(most.document.documentId(), 1, total, most.document.passage(), legs);
  }

  private record Part(RankedDocument document, double contribution) {}
}
