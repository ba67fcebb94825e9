package dev.akin.encoder.head;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * What happens to a row after pooling. Immutable and safe for many threads.
 *
 * <p>{@link #apply} may overwrite the row it is given and return it, or return a new one.
 */
public sealed interface RowLayer permits RowLayer.Normalize, RowLayer.Cut, Dense, LayerNorm {
  /** x / max(‖x‖₂, 1e-12), the norm summed in double. */
  record Normalize() implements RowLayer {
    private static final double LEAST_NORM = 1e-12;

    @Override
    public int outputDimension(int inputDimension) {
      return inputDimension;
    }

    @Override
    public float[] apply(float[] row) {
      double squares = 0;
      for (float x : row) {
        squares += (double) x * x;
      }
      float scale = (float) (1 / Math.max(Math.sqrt(squares), LEAST_NORM));
      for (int i = 0; i < row.length; i++) {
        row[i] *= scale;
      }
      return row;
    }
  }

  /** The first cells only (Kusupati et al. 2022, Matryoshka representations). */
  record Cut(int dimension) implements RowLayer {
    public Cut {
      if (dimension < 1) {
        throw new IllegalArgumentException("rows cannot be cut to %d cells".formatted(dimension));
      }
    }

    @Override
    public int outputDimension(int inputDimension) {
      if (dimension > inputDimension) {
        throw new IllegalArgumentException(
            "rows of %d cells cannot be cut to %d".formatted(inputDimension, dimension));
      }
      return dimension;
    }

    @Override
    public float[] apply(float[] row) {
      return row.length == dimension ? row : Arrays.copyOf(row, dimension);
    }
  }

  /**
   * Length of a row after this layer.
   *
   * @throws IllegalArgumentException if this layer was made for rows of another length
   */
  int outputDimension(int inputDimension);

  /** The row after this layer. */
  float[] apply(float[] row);

  /** Adds all that changes rows, weights included: for the encoder's identity. */
  default void addTo(MessageDigest digest) {
    Digests.add(digest, toString());
  }
}
