package dev.akin.encoder;

import dev.akin.vector.Similarity;

/**
 * An encoder that reads texts of any length whole and whose rows are compared by cosine: sums and
 * means of what words are looked up as, and what is inferred from all words.
 */
public interface WholeTextEncoder extends Encoder {
  /** No limit: every word is read. */
  @Override
  default int maxTokens() {
    return Integer.MAX_VALUE;
  }

  @Override
  default Similarity similarity() {
    return Similarity.COSINE;
  }
}
