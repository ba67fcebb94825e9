package dev.akin.study.system;

import dev.akin.vector.BitMatrix;
import dev.akin.vector.ByteMatrix;
import dev.akin.vector.Matrix;
import dev.akin.vector.Scorer;
import dev.akin.vector.Similarity;

/** Rows of a corpus in their {@link RowForm}, scored by the kernels of that form. */
sealed interface StoredRows extends AutoCloseable {
  /** Room for rows. */
  static StoredRows allocate(RowForm form, int rows, int dimension, Similarity similarity) {
    return switch (form) {
      case FLOAT32 -> new Floats(Matrix.allocate(rows, dimension), similarity);
      case INT8 -> new Bytes(ByteMatrix.allocate(rows, dimension));
      case BIT -> new Bits(BitMatrix.allocate(rows, dimension));
    };
  }

  /** Keeps one row as {@link RowForm#kept} gives it. */
  void put(int ordinal, float[] row);

  /** Bytes of all rows. */
  long bytes();

  /** A scorer for a query's row, kept as those of documents are. */
  Scorer scorer(float[] query);

  @Override
  void close();

  /** Float32. */
  record Floats(Matrix rows, Similarity similarity) implements StoredRows {
    @Override
    public void put(int ordinal, float[] row) {
      rows.setRow(ordinal, row);
    }

    @Override
    public Scorer scorer(float[] query) {
      return Scorer.of(rows, query, similarity);
    }

    @Override
    public long bytes() {
      return rows.rows() * rows.rowBytes();
    }

    @Override
    public void close() {
      rows.close();
    }
  }

  /** Int8. */
  record Bytes(ByteMatrix rows) implements StoredRows {
    @Override
    public void put(int ordinal, float[] row) {
      rows.setRow(ordinal, bytes(row));
    }

    private static byte[] bytes(float[] row) {
      byte[] bytes = new byte[row.length];
      for (int i = 0; i < row.length; i++) {
        bytes[i] = (byte) row[i];
      }
      return bytes;
    }

    @Override
    public Scorer scorer(float[] query) {
      return Scorer.of(rows, bytes(query), Similarity.COSINE);
    }

    @Override
    public long bytes() {
      return rows.rows() * rows.rowBytes();
    }

    @Override
    public void close() {
      rows.close();
    }
  }

  /** Bits; comparing them by cosine is comparing by differing bits. */
  record Bits(BitMatrix rows) implements StoredRows {
    @Override
    public void put(int ordinal, float[] row) {
      rows.setRow(ordinal, BitMatrix.signsOf(row));
    }

    @Override
    public Scorer scorer(float[] query) {
      return Scorer.of(rows, BitMatrix.signsOf(query), Similarity.HAMMING);
    }

    @Override
    public long bytes() {
      return rows.rows() * rows.rowBytes();
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
