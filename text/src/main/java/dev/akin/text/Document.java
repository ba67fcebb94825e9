package dev.akin.text;

import java.util.Map;
import java.util.Objects;

/**
 * One text of a corpus.
 *
 * @param id the corpus's own name for it, unique there, never empty
 * @param title may be empty
 * @param text may be empty; offsets into it are UTF-16 indices
 * @param metadata every other field of its source, in the source's order
 * @param origin where the text stands
 */
public record Document(String id, String title, String text, Json.Members metadata, Origin origin) {
  public Document {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(metadata, "metadata");
    if (id.isEmpty()) {
      throw new IllegalArgumentException(origin + ": a document needs an id, got an empty one");
    }
  }

  /** A document made in a program: no title, no metadata, no file. */
  public static Document of(String id, String text) {
    return new Document(id, "", text, new Json.Members(Map.of()), Origin.ofLine("memory", 1));
  }

  /** Title and text as one string, the text an encoder without fields sees (BEIR's convention). */
  public String titleAndText() {
    return title.isEmpty() ? text : (title + " " + text).strip();
  }
}
