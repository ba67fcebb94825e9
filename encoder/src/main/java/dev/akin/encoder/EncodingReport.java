package dev.akin.encoder;

/**
 * What happened while texts were encoded.
 *
 * @param texts how many texts
 * @param tokens how many tokens the encoder read, special tokens included
 * @param truncated how many texts were longer than the encoder reads
 * @param lostTokens how many tokens of those were not read; 0 where long texts were split
 * @param unknownTokens how many of the tokens read had no vector: words outside a table of word
 *     vectors
 */
public record EncodingReport(
    long texts, long tokens, long truncated, long lostTokens, long unknownTokens) {
  public static final EncodingReport NOTHING = new EncodingReport(0, 0, 0, 0);

  /** The report of an encoder that has a vector for every token. */
  public EncodingReport(long texts, long tokens, long truncated, long lostTokens) {
    this(texts, tokens, truncated, lostTokens, 0);
  }

  /** The sum of both. */
  public EncodingReport plus(EncodingReport other) {
    return new EncodingReport(
        texts + other.texts,
        tokens + other.tokens,
        truncated + other.truncated,
        lostTokens + other.lostTokens,
        unknownTokens + other.unknownTokens);
  }
}
