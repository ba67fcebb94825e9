package dev.akin.encoder;

/** What happens to a text longer than the encoder reads. It is counted in every case. */
public enum Truncation {
  /** Refuse the text, naming it and its length in tokens. */
  ERROR,
  /** Cut its end off and say so. */
  WARN,
  /** Cut its end off; the count stays in the report. */
  CUT,
  /** Encode it in parts and take the token-weighted mean of their vectors, as one row. */
  SPLIT
}
