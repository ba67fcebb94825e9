package dev.akin.reader;

import dev.akin.text.Document;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A record a line below a header, separated by tabs; a quote is a character like any other. Without
 * a header a file is MS MARCO's collection: number and text.
 */
final class TsvReader implements DocumentReader {
  private static final List<String> PASSAGE_COLUMNS = List.of("id", "text");

  private final LineReader lines;
  private final Records records;
  private final Columns columns;
  private List<String> header = List.of();
  private boolean isHeaderless;
  private boolean isBroken;

  TsvReader(SourceFile file, LineReader lines, Columns columns) {
    this.lines = lines;
    this.records = new Records(file, columns);
    this.columns = columns;
  }

  static List<String> fields(String line) {
    return List.of(line.split("\t", -1));
  }

  /** Whether a first line is no header but a passage of MS MARCO: no column is called 17. */
  static boolean isPassage(Columns columns, List<String> fields) {
    return columns.equals(Columns.usual())
        && fields.size() == PASSAGE_COLUMNS.size()
        && fields.getFirst().matches("[0-9]+");
  }

  @Override
  public Optional<Document> next() throws IOException {
    if (isBroken) {
      return Optional.empty();
    }
    if (header.isEmpty()) {
      Optional<Document> first = readHeader();
      if (first.isPresent()) {
        return first;
      }
    }
    while (lines.advance()) {
      String line = lines.text();
      if (!line.isEmpty()) {
        return Optional.of(document(fields(line)));
      }
    }
    return Optional.empty();
  }

  /** The document of the first line where that is no header. */
  private Optional<Document> readHeader() throws IOException {
    isBroken = true;
    if (!lines.advance()) {
      return Optional.empty();
    }
    List<String> names = fields(lines.text());
    if (isPassage(columns, names)) {
      header = PASSAGE_COLUMNS;
      isHeaderless = true;
      isBroken = false;
      return Optional.of(document(names));
    }
    records.requireColumns(names, lines.number());
    header = names;
    isBroken = false;
    return Optional.empty();
  }

  private Document document(List<String> fields) {
    if (isHeaderless && fields.size() != header.size()) {
      throw lines.error(
          "%d columns, but a file that begins with a number and a text has 2 on every line"
              .formatted(fields.size()));
    }
    return records.document(header, fields, lines.number());
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
