package dev.akin.study.system;

import dev.akin.eval.Hit;
import dev.akin.search.Query;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Another one's ranker.
 *
 * @param onClose instead of closing it
 */
record BorrowedRanker(Ranker ranker, Runnable onClose) implements Ranker {
  BorrowedRanker(Ranker ranker) {
    this(ranker, () -> {});
  }

  @Override
  public List<List<Hit>> rank(List<Query> queries, int depth) throws IOException {
    return ranker.rank(queries, depth);
  }

  @Override
  public List<Hit> rankAmong(Query query, Set<String> documentIds) throws IOException {
    return ranker.rankAmong(query, documentIds);
  }

  @Override
  public int size() {
    return ranker.size();
  }

  @Override
  public long bytes() throws IOException {
    return ranker.bytes();
  }

  @Override
  public Ranker onOneThread() {
    return ranker.onOneThread();
  }

  @Override
  public void close() {
    onClose.run();
  }
}
