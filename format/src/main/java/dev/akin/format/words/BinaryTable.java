package dev.akin.format.words;

import dev.akin.vector.Matrix;
import java.io.IOException;
import java.lang.foreign.MemorySegment;

/**
 * Reads word2vec's binary rows: the word, a blank, float32 cells little-endian, and a line feed
 * that the original tool writes and others leave out. Whether there are line feeds is seen row by
 * row.
 */
final class BinaryTable {
  private static final int LONGEST_WORD = 1 << 16;

  private BinaryTable() {}

  /** The rows behind a header that was read. */
  static WordTable read(ByteInput in, Header header) throws IOException {
    long rowBytes = 4L * header.dimension() + 1;
    header.requireRoom(in, rowBytes);
    var collector =
        in.isPlain()
            ? RowCollector.ofKnown(header.rows(), header.dimension())
            : RowCollector.growing(header.rows(), header.dimension());
    try (var rows = new TableCollector(collector)) {
      var word = new ByteBuilder();
      boolean hasLineFeeds = false;
      for (int row = 0; row < header.rows(); row++) {
        readRow(in, header, row, word, rows);
        hasLineFeeds |= skipLineFeeds(in);
      }
      if (in.hasNext()) {
        throw in.error(
            "more bytes than the %d rows of %d cells its header promises"
                .formatted(header.rows(), header.dimension()));
      }
      return rows.take(
          hasLineFeeds ? WordFormat.WORD2VEC_BINARY : WordFormat.WORD2VEC_BINARY_PACKED, false);
    }
  }

  private static boolean skipLineFeeds(ByteInput in) throws IOException {
    boolean any = false;
    while (in.peek() == '\n') {
      in.read();
      any = true;
    }
    return any;
  }

  private static void readRow(
      ByteInput in, Header header, int row, ByteBuilder word, TableCollector rows)
      throws IOException {
    word.cutTo(0);
    boolean hasWord = in.readUntil((byte) ' ', word, LONGEST_WORD);
    long start = in.offset();
    MemorySegment cells = rows.nextRow();
    if (!hasWord || !in.read(cells)) {
      throw in.error(
          "the file ends within row %d of the %d its header promises"
              .formatted(row + 1, header.rows()));
    }
    int bad = firstNotFinite(cells);
    if (bad >= 0) {
      throw in.error(
          start + 4L * bad,
          "cell %d of %d of row %d, word '%s', is %s, not a finite number"
              .formatted(
                  bad + 1, header.dimension(), row + 1, word, cells.getAtIndex(Matrix.CELL, bad)));
    }
    rows.add(word.array(), word.length());
  }

  /** Which cell is infinite or not a number; −1 if none. */
  static int firstNotFinite(MemorySegment cells) {
    long count = cells.byteSize() / Float.BYTES;
    for (int i = 0; i < count; i++) {
      if (!Float.isFinite(cells.getAtIndex(Matrix.CELL, i))) {
        return i;
      }
    }
    return -1;
  }
}
