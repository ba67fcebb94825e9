package dev.akin.words.counting;

import dev.akin.vector.Matrix;
import java.io.IOException;

/** How counts become vectors. */
public sealed interface CountingMethod permits Glove, PpmiSvd, BitCipher {
  /** What people call it: {@code glove}. */
  String label();

  /** Which words near a word it counts. */
  ContextWindow contexts();

  /**
   * How many cells a vector has.
   *
   * @throws IllegalArgumentException if there are more than vectors have
   */
  default int cells(CountingOptions options) {
    return options.dimension();
  }

  /**
   * The vectors of all words.
   *
   * @return [words × cells of a vector], to be closed by the caller
   * @throws IllegalArgumentException if so many cells cannot be had from so many words
   */
  Matrix learn(Cooccurrences counts, CountingOptions options, CountingRun run) throws IOException;
}
