package dev.akin.eval;

/**
 * Where the first relevant document can stand: in the first block that has one.
 *
 * @param start the place (from 0) where that block begins
 * @param tied how many documents it has
 * @param hits how many of them are relevant
 * @param places at how many of its places, the first ones, the first relevant document can stand
 *     within the cutoff; 0 if none can
 */
record FirstHit(int start, int tied, int hits, int places) {
  static FirstHit find(JudgedRanking ranking, Scope scope) {
    int depth = Math.min(scope.k(), ranking.size());
    for (int start = 0; start < depth; start = ranking.end(start)) {
      int tied = ranking.end(start) - start;
      int hits = ranking.relevant(start, start + tied, scope.rel());
      if (hits > 0) {
        return new FirstHit(start, tied, hits, Math.min(tied - hits + 1, depth - start));
      }
    }
    return new FirstHit(depth, 0, 0, 0);
  }

  /** The probability that a place of the block is relevant when those before it are not. */
  double chanceAt(int place) {
    return (double) hits / (tied - place);
  }
}
