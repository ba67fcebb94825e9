package dev.akin.text.tokenizer;

import java.lang.Character.UnicodeScript;

/**
 * Cuts where the script changes; Hiragana and Katakana count as Han, and a space belongs to the
 * script before it.
 */
record ScriptSplit() implements PreTokenizer {
  @Override
  public Pieces split(Pieces pieces) {
    AlignedText text = pieces.text();
    var finer = new Pieces(text, pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      split(text, pieces.from(i), pieces.to(i), finer);
    }
    return finer;
  }

  private static void split(AlignedText text, int from, int to, Pieces out) {
    UnicodeScript last = UnicodeScript.UNKNOWN;
    int start = -1;
    for (int i = from; i < to; ) {
      int c = text.codePointAt(i);
      UnicodeScript script = script(c);
      if (script != UnicodeScript.UNKNOWN) {
        if (script != last) {
          if (start >= 0) {
            out.add(start, i);
          }
          start = i;
        }
        last = script;
      }
      i += Character.charCount(c);
    }
    if (start >= 0) {
      out.add(start, to);
    }
  }

  /** UNKNOWN stands for what changes no script. */
  private static UnicodeScript script(int c) {
    if (c == ' ' || OlderUnicode.LATER_SCRIPTS.contains(c)) {
      return UnicodeScript.UNKNOWN;
    }
    if (c == 0x30FC) {
      return UnicodeScript.HAN;
    }
    if (c == 0x953 || c == 0x954) {
      return UnicodeScript.DEVANAGARI; // Inherited now.
    }
    UnicodeScript script = UnicodeScript.of(c);
    return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA
        ? UnicodeScript.HAN
        : script;
  }
}
