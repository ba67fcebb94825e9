package dev.akin.study.system;

import dev.akin.eval.Hit;
import dev.akin.search.Query;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** A corpus ready to be ranked by one system. Holds memory or files until closed. */
public interface Ranker extends AutoCloseable {
  /**
   * The first documents for each query, best first, ranks from 1; ties in the order of trec_eval.
   *
   * @param depth how many documents a query, fewer where there are not more
   */
  List<List<Hit>> rank(List<Query> queries, int depth) throws IOException;

  /**
   * The order of given documents for one query.
   *
   * @param documentIds which; ids that the corpus lacks are left out
   */
  List<Hit> rankAmong(Query query, Set<String> documentIds) throws IOException;

  /** How many documents there are. */
  int size();

  /** What is read for a search, in bytes: rows, or an index on disk. */
  long bytes() throws IOException;

  /**
   * The same on the calling thread alone, to measure what a search costs. Borrowed: closing it does
   * nothing, and it ends with this ranker.
   */
  Ranker onOneThread();

  @Override
  void close() throws IOException;
}
