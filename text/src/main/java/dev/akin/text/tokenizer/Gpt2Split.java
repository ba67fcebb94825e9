package dev.akin.text.tokenizer;

/**
 * GPT-2's cutting by hand, the regular expression
 *
 * <pre>{@code 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+}</pre>
 *
 * <p>of which every piece of the text is some match.
 */
final class Gpt2Split {
  private static final byte LETTER = 0;
  private static final byte NUMBER = 1;
  private static final byte SPACE = 2;
  private static final byte OTHER = 3;
  private static final byte[] ASCII = new byte[128];

  static {
    for (int c = 0; c < 128; c++) {
      ASCII[c] = kindOf(c);
    }
  }

  private Gpt2Split() {}

  static Pieces split(Pieces pieces) {
    var finer = new Pieces(pieces.text(), pieces.text().length() / 4);
    for (int i = 0; i < pieces.size(); i++) {
      for (int at = pieces.from(i); at < pieces.to(i); ) {
        int end = end(pieces.text(), at, pieces.to(i));
        finer.add(at, end);
        at = end;
      }
    }
    return finer;
  }

  /** Where the match that starts at an index ends. */
  private static int end(AlignedText text, int at, int to) {
    char[] chars = text.chars();
    if (chars[at] == '\'') {
      int end = contraction(chars, at, to);
      if (end > at) {
        return end;
      }
    }
    byte kind = kind(text, at);
    if (kind != SPACE) {
      return run(text, at, to, kind);
    }
    int next = at + 1;
    if (chars[at] == ' ' && next < to && kind(text, next) != SPACE) {
      return run(text, next, to, kind(text, next));
    }
    int end = run(text, at, to, SPACE);
    // All but the last white space, which goes with the word after it, unless it is the only one.
    return end == to || end == next ? end : end - 1;
  }

  private static int run(AlignedText text, int at, int to, byte kind) {
    int i = at;
    while (i < to && kind(text, i) == kind) {
      i += Character.charCount(text.codePointAt(i));
    }
    return i;
  }

  private static int contraction(char[] chars, int at, int to) {
    if (at + 1 >= to) {
      return at;
    }
    char first = chars[at + 1];
    if (first == 's' || first == 't' || first == 'm' || first == 'd') {
      return at + 2;
    }
    if (at + 2 < to) {
      char second = chars[at + 2];
      if ((first == 'r' && second == 'e')
          || (first == 'v' && second == 'e')
          || (first == 'l' && second == 'l')) {
        return at + 3;
      }
    }
    return at;
  }

  private static byte kind(AlignedText text, int at) {
    char c = text.chars()[at];
    return c < 128 ? ASCII[c] : kindOf(text.codePointAt(at));
  }

  private static byte kindOf(int c) {
    if (CharClass.isWhitespace(c)) {
      return SPACE;
    }
    return CharClass.isNumber(c) ? NUMBER : CharClass.isLetter(c) ? LETTER : OTHER;
  }
}
