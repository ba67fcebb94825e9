package dev.akin.vector;

import java.util.SplittableRandom;

/** Rows to test with. */
public final class RandomRows {
  /** Sizes around lanes of 4, 8, 16, 32 and 64 cells, and around blocks of two vectors. */
  static final int[] DIMENSIONS = {
    1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 47, 48, 49, 63, 64, 65, 127, 128, 129, 383, 384,
    385, 1000
  };

  private RandomRows() {}

  /** Cells around zero with deviation 1. */
  public static float[] floats(SplittableRandom random, int dimension) {
    float[] row = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      row[i] = (float) random.nextGaussian();
    }
    return row;
  }

  /** A matrix of such rows. */
  public static Matrix matrix(SplittableRandom random, int rows, int dimension) {
    Matrix matrix = Matrix.allocate(rows, dimension);
    for (int i = 0; i < rows; i++) {
      matrix.setRow(i, floats(random, dimension));
    }
    return matrix;
  }

  static byte[] bytes(SplittableRandom random, int dimension) {
    byte[] row = new byte[dimension];
    random.nextBytes(row);
    return row;
  }

  static byte[] bits(SplittableRandom random, int dimension) {
    return BitMatrix.signsOf(floats(random, dimension));
  }
}
