package dev.akin.reader;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds of file that are read. */
public enum SourceFormat {
  /** One document a file, its text as it stands. */
  TEXT,
  /** One document a line; only when asked for. */
  LINES,
  /** One document a file, without its markup. */
  MARKDOWN,
  /** One document a file: the visible text. */
  HTML,
  /** One document a file; its "lines" are pages. */
  PDF,
  /** One document a line, a JSON object. */
  JSON_LINES,
  /** One document a record below a header; comma-separated with quotes (RFC 4180). */
  CSV,
  /**
   * One document a line below a header; tab-separated, quotes being ordinary characters. Where the
   * first line is a number and a text there is no header: MS MARCO's collection.
   */
  TSV;

  private static final Map<String, SourceFormat> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("txt", TEXT),
          Map.entry("text", TEXT),
          Map.entry("md", MARKDOWN),
          Map.entry("markdown", MARKDOWN),
          Map.entry("html", HTML),
          Map.entry("htm", HTML),
          Map.entry("xhtml", HTML),
          Map.entry("pdf", PDF),
          Map.entry("jsonl", JSON_LINES),
          Map.entry("ndjson", JSON_LINES),
          Map.entry("csv", CSV),
          Map.entry("tsv", TSV),
          Map.entry("tab", TSV));

  /** The format a file name promises by its extension; one of compression is passed over. */
  static Optional<SourceFormat> ofName(String fileName) {
    String name = Unpacking.withoutExtension(fileName);
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(BY_EXTENSION.get(extension));
  }

  /** Whether a file of this format names its documents itself. */
  boolean isRecords() {
    return switch (this) {
      case JSON_LINES, CSV, TSV -> true;
      case TEXT, LINES, MARKDOWN, HTML, PDF -> false;
    };
  }
}
