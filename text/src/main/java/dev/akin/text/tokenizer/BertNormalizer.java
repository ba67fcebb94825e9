package dev.akin.text.tokenizer;

import java.text.Normalizer.Form;

/**
 * BERT's cleaning: control characters dropped, every white space a space, Chinese characters set
 * apart, accents stripped, lower case.
 */
record BertNormalizer(
    boolean cleansText, boolean separatesChinese, boolean stripsAccents, boolean lowersCase)
    implements Normalizer {
  private static final UnicodeForm DECOMPOSED = new UnicodeForm(Form.NFD);
  private static final Lowercase LOWERCASE = new Lowercase();

  @Override
  public void normalize(AlignedText text) {
    if (normalizeInPlace(text)) {
      return;
    }
    if (cleansText) {
      clean(text);
    }
    if (separatesChinese) {
      separateChinese(text);
    }
    if (stripsAccents) {
      DECOMPOSED.normalize(text);
      text.keep(c -> !CharClass.isNonspacingMark(c));
    }
    if (lowersCase) {
      LOWERCASE.normalize(text);
    }
  }

  /** The way of plain ASCII, where no character is added or dropped. */
  private boolean normalizeInPlace(AlignedText text) {
    char[] chars = text.chars();
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      if (c > 0x7e || (c < ' ' && c != '\n' && c != '\t' && c != '\r')) {
        return false;
      }
    }
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      if (lowersCase && c >= 'A' && c <= 'Z') {
        chars[i] = (char) (c | 0x20);
      } else if (cleansText && c < ' ') {
        chars[i] = ' ';
      }
    }
    return true;
  }

  private static void clean(AlignedText text) {
    text.keep(c -> c != 0xFFFD && !CharClass.isControl(c));
    text.map(c -> CharClass.isWhitespace(c) ? ' ' : c);
  }

  private static void separateChinese(AlignedText text) {
    int i = 0;
    while (i < text.length() && !CharClass.isChinese(text.codePointAt(i))) {
      i++;
    }
    if (i == text.length()) {
      return;
    }
    var rewriter = text.rewrite();
    for (i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (CharClass.isChinese(c)) {
        rewriter.put(' ', i);
        rewriter.put(c, i);
        rewriter.put(' ', i);
      } else {
        rewriter.put(c, i);
      }
      i += Character.charCount(c);
    }
    rewriter.commit();
  }
}
