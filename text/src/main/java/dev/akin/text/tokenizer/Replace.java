package dev.akin.text.tokenizer;

/** Puts a string in the place of each match; it shares the span of the match's last character. */
record Replace(TextPattern pattern, String content) implements Normalizer {
  @Override
  public void normalize(AlignedText text) {
    int[] matches = pattern.matches(text, 0, text.length());
    if (matches.length == 0) {
      return;
    }
    var rewriter = text.rewrite();
    int done = 0;
    for (int m = 0; m < matches.length; m += 2) {
      rewriter.putAll(done, matches[m]);
      done = matches[m + 1];
      for (int i = 0; i < content.length(); ) {
        int c = content.codePointAt(i);
        rewriter.put(c, done - 1);
        i += Character.charCount(c);
      }
    }
    rewriter.putAll(done, text.length());
    rewriter.commit();
  }
}
