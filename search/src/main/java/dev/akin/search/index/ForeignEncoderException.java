package dev.akin.search.index;

import dev.akin.encoder.Identity;

/** The encoder offered is not the one whose vectors an index holds. */
public final class ForeignEncoderException extends IndexRefusedException {
  private static final long serialVersionUID = 1L;

  private final transient Identity index;
  private final transient Identity offered;

  ForeignEncoderException(String folder, Identity index, Identity offered) {
    super(
        ("index %s holds vectors of %s; the encoder offered is %s. Their vectors cannot be"
                + " compared: use the index's encoder, or build another index")
            .formatted(folder, index, offered));
    this.index = index;
    this.offered = offered;
  }

  /** The encoder the index was built with. */
  public Identity index() {
    return index;
  }

  /** The encoder that was offered. */
  public Identity offered() {
    return offered;
  }
}
