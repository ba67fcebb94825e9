package dev.akin.format.words;

import dev.akin.vector.FormatException;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads rows of text: a word, then cells, separated by blanks (U+0020 and nothing else, since words
 * hold no-break spaces). The last cells of a line are its numbers and what stands before them is
 * the word, blanks and all. For one thread.
 */
final class TextTable {
  private static final int LONGEST_LINE = 1 << 24;

  /** How much of a bad field a message shows. */
  private static final int SHOWN = 40;

  private final ByteInput in;
  private final int dimension;
  private final ByteBuilder line = new ByteBuilder();
  private int number;
  private boolean isTerminated = true;

  private TextTable(ByteInput in, int dimension, int number) {
    this.in = in;
    this.dimension = dimension;
    this.number = number;
  }

  /** The rows of a file without a header. */
  static WordTable read(ByteInput in, int dimension) throws IOException {
    Content.skipMark(in);
    // A cell takes two bytes at least.
    int most = (int) Math.min(Integer.MAX_VALUE, in.atMost() / (2L * dimension) + 1);
    var table = new TextTable(in, dimension, 0);
    try (var rows = new TableCollector(RowCollector.growing(most, dimension))) {
      return table.read(rows, WordFormat.GLOVE, Optional.empty());
    }
  }

  /** The rows behind a header that was read. */
  static WordTable read(ByteInput in, Header header) throws IOException {
    header.requireRoom(in, 2L * header.dimension());
    var collector =
        in.isPlain()
            ? RowCollector.ofKnown(header.rows(), header.dimension())
            : RowCollector.growing(header.rows(), header.dimension());
    var table = new TextTable(in, header.dimension(), 1);
    try (var rows = new TableCollector(collector)) {
      return table.read(rows, WordFormat.WORD2VEC_TEXT, Optional.of(header));
    }
  }

  private WordTable read(TableCollector rows, WordFormat format, Optional<Header> header)
      throws IOException {
    long promised = header.map(h -> (long) h.rows()).orElse(Long.MAX_VALUE);
    long count = 0;
    while (nextLine()) {
      if (count == promised) {
        throw problem("more rows than the %d its header promises".formatted(promised));
      }
      readRow(rows);
      count++;
    }
    if (header.isPresent() && count < promised) {
      throw in.error(
          "the file ends after %d of the %d rows its header promises".formatted(count, promised));
    }
    return rows.take(format, !isTerminated);
  }

  /** Moves to the next line; empty lines may stand at the end only. */
  private boolean nextLine() throws IOException {
    if (!readLine()) {
      return false;
    }
    if (trimmedEnd(line.array(), 0, line.length()) > 0) {
      return true;
    }
    int empty = number;
    while (readLine()) {
      if (trimmedEnd(line.array(), 0, line.length()) > 0) {
        throw new FormatException(
            in.file() + ":" + empty, "an empty line, and more rows behind it");
      }
    }
    isTerminated = true;
    return false;
  }

  private boolean readLine() throws IOException {
    if (!in.hasNext()) {
      return false;
    }
    line.cutTo(0);
    number++;
    isTerminated = in.readUntil((byte) '\n', line, LONGEST_LINE);
    return true;
  }

  /** Where a line ends without the blanks and the carriage return behind it. */
  static int trimmedEnd(byte[] line, int from, int to) {
    int end = to;
    while (end > from && (line[end - 1] == ' ' || line[end - 1] == '\r')) {
      end--;
    }
    return end;
  }

  private void readRow(TableCollector rows) {
    byte[] bytes = line.array();
    MemorySegment row = rows.nextRow();
    int end = trimmedEnd(bytes, 0, line.length());
    for (int column = dimension - 1; column >= 0; column--) {
      int start = fieldStart(bytes, end);
      float cell = start == 0 ? Float.NaN : DecimalFloat.parse(bytes, start, end);
      if (!Float.isFinite(cell)) {
        throw badField(start, end, column);
      }
      row.setAtIndex(Matrix.CELL, column, cell);
      end = trimmedEnd(bytes, 0, start);
    }
    if (end > 0) {
      refuseNumberInWord(bytes, end);
    }
    rows.add(bytes, end);
  }

  private static int fieldStart(byte[] bytes, int end) {
    int start = end;
    while (start > 0 && bytes[start - 1] != ' ') {
      start--;
    }
    return start;
  }

  private FormatException badField(int start, int end, int column) {
    int cells = dimension - 1 - column;
    String field = quote(start, end);
    if (start == 0) {
      String tabs = field.contains("\t") ? "; fields are separated by blanks, not tabs" : "";
      return problem(
          "%d number%s behind the word %s, the other rows have %d%s"
              .formatted(cells, cells == 1 ? "" : "s", field, dimension, tabs));
    }
    return problem(
        "cell %d of %d is %s, not a finite number".formatted(column + 1, dimension, field));
  }

  /** A row with too many cells must not become a word with a number in it. */
  private void refuseNumberInWord(byte[] bytes, int end) {
    int start = fieldStart(bytes, end);
    boolean isNumber = start > 0 && !Float.isNaN(DecimalFloat.parse(bytes, start, end));
    if (isNumber && hasPoint(bytes, start, end)) {
      throw problem(
          "more than %d numbers: %s stands before them".formatted(dimension, quote(start, end)));
    }
  }

  private static boolean hasPoint(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '.') {
        return true;
      }
    }
    return false;
  }

  private String quote(int from, int to) {
    String text = new String(line.array(), from, to - from, StandardCharsets.UTF_8);
    String start = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    return "'" + start + "'";
  }

  private FormatException problem(String problem) {
    return new FormatException(in.file() + ":" + number, problem);
  }
}
