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

  static BlockWorker batch(List<FloatScorer> scorers, int k, int block) {
    return new Batch(scorers, k, block);
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
    private final List<FloatScorer> scorers;
    private final List<FloatScorerFour> fours = new ArrayList<>();
    private final float[][] scores;

    private Batch(List<FloatScorer> scorers, int k, int block) {
      super(scorers.size(), k);
      this.scorers = scorers;
      this.scores = new float[4][block];
      for (int i = 0; i + 4 <= scorers.size(); i += 4) {
        fours.add(new FloatScorerFour(scorers.subList(i, i + 4)));
      }
    }

    @Override
    void scan(int first, int count) {
      int query = 0;
      for (FloatScorerFour four : fours) {
        four.scoreRange(first, count, scores);
        for (int i = 0; i < 4; i++) {
          best(query++).offerRange(first, count, scores[i]);
        }
      }
      for (; query < scorers.size(); query++) {
        scorers.get(query).scoreRange(first, count, scores[0]);
        best(query).offerRange(first, count, scores[0]);
      }
    }
  }
}
