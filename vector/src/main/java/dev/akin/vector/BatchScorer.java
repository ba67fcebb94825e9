package dev.akin.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Many queries against blocks of the same float32 rows, each row read once for four of them; equal
 * to a {@link Scorer} of each query bit for bit. Borrows the rows; holds scratch memory: for one
 * thread.
 */
public final class BatchScorer {
  /** Takes the scores of one query: the first {@code count} that were asked for; borrowed. */
  @FunctionalInterface
  public interface Sink {
    /** Called once for each query, in their order. */
    void accept(int query, float[] scores);
  }

  private final List<FloatScorer> scorers;
  private final List<FloatScorerFour> fours = new ArrayList<>();
  private final float[][] scores;
  private final int rows;

  BatchScorer(List<FloatScorer> scorers, int rows, int block) {
    this.scorers = scorers;
    this.rows = rows;
    this.scores = new float[4][block];
    for (int i = 0; i + 4 <= scorers.size(); i += 4) {
      fours.add(new FloatScorerFour(scorers.subList(i, i + 4)));
    }
  }

  /**
   * A scorer of these queries.
   *
   * @param queries each as long as the rows, finite; copied
   * @param block rows that are asked for at once, at most
   * @throws IllegalArgumentException if a query is not as long as the rows, or not finite
   */
  public static BatchScorer of(Matrix rows, float[][] queries, Similarity similarity, int block) {
    List<FloatScorer> scorers = new ArrayList<>();
    for (float[] query : queries) {
      scorers.add(new FloatScorer(rows, query, similarity));
    }
    return new BatchScorer(scorers, rows.rows(), block);
  }

  /** Scores of {@code count} rows one behind the other from {@code first}, query by query. */
  public void scoreRange(int first, int count, Sink sink) {
    Objects.checkFromIndexSize(first, count, rows);
    int query = 0;
    for (FloatScorerFour four : fours) {
      four.scoreRange(first, count, scores);
      for (int i = 0; i < 4; i++) {
        sink.accept(query++, scores[i]);
      }
    }
    for (; query < scorers.size(); query++) {
      scorers.get(query).scoreRange(first, count, scores[0]);
      sink.accept(query, scores[0]);
    }
  }
}
