package dev.akin.bench.encoding;

import dev.akin.text.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The first titles or abstracts of {@code papers/acl-anthology}. */
final class AnthologyTexts {
  private AnthologyTexts() {}

  /** The first {@code count} values of a field that are not blank. */
  static List<String> read(String field, int count) throws IOException {
    String root = System.getenv().getOrDefault("AKIN_DATA", "../shared/data");
    Path file = Path.of(root, "papers", "acl-anthology.jsonl.gz");
    List<String> texts = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine();
          line != null && texts.size() < count;
          line = lines.readLine()) {
        if (Json.parse(line, file.toString()) instanceof Json.Members paper) {
          paper.findText(field).filter(text -> !text.isBlank()).ifPresent(texts::add);
        }
      }
    }
    return texts;
  }
}
