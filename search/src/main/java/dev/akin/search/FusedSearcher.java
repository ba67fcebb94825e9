package dev.akin.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Asks every leg for as many candidates and makes one ranking of theirs. */
record FusedSearcher(List<Searcher> legs, Fusion fusion) implements Searcher {
  FusedSearcher {
    fusion.checkLegs(legs.size());
    legs = List.copyOf(legs);
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
    Searcher.checkK(k);
    int candidates = Fusion.candidates(k);
    List<List<Ranking>> byLeg = legs.stream().map(leg -> leg.run(queries, candidates)).toList();
    List<Ranking> fused = new ArrayList<>(queries.size());
    for (int i = 0; i < queries.size(); i++) {
      int query = i;
      fused.add(fusion.fuse(byLeg.stream().map(rankings -> rankings.get(query)).toList(), k));
    }
    return fused;
  }
}
