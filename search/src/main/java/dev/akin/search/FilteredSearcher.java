package dev.akin.search;

import dev.akin.search.filter.Filter;
import java.util.List;

/** Puts one more condition on every query before it is asked, so that k are found when k exist. */
record FilteredSearcher(Searcher searcher, Filter filter) implements Searcher {
  @Override
  public String name() {
    return searcher.name();
  }

  @Override
  public Ranking search(Query query, int k) {
    return searcher.search(query.filteredBy(filter), k);
  }

  @Override
  public List<Ranking> run(List<Query> queries, int k) {
    return searcher.run(queries.stream().map(query -> query.filteredBy(filter)).toList(), k);
  }
}
