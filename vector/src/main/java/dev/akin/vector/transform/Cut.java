package dev.akin.vector.transform;

import java.util.Arrays;

/** The first cells of a row. */
record Cut(int inputDimension, int outputDimension) implements Transform {
  Cut {
    if (outputDimension < 1 || outputDimension > inputDimension) {
      throw new IllegalArgumentException(
          "cannot cut rows of %d cells to %d".formatted(inputDimension, outputDimension));
    }
  }

  @Override
  public float[] apply(float[] row) {
    Require.length(this, row.length);
    return Arrays.copyOf(row, outputDimension);
  }

  @Override
  public String toString() {
    return "cut %d to %d".formatted(inputDimension, outputDimension);
  }
}
