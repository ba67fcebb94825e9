package dev.akin.words.training;

import java.io.IOException;

/**
 * Lines of words, read from the beginning as often as asked for. A line is what a window does not
 * reach over: a sentence, a paragraph, a document, a walk in a graph.
 */
@FunctionalInterface
public interface WordSource {
  /** Takes what is read. */
  interface Sink {
    /** A word: a part of an array that is used again after the call. */
    void word(byte[] bytes, int from, int to) throws IOException;

    /** The line is at its end. */
    void lineEnd() throws IOException;
  }

  /**
   * Reads everything once.
   *
   * @throws dev.akin.vector.FormatException if it is not text
   */
  void read(Sink sink) throws IOException;
}
