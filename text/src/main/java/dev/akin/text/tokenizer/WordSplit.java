package dev.akin.text.tokenizer;

/** Runs of word characters, and runs of characters that are neither these nor white space. */
record WordSplit() implements PreTokenizer {
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
    int start = from;
    int last = 0;
    for (int i = from; i < to; ) {
      int c = text.codePointAt(i);
      int kind = CharClass.isWord(c) ? 1 : CharClass.isWhitespace(c) ? 0 : 2;
      if (kind != last) {
        if (last != 0) {
          out.add(start, i);
        }
        start = i;
        last = kind;
      }
      i += Character.charCount(c);
    }
    if (last != 0) {
      out.add(start, to);
    }
  }
}
