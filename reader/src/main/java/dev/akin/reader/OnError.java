package dev.akin.reader;

/** What a bad document does to the pass that meets it. */
public enum OnError {
  /** It ends the pass with its error. */
  FAIL,
  /** It is left out and counted in the {@link ReadLog}. */
  SKIP
}
