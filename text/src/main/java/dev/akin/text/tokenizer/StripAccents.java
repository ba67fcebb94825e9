package dev.akin.text.tokenizer;

/** Drops marks of all kinds (categories M). */
record StripAccents() implements Normalizer {
  @Override
  public void normalize(AlignedText text) {
    text.keep(c -> !CharClass.isMark(c));
  }
}
