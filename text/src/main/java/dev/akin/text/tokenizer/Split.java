package dev.akin.text.tokenizer;

/** Cuts at the matches of a pattern. */
record Split(TextPattern pattern, SplitBehavior behavior, boolean inverts) implements PreTokenizer {
  @Override
  public Pieces split(Pieces pieces) {
    AlignedText text = pieces.text();
    var finer = new Pieces(text, pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      int from = pieces.from(i);
      int to = pieces.to(i);
      behavior.cut(from, to, pattern.matches(text, from, to), inverts, finer);
    }
    return finer;
  }
}
