package dev.akin.reader;

import dev.akin.text.Document;
import dev.akin.text.Json;
import dev.akin.text.Origin;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** A document a line, named by the file and its line; blank lines are passed over. */
final class LinesReader implements DocumentReader {
  private final SourceFile file;
  private final LineReader lines;

  LinesReader(SourceFile file, LineReader lines) {
    this.file = file;
    this.lines = lines;
  }

  @Override
  public Optional<Document> next() throws IOException {
    while (lines.advance()) {
      String text = lines.text();
      if (!text.isBlank()) {
        return Optional.of(
            new Document(
                file.id() + ":" + lines.number(),
                "",
                text,
                new Json.Members(Map.of()),
                Origin.ofLine(file.name(), lines.number())));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
