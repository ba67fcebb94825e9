package dev.akin.format.words;

import dev.akin.vector.Matrix;
import java.lang.foreign.MemorySegment;

/**
 * Rows that come one by one, of which it is known or not how many there will be.
 *
 * <p>Memory doubles as rows come and never passes the number expected, so a file that lies about
 * its size takes no more than a multiple of what it holds. For one thread.
 */
final class RowCollector implements AutoCloseable {
  private static final long FIRST_BYTES = 1 << 20;

  private final int most;
  private Matrix cells;
  private int rows;
  private boolean isTaken;

  private RowCollector(int first, int most, int dimension) {
    this.most = most;
    this.cells = Matrix.allocate(first, dimension);
  }

  /** Room for exactly so many rows, which the size of the file has shown to be possible. */
  static RowCollector ofKnown(int rows, int dimension) {
    return new RowCollector(rows, rows, dimension);
  }

  /** Room that grows, up to so many rows. */
  static RowCollector growing(int most, int dimension) {
    long first = Math.max(1, FIRST_BYTES / (4L * dimension));
    return new RowCollector((int) Math.min(most, first), most, dimension);
  }

  int rows() {
    return rows;
  }

  /**
   * Where the next row goes; it counts once it is {@link #keep kept}. Valid until the next call.
   */
  MemorySegment next() {
    if (rows == cells.rows()) {
      resize((int) Math.min(most, 2L * rows));
    }
    return cells.row(rows);
  }

  /** The row written last is kept, and the next one goes behind it. */
  void keep() {
    rows++;
  }

  private void resize(int changed) {
    Matrix other = Matrix.allocate(changed, cells.dimension());
    MemorySegment.copy(cells.cells(), 0, other.cells(), 0, rows * cells.rowBytes());
    cells.close();
    cells = other;
  }

  /** All rows kept, as a matrix that now belongs to the caller. */
  Matrix take() {
    if (rows < cells.rows()) {
      resize(rows);
    }
    isTaken = true;
    return cells;
  }

  @Override
  public void close() {
    if (!isTaken) {
      cells.close();
    }
  }
}
