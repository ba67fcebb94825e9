package dev.akin.format.words;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of word2vec's layouts: {@code count dimension}.
 *
 * @param rows how many rows it promises
 * @param dimension cells of each
 */
record Header(int rows, int dimension) {
  /** Longer lines are no header; longer numbers are errors in one. */
  private static final int LONGEST = 1 << 12;

  private static final Pattern LINE = Pattern.compile("(-?[0-9]+) +(-?[0-9]+) *\r?");

  /** Whether a file's first line is one, whatever its numbers say. */
  static boolean isHeader(String line) {
    return LINE.matcher(line).matches();
  }

  /**
   * Reads the line.
   *
   * @throws dev.akin.vector.FormatException if no table can have that shape
   */
  static Header read(ByteInput in) throws IOException {
    var line = new ByteBuilder();
    Content.skipMark(in);
    long start = in.offset();
    in.readUntil((byte) '\n', line, LONGEST);
    Matcher matcher = LINE.matcher(line.toString());
    if (!matcher.matches()) {
      throw new IllegalStateException("asked for the header of a file without one: " + in.file());
    }
    Optional<Integer> rows = number(matcher.group(1));
    Optional<Integer> dimension = number(matcher.group(2));
    if (rows.isEmpty() || dimension.isEmpty()) {
      throw in.error(
          start,
          "its header '%s' promises what no table can have; it is: number of words, 1 to 2147483647,"
                  .formatted(line.toString().strip())
              + " and cells a word, the same");
    }
    return new Header(rows.get(), dimension.get());
  }

  private static Optional<Integer> number(String digits) {
    try {
      int value = Integer.parseInt(digits);
      return value < 1 ? Optional.empty() : Optional.of(value);
    } catch (NumberFormatException beyondInt) {
      return Optional.empty();
    }
  }

  /**
   * Whether the file can hold what the header promises.
   *
   * @param rowBytes the least a row takes
   * @throws dev.akin.vector.FormatException if it is too short
   */
  void requireRoom(ByteInput in, long rowBytes) {
    if (rows > in.atMost() / rowBytes) {
      throw in.error(
          "its header promises %d rows of %d cells, at least %d bytes each, but %s%d bytes follow; the"
                  .formatted(rows, dimension, rowBytes, in.isPlain() ? "" : "at most ", in.atMost())
              + " file is cut short or its header wrong");
    }
  }
}
