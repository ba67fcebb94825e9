package dev.akin.text;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A source of documents that can be read again from the start. */
public interface Corpus {
  /** What to call it in reports: the file or folder name. */
  String name();

  /**
   * A fresh pass over the documents, in the same order each time, ids unique; the caller closes it.
   *
   * @throws FormatException (while streaming) on bad data
   * @throws java.io.UncheckedIOException (while streaming) if the machine fails to read
   */
  Stream<Document> documents();

  /** How many documents, when that is known without a pass. */
  OptionalLong size();

  /**
   * Whether the latest pass that came to its end gave everything there is; false where documents
   * were left out since they could not be read, so that what is missing may still be there.
   */
  default boolean isWhole() {
    return true;
  }

  /**
   * Documents held in memory.
   *
   * @throws IllegalArgumentException if two have the same id
   */
  static Corpus of(String name, List<Document> documents) {
    return new HeldCorpus(name, documents);
  }
}
