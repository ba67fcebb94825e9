package dev.akin.format.words;

import dev.akin.vector.FormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a file of words is by its first bytes. */
sealed interface Content {
  /** Rows of text without a header, as GloVe writes them. */
  record Text(int dimension) implements Content {}

  /** word2vec's text. */
  record TextWithHeader() implements Content {}

  /** word2vec's binary. */
  record Binary() implements Content {}

  /** A fastText model. */
  record FastText() implements Content {}

  /**
   * A file that is something else people have, and what to do about it.
   *
   * @param magic its first bytes, a character each
   */
  record Other(String magic, String advice) {
    boolean fits(byte[] head) {
      int length = Math.min(magic.length(), head.length);
      return new String(head, 0, length, StandardCharsets.ISO_8859_1).equals(magic);
    }
  }

  /** The rows looked at to tell how many numbers stand behind a word. */
  int ROWS_LOOKED_AT = 100;

  /** Of text with numbers most bytes are of numbers; of float32 cells about one in seventeen. */
  double LEAST_NUMBER_SHARE = 0.5;

  List<Other> OTHERS =
      List.of(
          new Other("PK\u0003\u0004", "a zip archive; unpack it first: unzip"),
          new Other("BZh", "packed with bzip2; unpack it first: bunzip2"),
          new Other("\u00fd7zXZ\0", "packed with xz; unpack it first: unxz"),
          new Other(
              "\u0080",
              "a Python pickle, as gensim's save writes; load it there and write it with"
                  + " save_word2vec_format"),
          new Other("SQLite format 3\0", "an SQLite database (Magnitude); its words are not read"),
          new Other("PAR1", "a Parquet file; write its words and vectors as word2vec text"),
          new Other("\u0089HDF", "an HDF5 file; write its words and vectors as word2vec text"),
          new Other("\u0093NUMPY", "a NumPy array: rows without words"));

  /**
   * Tells what comes, without moving on.
   *
   * @throws FormatException if it is nothing that is read here, saying what to do where that is
   *     known
   */
  static Content of(ByteInput in) throws IOException {
    byte[] head = in.head();
    if (head.length == 0) {
      throw new FormatException(in.file().toString(), "an empty file");
    }
    for (Other other : OTHERS) {
      if (other.fits(head)) {
        throw new FormatException(in.file().toString(), other.advice());
      }
    }
    if (FastTextReader.hasMagic(head)) {
      return new FastText();
    }
    int start = markLength(head);
    int firstEnd = lineEnd(head, start);
    String first = new String(head, start, firstEnd - start, StandardCharsets.ISO_8859_1);
    if (Header.isHeader(first)) {
      int rows = Math.min(firstEnd + 1, head.length);
      return isText(head, rows, first) ? new TextWithHeader() : new Binary();
    }
    int dimension = dimension(head, start);
    if (dimension == 0) {
      throw new FormatException(
          in.file().toString(),
          "not a file of word vectors: its first bytes are neither word2vec's header, nor a word"
              + " and numbers, nor fastText's mark");
    }
    return new Text(dimension);
  }

  /** Moves over a byte order mark, which some editors put before text. */
  static void skipMark(ByteInput in) throws IOException {
    in.skip(markLength(in.head()));
  }

  private static int markLength(byte[] head) {
    boolean hasMark =
        head.length >= 3
            && head[0] == (byte) 0xef
            && head[1] == (byte) 0xbb
            && head[2] == (byte) 0xbf;
    return hasMark ? 3 : 0;
  }

  private static int lineEnd(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  /** Whether the first row behind a header reads as text, or what follows looks like it. */
  private static boolean isText(byte[] head, int from, String header) {
    int end = lineEnd(head, from);
    int numbers = numbers(head, from, end);
    if (numbers > 0 && header.strip().endsWith(" " + numbers)) {
      return true;
    }
    int ofNumbers = 0;
    for (int i = from; i < head.length; i++) {
      byte b = head[i];
      if (b == 0) {
        return false;
      }
      ofNumbers += (b >= '0' && b <= '9') || ".- \t\n".indexOf(b) >= 0 ? 1 : 0;
    }
    return ofNumbers >= LEAST_NUMBER_SHARE * (head.length - from);
  }

  /** The least number of cells that the first lines have behind a word; 0 if one has none. */
  private static int dimension(byte[] head, int start) {
    int least = Integer.MAX_VALUE;
    int from = start;
    for (int row = 0; row < ROWS_LOOKED_AT && from < head.length; row++) {
      int end = lineEnd(head, from);
      boolean isWhole = end < head.length || head.length < ByteInput.HEAD_BYTES;
      if (end > from && isWhole) {
        least = Math.min(least, numbers(head, from, end));
      }
      from = end + 1;
    }
    return least == Integer.MAX_VALUE ? 0 : least;
  }

  /** How many numbers end a line, the first field not counted. */
  private static int numbers(byte[] line, int from, int to) {
    int count = 0;
    int end = TextTable.trimmedEnd(line, from, to);
    while (end > from) {
      int start = end;
      while (start > from && line[start - 1] != ' ') {
        start--;
      }
      if (start == from || Float.isNaN(DecimalFloat.parse(line, start, end))) {
        break;
      }
      count++;
      end = TextTable.trimmedEnd(line, from, start);
    }
    return count;
  }
}
