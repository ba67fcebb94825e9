package dev.akin.text;

/**
 * Text to token ids and back. Immutable and safe for many threads.
 *
 * <p>Implementations supply {@link #encode}, {@link #encodeContent}, {@link #decode} and {@link
 * #vocabulary}; the rest follows from these.
 */
public interface Tokenizer {
  /**
   * The tokens of a text with the special tokens its model expects around it; never truncated or
   * padded.
   */
  TokenSequence encode(String text);

  /** The tokens of a text alone, without special tokens. */
  TokenSequence encodeContent(String text);

  /**
   * The tokens cut to at most {@code maxTokens}, special tokens included and kept: content is cut
   * from its end.
   *
   * @throws IllegalArgumentException if the special tokens alone are more than {@code maxTokens}
   */
  TokenSequence encode(String text, int maxTokens);

  /** The text of these ids, special tokens left out. */
  String decode(int[] ids);

  /** How many tokens {@link #encode(String)} gives. */
  default int count(String text) {
    return encode(text).length();
  }

  Vocabulary vocabulary();

  /** Whether every valid text comes back from {@link #decode} byte for byte. */
  boolean isLossless();
}
