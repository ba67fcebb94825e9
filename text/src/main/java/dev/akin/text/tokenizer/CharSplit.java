package dev.akin.text.tokenizer;

import java.util.function.IntPredicate;

/** Cuts at every single character of a kind. */
record CharSplit(IntPredicate isMatch, SplitBehavior behavior) implements PreTokenizer {
  @Override
  public Pieces split(Pieces pieces) {
    AlignedText text = pieces.text();
    var finer = new Pieces(text, pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      int from = pieces.from(i);
      int to = pieces.to(i);
      behavior.cut(from, to, matches(text, from, to), false, finer);
    }
    return finer;
  }

  private int[] matches(AlignedText text, int from, int to) {
    var found = new TextPattern.Bounds();
    for (int i = from; i < to; ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (isMatch.test(c)) {
        found.add(i, next);
      }
      i = next;
    }
    return found.toArray();
  }
}
