package dev.akin.format.trec;

import dev.akin.vector.FormatException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The lines of a text file in UTF-8, each with its number; at most 64 KiB a line. */
final class Lines implements AutoCloseable {
  /** No id, score or tag is longer; a file of one endless line is refused early. */
  private static final int MAX_LINE_CHARS = 1 << 16;

  private final String name;
  private final BufferedReader reader;
  private final StringBuilder line = new StringBuilder();
  private int number;

  private Lines(String name, BufferedReader reader) {
    this.name = name;
    this.reader = reader;
  }

  static Lines open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      if (file.toString().endsWith(".gz")) {
        bytes = new GZIPInputStream(bytes, 1 << 16);
      }
      var decoder =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      return new Lines(file.toString(), new BufferedReader(new InputStreamReader(bytes, decoder)));
    } catch (IOException e) {
      bytes.close();
      throw new FormatException(file.toString(), "not a gzip file: " + e.getMessage(), e);
    }
  }

  /** Moves to the next line; false at the end of the file. */
  boolean next() throws IOException {
    line.setLength(0);
    number++;
    try {
      int c = reader.read();
      if (c < 0) {
        return false;
      }
      while (c >= 0 && c != '\n') {
        if (line.length() == MAX_LINE_CHARS) {
          throw problem("line is longer than " + MAX_LINE_CHARS + " characters");
        }
        line.append((char) c);
        c = reader.read();
      }
    } catch (CharacterCodingException e) {
      throw new FormatException(where(), "not UTF-8", e);
    } catch (java.io.EOFException | java.util.zip.ZipException e) {
      throw new FormatException(where(), "the gzip data is cut short or damaged", e);
    }
    int end = line.length();
    if (end > 0 && line.charAt(end - 1) == '\r') {
      line.setLength(end - 1);
    }
    if (number == 1 && !line.isEmpty() && line.charAt(0) == '\ufeff') {
      line.deleteCharAt(0);
    }
    return true;
  }

  /** Moves to the next line that is neither blank nor a comment; false at the end of the file. */
  boolean nextRecord() throws IOException {
    while (next()) {
      if (!text().isBlank() && !text().startsWith("#")) {
        return true;
      }
    }
    return false;
  }

  /** The current line without its end. */
  String text() {
    return line.toString();
  }

  /** The pieces of the current line between white space, which is C's: of ASCII only. */
  List<String> columns() {
    List<String> columns = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || isSpace(line.charAt(i))) {
        if (i > from) {
          columns.add(line.substring(from, i));
        }
        from = i + 1;
      }
    }
    return columns;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  int number() {
    return number;
  }

  /** file:line of the current line. */
  String where() {
    return name + ":" + number;
  }

  FormatException problem(String problem) {
    return new FormatException(where(), problem);
  }

  /** A piece of the line for a message. */
  static String quote(String text) {
    return "'" + (text.length() <= 60 ? text : text.substring(0, 60) + "…") + "'";
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
