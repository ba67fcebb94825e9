package dev.akin.search.index;

/** An index is not what was asked for; nothing was read or written. */
public sealed class IndexRefusedException extends IllegalArgumentException
    permits ForeignEncoderException {
  private static final long serialVersionUID = 1L;

  IndexRefusedException(String message) {
    super(message);
  }
}
