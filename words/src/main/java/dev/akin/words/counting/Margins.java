package dev.akin.words.counting;

/** Sums of rows, of columns and of blocks of columns. */
final class Margins {
  private final double[] ofRows;
  private final double[] ofColumns;
  private final double[] ofBlocks;

  private Margins(double[] ofRows, double[] ofColumns, double[] ofBlocks) {
    this.ofRows = ofRows;
    this.ofColumns = ofColumns;
    this.ofBlocks = ofBlocks;
  }

  /** One pass over all cells. Sums of rows are kept apart by block. */
  static Margins of(Cooccurrences counts) {
    int words = counts.rows();
    double[] rows = new double[words * counts.blocks()];
    double[] columns = new double[counts.columns()];
    double[] blocks = new double[counts.blocks()];
    counts.forEach((row, column, count) -> {
      int block = column / words;
      rows[block * words + row] += count;
      columns[column] += count;
      blocks[block] += count;
    });
    return new Margins(rows, columns, blocks);
  }

  /** Of a row in a block. */
  double row(int block, int row) {
    return ofRows[block * (ofRows.length / ofBlocks.length) + row];
  }

  double column(int column) {
    return ofColumns[column];
  }

  double block(int block) {
    return ofBlocks[block];
  }
}
