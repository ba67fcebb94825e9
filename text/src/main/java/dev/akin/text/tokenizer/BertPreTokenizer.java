package dev.akin.text.tokenizer;

/** Words between white space; each punctuation character is a piece of its own. */
record BertPreTokenizer() implements PreTokenizer {
  private static final byte WORD = 0;
  private static final byte SPACE = 1;
  private static final byte PUNCTUATION = 2;
  private static final byte[] ASCII = new byte[128];

  static {
    for (int c = 0; c < 128; c++) {
      ASCII[c] = kind(c);
    }
  }

  private static byte kind(int c) {
    return CharClass.isWhitespace(c) ? SPACE : CharClass.isPunctuation(c) ? PUNCTUATION : WORD;
  }

  @Override
  public Pieces split(Pieces pieces) {
    AlignedText text = pieces.text();
    var finer = new Pieces(text, text.length() / 4);
    for (int i = 0; i < pieces.size(); i++) {
      split(text, pieces.from(i), pieces.to(i), finer);
    }
    return finer;
  }

  private static void split(AlignedText text, int from, int to, Pieces out) {
    char[] chars = text.chars();
    int start = from;
    for (int i = from; i < to; ) {
      int c = chars[i];
      int next = i + 1;
      byte kind;
      if (c < 0x80) {
        kind = ASCII[c];
      } else {
        c = text.codePointAt(i);
        next = i + Character.charCount(c);
        kind = kind(c);
      }
      if (kind != WORD) {
        out.add(start, i);
        if (kind == PUNCTUATION) {
          out.add(i, next);
        }
        start = next;
      }
      i = next;
    }
    out.add(start, to);
  }
}
