package dev.akin.text.tokenizer;

/** Drops white space at the ends. */
record Strip(boolean left, boolean right) implements Normalizer {
  @Override
  public void normalize(AlignedText text) {
    char[] chars = text.chars();
    int from = 0;
    int to = text.length();
    while (left && from < to && CharClass.isWhitespace(chars[from])) {
      from++;
    }
    while (right && from < to && CharClass.isWhitespace(chars[to - 1])) {
      to--;
    }
    if (from == 0 && to == text.length()) {
      return;
    }
    var rewriter = text.rewrite();
    rewriter.putAll(from, to);
    rewriter.commit();
  }
}
