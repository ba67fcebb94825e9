package dev.akin.reader;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.akin.text.Document;
import dev.akin.text.FormatException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Any bytes give documents or a FormatException; run the search itself with JAZZER_FUZZ=1. */
class ReaderFuzzTest {
  private static final SourceFile FILE = new SourceFile(Path.of("f"), "f", "f");
  private static final int MAX = 1 << 16;

  private static LineReader lines(byte[] bytes) throws IOException {
    return new LineReader(new BufferedInputStream(new ByteArrayInputStream(bytes)), FILE, MAX);
  }

  @FuzzTest
  void linesJoinedAreTheText(byte[] bytes) throws IOException {
    List<String> lines = new ArrayList<>();
    try (var reader = lines(bytes)) {
      while (reader.advance()) {
        lines.add(reader.text());
      }
    } catch (FormatException e) {
      return;
    }
    String whole = StrictText.decode(bytes, StandardCharsets.UTF_8, FILE);
    List<String> expected = new ArrayList<>(Arrays.asList(whole.split("\n", -1)));
    if (expected.getLast().isEmpty()) {
      expected.removeLast();
    }
    expected.replaceAll(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    if (!expected.equals(lines)) {
      throw new AssertionError("%s instead of %s".formatted(lines, expected));
    }
  }

  @FuzzTest
  void anyBytesAreATableOrRefused(byte[] bytes) throws IOException {
    var columns = new Columns(Optional.of("#"), Optional.empty(), Optional.of("t"));
    byte[] table = new byte[bytes.length + 4];
    System.arraycopy("t,u\n".getBytes(StandardCharsets.UTF_8), 0, table, 0, 4);
    System.arraycopy(bytes, 0, table, 4, bytes.length);
    var options = ReadOptions.defaults().withColumns(columns);
    try (var reader = new CsvTable(FILE, lines(table), options)) {
      drain(reader);
    }
    try (var reader = new TsvReader(FILE, lines(table), columns)) {
      drain(reader);
    }
    try (var reader = new JsonLinesReader(FILE, lines(bytes), columns)) {
      drain(reader);
    }
  }

  /** Reads on behind every refusal; there are at most as many as bytes. */
  private static void drain(DocumentReader reader) throws IOException {
    for (int i = 0; i < MAX; i++) {
      if (isAtEnd(reader)) {
        return;
      }
    }
    throw new AssertionError("no end after " + MAX + " documents");
  }

  private static boolean isAtEnd(DocumentReader reader) throws IOException {
    try {
      return reader.next().isEmpty();
    } catch (FormatException e) {
      return false;
    }
  }

  @FuzzTest
  void anyTextIsASetOfRules(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    IgnoreRules rules = IgnoreRules.parse(text);
    rules.ignores(List.of("a", "b.txt"), false);
    rules.ignores(List.of(text.isEmpty() ? "x" : text.replace("/", "")), true);
  }

  @FuzzTest
  void anyTextIsMarkdownAndHtml(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
    check(Markdown.read(text, FILE));
    check(Html.read(text.replace("charset", "").getBytes(StandardCharsets.UTF_8), FILE));
  }

  private static void check(Document document) {
    if (!document.text().isEmpty() && document.origin().lineAt(document.text().length() - 1) < 1) {
      throw new AssertionError("a line before the first: " + document);
    }
  }
}
