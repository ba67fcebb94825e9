package dev.akin.search.index;

/**
 * What was asked of an index cannot be done, which was seen before anything was read or written: it
 * has another encoder or other options, its rows or passages are impossible, or its folder is not
 * an index's.
 */
public sealed class IndexRefusedException extends IllegalArgumentException
    permits ForeignEncoderException {
  private static final long serialVersionUID = 1L;

  IndexRefusedException(String message) {
    super(message);
  }
}
