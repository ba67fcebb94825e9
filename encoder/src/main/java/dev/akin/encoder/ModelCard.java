package dev.akin.encoder;

import dev.akin.encoder.head.Pooling;
import dev.akin.vector.Similarity;

/**
 * What people ask about a model before they use it.
 *
 * @param name what it is opened by
 * @param dimension length of a row
 * @param maxTokens how many tokens it reads, special ones included
 * @param isNormalized whether rows have length 1
 * @param source the artifact its files come in
 * @param licence of the weights, as an SPDX identifier
 * @param isPresent whether that artifact is on the class path
 */
public record ModelCard(
    String name,
    int dimension,
    int maxTokens,
    Pooling pooling,
    boolean isNormalized,
    Prompts prompts,
    Similarity similarity,
    Precision precision,
    String source,
    String licence,
    boolean isPresent) {
  /** In what numbers a model multiplies. */
  public enum Precision {
    FLOAT32,
    /** 8-bit integers, scaled anew for each run. */
    INT8
  }
}
