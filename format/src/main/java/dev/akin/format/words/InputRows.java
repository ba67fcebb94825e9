package dev.akin.format.words;

import dev.akin.vector.Matrix;
import java.lang.foreign.MemorySegment;
import java.security.MessageDigest;

/** The rows of a fastText matrix: words first, then n-gram buckets. Safe for many threads. */
sealed interface InputRows extends AutoCloseable permits InputRows.Dense, QuantizedRows {
  int rows();

  int dimension();

  /** Adds a row to a sum, cell by cell in float32 as fastText does. */
  void addTo(float[] sum, int row);

  /** Adds everything that decides the rows. */
  void addTo(MessageDigest digest);

  @Override
  void close();

  /** Plain float32 rows. */
  record Dense(Matrix matrix) implements InputRows {
    @Override
    public int rows() {
      return matrix.rows();
    }

    @Override
    public int dimension() {
      return matrix.dimension();
    }

    @Override
    public void addTo(float[] sum, int row) {
      MemorySegment cells = matrix.row(row);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += cells.getAtIndex(Matrix.CELL, i);
      }
    }

    @Override
    public void addTo(MessageDigest digest) {
      Digests.add(digest, matrix);
    }

    @Override
    public void close() {
      matrix.close();
    }
  }
}
