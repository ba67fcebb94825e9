package dev.akin.encoder;

/** What a text is for; encoders with prompts give the two sides different vectors. */
public enum Role {
  QUERY,
  DOCUMENT
}
