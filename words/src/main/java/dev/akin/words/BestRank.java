package dev.akin.words;

import dev.akin.vector.Scorer;

/** Where the best of some rows stands among all, without ranking them. */
final class BestRank {
  private static final int BLOCK = 1024;

  private BestRank() {}

  /** 1 + how many rows score higher than the best wanted one, or as high and stand before it. */
  static int of(Scorer scorer, int... wanted) {
    if (wanted.length == 0) {
      throw new IllegalArgumentException("a rank of no row; at least 1 is needed");
    }
    int best = wanted[0];
    float bestScore = scorer.score(best);
    for (int ordinal : wanted) {
      float score = scorer.score(ordinal);
      if (score > bestScore || (score == bestScore && ordinal < best)) {
        best = ordinal;
        bestScore = score;
      }
    }
    float[] scores = new float[BLOCK];
    int rank = 1;
    for (int first = 0; first < scorer.size(); first += BLOCK) {
      int count = Math.min(BLOCK, scorer.size() - first);
      scorer.scoreRange(first, count, scores);
      for (int i = 0; i < count; i++) {
        if (Float.isNaN(scores[i])) {
          throw new IllegalArgumentException("row %d scores %s".formatted(first + i, scores[i]));
        }
        boolean isBefore = scores[i] > bestScore || (scores[i] == bestScore && first + i < best);
        rank += isBefore ? 1 : 0;
      }
    }
    return rank;
  }
}
