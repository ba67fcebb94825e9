package dev.akin.words.evaluation;

import dev.akin.text.FormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The lines of a file of words that are not empty and no comment (#), in fields.
 *
 * <p>Fields are separated by tabs where a line has any, else by white space.
 */
public final class SetLines {
  /** Files of words people judged are small. */
  private static final long MOST_BYTES = 1 << 26;

  /** One line and where it stands. */
  public record Line(String where, List<String> fields, boolean hasTabs) {
    /** An error that says where the line stands. */
    public FormatException problem(String problem) {
      return new FormatException(where, problem);
    }
  }

  private SetLines() {}

  /**
   * Reads a file.
   *
   * @throws FormatException if it is not UTF-8, or too large for a set of words
   */
  public static List<Line> read(Path file) throws IOException {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : text(file).split("\n", -1)) {
      number++;
      String content = line.strip();
      if (!content.isEmpty() && !content.startsWith("#")) {
        boolean hasTabs = content.indexOf('\t') >= 0;
        lines.add(new Line(file + ":" + number, fields(content, hasTabs), hasTabs));
      }
    }
    return lines;
  }

  /**
   * The text of a file, without a byte order mark.
   *
   * @throws FormatException if it is not UTF-8, or too large for a set of words
   */
  public static String text(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new FormatException(
          file.toString(),
          "%d bytes; a set of words has at most %d".formatted(Files.size(file), MOST_BYTES));
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      int bad = bytes.position();
      long line = 1 + IntStream.range(0, bad).filter(i -> bytes.get(i) == '\n').count();
      throw new FormatException(
          file + ":" + line,
          "not UTF-8: byte 0x%02X at offset %d; convert the file to UTF-8"
              .formatted(bytes.get(bad), bad),
          e);
    }
  }

  private static List<String> fields(String line, boolean hasTabs) {
    List<String> fields = new ArrayList<>();
    for (String field : line.split(hasTabs ? "\t" : "\\s+", -1)) {
      fields.add(field.strip());
    }
    return fields;
  }

  /** The file's name without its last ending: what a set is called. */
  static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }
}
