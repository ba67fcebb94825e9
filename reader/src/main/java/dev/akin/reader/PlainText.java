package dev.akin.reader;

import dev.akin.text.Document;
import dev.akin.text.Json;
import dev.akin.text.Origin;
import java.util.Map;

/** A text file as it stands. */
final class PlainText {
  private PlainText() {}

  static Document read(String text, SourceFile file) {
    return new Document(
        file.id(), "", text, new Json.Members(Map.of()), Origin.ofText(file.name(), text, 1));
  }
}
