package dev.akin.reader;

import dev.akin.text.Document;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The documents of one file, one after another; closes the file. Not for many threads. */
interface DocumentReader extends Closeable {
  /**
   * The next document; empty at the end.
   *
   * @throws dev.akin.text.FormatException if it is bad; the call after that goes on behind it, or
   *     is at the end when nothing behind it can be read
   */
  Optional<Document> next() throws IOException;
}
