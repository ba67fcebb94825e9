package dev.akin.search.index;

import dev.akin.encoder.Identity;
import dev.akin.vector.Similarity;
import java.util.Optional;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.VectorUtil;

/**
 * The form in which rows of one similarity are stored, so that comparing them is one dot product or
 * one distance.
 *
 * <p>COSINE: brought to length 1. HAMMING: each cell's sign, over √dimension. DOT and EUCLIDEAN: as
 * they are.
 */
record VectorSpace(Similarity similarity) {
  /**
   * Refuses an encoder whose rows Lucene's graphs cannot hold.
   *
   * @throws IndexRefusedException if there are too many cells; before anything is encoded
   */
  static void requireStorable(Identity encoder) {
    int most = KnnVectorsFormat.DEFAULT_MAX_DIMENSIONS;
    if (encoder.dimension() > most) {
      throw new IndexRefusedException(
          "%s has rows of %d cells, and an index stores at most %d; take a model with fewer"
              .formatted(encoder.name(), encoder.dimension(), most));
    }
  }

  VectorSimilarityFunction function() {
    return switch (similarity) {
      case COSINE, HAMMING -> VectorSimilarityFunction.DOT_PRODUCT;
      case DOT -> VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT;
      case EUCLIDEAN -> VectorSimilarityFunction.EUCLIDEAN;
    };
  }

  /**
   * The stored form; empty for a row without direction (all zeros under COSINE), which is like
   * nothing and is not stored.
   *
   * @throws IllegalArgumentException if a cell is not a finite number
   */
  Optional<float[]> stored(float[] row) {
    double squares = 0;
    for (int i = 0; i < row.length; i++) {
      if (!Float.isFinite(row[i])) {
        throw new IllegalArgumentException("cell %d of the row is %s".formatted(i, row[i]));
      }
      squares += (double) row[i] * row[i];
    }
    return switch (similarity) {
      case COSINE ->
          squares == 0 ? Optional.empty() : Optional.of(scaled(row, 1 / Math.sqrt(squares)));
      case HAMMING -> Optional.of(signs(row));
      case DOT, EUCLIDEAN -> Optional.of(row);
    };
  }

  private static float[] scaled(float[] row, double factor) {
    float[] unit = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      unit[i] = (float) (row[i] * factor);
    }
    return unit;
  }

  private static float[] signs(float[] row) {
    float[] signs = new float[row.length];
    float cell = (float) (1 / Math.sqrt(row.length));
    for (int i = 0; i < row.length; i++) {
      signs[i] = row[i] > 0 ? cell : -cell;
    }
    return signs;
  }

  /** The similarity of two stored rows. */
  float score(float[] a, float[] b) {
    return switch (similarity) {
      case COSINE, HAMMING, DOT -> VectorUtil.dotProduct(a, b);
      case EUCLIDEAN -> -(float) Math.sqrt(VectorUtil.squareDistance(a, b));
    };
  }
}
