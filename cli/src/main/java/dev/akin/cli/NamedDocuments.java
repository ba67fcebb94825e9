package dev.akin.cli;

import dev.akin.format.words.WordTableWriter;
import dev.akin.text.Document;
import dev.akin.vector.FormatException;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Documents as lines of words, and their names from the pass before, which must stand in a file of
 * vectors: a name with a blank is refused while the words are counted, not when all is learned.
 */
final class NamedDocuments implements WordSource {
  private final DocumentWords words;
  private final List<String> names = new ArrayList<>();

  NamedDocuments(DocumentWords words) {
    this.words = words;
  }

  /** The ids of the documents of the latest pass. */
  List<String> names() {
    return names;
  }

  @Override
  public void read(Sink sink) throws IOException {
    names.clear();
    try (Stream<Document> documents = words.corpus().documents()) {
      for (Iterator<Document> all = documents.iterator(); all.hasNext(); ) {
        Document document = all.next();
        if (!WordTableWriter.canHold(document.id().getBytes(StandardCharsets.UTF_8))) {
          throw new FormatException(
              document.origin().toString(),
              "the id '%s' has a blank in it, and a file of vectors holds none in a name; give the"
                      .formatted(Messages.oneLine(document.id()))
                  + " document another id");
        }
        names.add(document.id());
        words.readLine(document.titleAndText(), sink);
      }
    }
  }

  @Override
  public String toString() {
    return words.toString();
  }
}
