package dev.akin.text;

/**
 * Bad data: says which source, where in it (line, offset or key), which value, and what was
 * expected.
 *
 * <p>Unchecked, so that it passes through streams; whoever reads a user's files decides whether to
 * stop or to count and go on.
 */
public final class FormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A complaint about {@code where} ("corpus.jsonl:17"), in one sentence. */
  public FormatException(String where, String problem) {
    super(where + ": " + problem);
  }

  /** The same with the error that revealed it. */
  public FormatException(String where, String problem, Throwable cause) {
    super(where + ": " + problem, cause);
  }
}
