package dev.akin.reader;

import dev.akin.text.Document;
import dev.akin.text.Json;
import java.io.IOException;
import java.util.Optional;

/** A JSON object a line; blank lines are passed over. */
final class JsonLinesReader implements DocumentReader {
  private final SourceFile file;
  private final LineReader lines;
  private final Records records;

  JsonLinesReader(SourceFile file, LineReader lines, Columns columns) {
    this.file = file;
    this.lines = lines;
    this.records = new Records(file, columns);
  }

  @Override
  public Optional<Document> next() throws IOException {
    while (lines.advance()) {
      String line = lines.text();
      if (!line.isBlank()) {
        return Optional.of(records.document(parse(line), lines.number()));
      }
    }
    return Optional.empty();
  }

  private Json.Members parse(String line) {
    if (Json.parse(line, file.name() + ":" + lines.number()) instanceof Json.Members record) {
      return record;
    }
    throw lines.error("a JSON value, but not an object: " + shortened(line));
  }

  private static String shortened(String line) {
    return line.length() <= 40 ? line : line.substring(0, 40) + "…";
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
