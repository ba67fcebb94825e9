package dev.akin.text.tokenizer;

/** Puts a string before a text that is not empty; it shares the span of the first character. */
record Prepend(String prefix) implements Normalizer {
  @Override
  public void normalize(AlignedText text) {
    if (text.length() > 0) {
      var rewriter = text.rewrite();
      rewriter.putPrefixed(prefix, 0, text.length());
      rewriter.commit();
    }
  }
}
