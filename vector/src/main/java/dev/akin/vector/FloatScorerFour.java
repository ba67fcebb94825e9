package dev.akin.vector;

import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Four queries against the same float32 rows, each row read once; equal to the four scorers bit for
 * bit. Holds scratch memory: for one thread.
 */
final class FloatScorerFour {
  private final List<FloatScorer> scorers;
  private final float[][] queries;
  private final MemorySegment cells;
  private final Similarity similarity;
  private final long rowBytes;
  private final float[] dots = new float[4];

  /** Four scorers of the same rows and similarity. */
  FloatScorerFour(List<FloatScorer> scorers) {
    FloatScorer first = scorers.getFirst();
    this.scorers = List.copyOf(scorers);
    this.queries = scorers.stream().map(FloatScorer::query).toArray(float[][]::new);
    this.cells = first.cells();
    this.similarity = first.similarity();
    this.rowBytes = (long) first.query().length * Float.BYTES;
  }

  /** Scores of {@code count} rows from {@code first}: those of query i go to {@code out[i]}. */
  void scoreRange(int first, int count, float[][] out) {
    switch (similarity) {
      case COSINE, DOT -> products(first, count, out);
      case EUCLIDEAN, HAMMING -> {
        for (int i = 0; i < 4; i++) {
          scorers.get(i).scoreRange(first, count, out[i]);
        }
      }
    }
  }

  private void products(int first, int count, float[][] out) {
    for (int r = 0; r < count; r++) {
      long row = (first + r) * rowBytes;
      Kernels.FLOATS.dotFour(queries, cells, row, dots);
      float square =
          similarity == Similarity.COSINE
              ? Kernels.FLOATS.square(queries[0].length, cells, row)
              : 0;
      for (int i = 0; i < 4; i++) {
        FloatScorer scorer = scorers.get(i);
        out[i][r] =
            similarity == Similarity.COSINE
                ? scorer.cosine(dots[i], square, row)
                : scorer.dot(dots[i], row);
      }
    }
  }
}
