package dev.akin.search.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Asks for more passages until they make k documents and nothing beyond them ties with the last:
 * the ranking then does not depend on the order in which passages lie in the index.
 */
final class Deepening {
  /** The best passages, best first; fewer than asked for only if there are no more. */
  @FunctionalInterface
  interface Source {
    List<PassageHit> top(int count) throws IOException;
  }

  private final Documents documents;
  private final int most;

  /**
   * @param most how many passages there are
   */
  Deepening(Documents documents, int most) {
    this.documents = documents;
    this.most = Math.max(1, most);
  }

  /**
   * Enough passages for k documents.
   *
   * @param first how many passages to ask for at first
   */
  Outcome reach(int k, long first, Source source) throws IOException {
    int count = (int) Math.min(most, first);
    while (true) {
      List<PassageHit> hits = source.top(count);
      Collection<PassageHit> best = documents.best(hits);
      boolean isAll = hits.size() < count || count == most;
      if (isAll || (best.size() >= k && hits.getLast().score() < kth(best, k))) {
        return new Outcome(hits, best, isAll);
      }
      count = (int) Math.min(most, 2L * count);
    }
  }

  private static float kth(Collection<PassageHit> best, int k) {
    float[] scores = new float[best.size()];
    int i = 0;
    for (PassageHit hit : best) {
      scores[i++] = hit.score();
    }
    Arrays.sort(scores);
    return scores[scores.length - k];
  }

  /**
   * What was found.
   *
   * @param hits every passage
   * @param best the best of each document
   * @param isAll whether the source had no more
   */
  record Outcome(List<PassageHit> hits, Collection<PassageHit> best, boolean isAll) {}
}
