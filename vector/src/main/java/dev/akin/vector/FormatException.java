package dev.akin.vector;

/** Bad vector data: says which file, where in it, which value, and what was expected. */
public final class FormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A complaint about {@code where} ("vectors.npy, offset 8"), in one sentence. */
  public FormatException(String where, String problem) {
    super(where + ": " + problem);
  }

  /** The same with the error that revealed it. */
  public FormatException(String where, String problem, Throwable cause) {
    super(where + ": " + problem, cause);
  }
}
