package dev.akin.reader;

import dev.akin.text.Document;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Optional;

/** A file that is one document; none if there is no text in it. */
final class SingleDocument implements DocumentReader {
  private final BufferedInputStream in;
  private final Extraction extraction;
  private boolean isRead;

  /** How the document comes out of the file. */
  @FunctionalInterface
  interface Extraction {
    Document extract(BufferedInputStream in) throws IOException;
  }

  SingleDocument(BufferedInputStream in, Extraction extraction) {
    this.in = in;
    this.extraction = extraction;
  }

  @Override
  public Optional<Document> next() throws IOException {
    if (isRead) {
      return Optional.empty();
    }
    isRead = true;
    Document document = extraction.extract(in);
    return document.text().isBlank() && document.title().isBlank()
        ? Optional.empty()
        : Optional.of(document);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
