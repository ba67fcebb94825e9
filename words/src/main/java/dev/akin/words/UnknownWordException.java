package dev.akin.words;

/** A word was asked for that has no vector. */
public final class UnknownWordException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String word;

  UnknownWordException(String word) {
    super("no vector for the word '%s'".formatted(word));
    this.word = word;
  }

  /** The word. */
  public String word() {
    return word;
  }
}
