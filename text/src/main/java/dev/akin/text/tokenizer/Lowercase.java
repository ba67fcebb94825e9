package dev.akin.text.tokenizer;

/** Lower case character by character, without regard to language or place in the word. */
record Lowercase() implements Normalizer {
  private static final int I_WITH_DOT = 0x130;

  @Override
  public void normalize(AlignedText text) {
    char[] chars = text.chars();
    for (int i = 0; i < text.length(); i++) {
      char c = chars[i];
      if (c < 0x80) {
        chars[i] = c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
      } else if (c == I_WITH_DOT || Character.isSurrogate(c)) {
        rewrite(text);
        return;
      } else {
        chars[i] = (char) CharClass.lowerCase(c);
      }
    }
  }

  private static void rewrite(AlignedText text) {
    var rewriter = text.rewrite();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c == I_WITH_DOT) {
        rewriter.put('i', i);
        rewriter.put(0x307, i);
      } else {
        rewriter.put(CharClass.lowerCase(c), i);
      }
      i += Character.charCount(c);
    }
    rewriter.commit();
  }
}
