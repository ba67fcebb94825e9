package dev.akin.vector;

import java.util.ArrayList;
import java.util.List;

/** One thread's part of a scan: scores blocks of rows, keeps the best for each query. */
abstract sealed class BlockWorker {
  private final List<TopK> best = new ArrayList<>();

  private BlockWorker(int queries, int k) {
    for (int i = 0; i < queries; i++) {
      best.add(TopK.of(k));
    }
  }

  static BlockWorker single(Scorer scorer, int k, int block) {
    return new Single(scorer, k, block);
  }

  static BlockWorker batch(List<FloatScorer> scorers, int rows, int k, int block) {
    return new Batch(scorers, rows, k, block);
  }

  abstract void scan(int first, int count);

  final TopK best(int query) {
    return best.get(query);
  }

  final void addAll(BlockWorker other) {
    for (int i = 0; i < best.size(); i++) {
      best.get(i).addAll(other.best.get(i));
    }
  }

  final List<List<Match>> ranked() {
    return best.stream().map(TopK::ranked).toList();
  }

  private static final class Single extends BlockWorker {
    private final Scorer scorer;
    private final float[] scores;

    private Single(Scorer scorer, int k, int block) {
      super(1, k);
      this.scorer = scorer;
      this.scores = new float[block];
    }

    @Override
    void scan(int first, int count) {
      scorer.scoreRange(first, count, scores);
      best(0).offerRange(first, count, scores);
    }
  }

  private static final class Batch extends BlockWorker {
    private final BatchScorer scorer;

    private Batch(List<FloatScorer> scorers, int rows, int k, int block) {
      super(scorers.size(), k);
      this.scorer = new BatchScorer(scorers, rows, block);
    }

    @Override
    void scan(int first, int count) {
      scorer.scoreRange(
          first, count, (query, scores) -> best(query).offerRange(first, count, scores));
    }
  }
}
