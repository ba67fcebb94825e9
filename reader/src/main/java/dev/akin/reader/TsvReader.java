package dev.akin.reader;

import dev.akin.text.Document;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A record a line below a header, separated by tabs; a quote is a character like any other. */
final class TsvReader implements DocumentReader {
  private final LineReader lines;
  private final Records records;
  private List<String> header = List.of();
  private boolean isBroken;

  TsvReader(SourceFile file, LineReader lines, Columns columns) {
    this.lines = lines;
    this.records = new Records(file, columns);
  }

  static List<String> fields(String line) {
    return List.of(line.split("\t", -1));
  }

  @Override
  public Optional<Document> next() throws IOException {
    if (isBroken) {
      return Optional.empty();
    }
    if (header.isEmpty()) {
      readHeader();
    }
    while (lines.advance()) {
      String line = lines.text();
      if (!line.isEmpty()) {
        return Optional.of(records.document(header, fields(line), lines.number()));
      }
    }
    return Optional.empty();
  }

  private void readHeader() throws IOException {
    isBroken = true;
    if (lines.advance()) {
      List<String> names = fields(lines.text());
      records.requireColumns(names, lines.number());
      header = names;
      isBroken = false;
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
