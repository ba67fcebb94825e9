package dev.akin.study.system;

import dev.akin.vector.Similarity;

/** In what numbers rows are kept; a row in a smaller form is compared as what is left of it. */
public enum RowForm {
  /** 4 bytes a cell. */
  FLOAT32("float32"),

  /**
   * 1 byte a cell: each row over its own largest value times 127, rounded. The scale of a row does
   * not change a cosine, so none is kept.
   */
  INT8("int8"),

  /** 1 bit a cell: whether it is above zero. */
  BIT("bit");

  private static final float MOST = 127;

  private final String text;

  RowForm(String text) {
    this.text = text;
  }

  /** As it stands in a {@link SystemSpec}. */
  public String text() {
    return text;
  }

  /** Bytes of a row. */
  public long bytes(int dimension) {
    return switch (this) {
      case FLOAT32 -> (long) dimension * Float.BYTES;
      case INT8 -> dimension;
      case BIT -> (dimension + 7) / 8;
    };
  }

  /** How rows of an encoder are compared in this form. */
  Similarity similarity(Similarity usual) {
    return this == FLOAT32 ? usual : Similarity.COSINE;
  }

  /** What is left of a row: whole numbers in [−127, 127], or ±1. */
  float[] kept(float[] row) {
    return switch (this) {
      case FLOAT32 -> row;
      case INT8 -> rounded(row);
      case BIT -> signs(row);
    };
  }

  private static float[] rounded(float[] row) {
    float largest = 0;
    for (float cell : row) {
      largest = Math.max(largest, Math.abs(cell));
    }
    float[] kept = new float[row.length];
    for (int i = 0; i < row.length && largest > 0; i++) {
      kept[i] = Math.round(row[i] / largest * MOST);
    }
    return kept;
  }

  private static float[] signs(float[] row) {
    float[] kept = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      kept[i] = row[i] > 0 ? 1 : -1;
    }
    return kept;
  }
}
