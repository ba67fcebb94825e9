package dev.akin.encoder;

/**
 * Which vector space rows live in. Rows of two identities must never be compared.
 *
 * @param name what people call the encoder ("minilm"); not part of the comparison of spaces
 * @param hash SHA-256 in hexadecimal over weights, tokenizer, pooling, prompts, truncation,
 *     normalisation, dimension and precision
 * @param dimension length of a row
 */
public record Identity(String name, String hash, int dimension) {
  /** Whether rows of both may be compared. */
  public boolean isSameSpace(Identity other) {
    return hash.equals(other.hash);
  }

  /** {@code minilm (384 d, 1f0c…)}: for messages. */
  @Override
  public String toString() {
    return "%s (%d d, %s)"
        .formatted(name, dimension, hash.substring(0, Math.min(12, hash.length())));
  }
}
