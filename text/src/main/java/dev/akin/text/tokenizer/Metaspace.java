package dev.akin.text.tokenizer;

import java.util.ArrayList;
import java.util.List;

/** SentencePiece's way: a visible character in the place of each space, and before the text. */
record Metaspace(char replacement, Scheme scheme, boolean splits) implements PreTokenizer, Decoder {
  /** Which pieces get the replacement before them unless they start with it. */
  enum Scheme {
    ALWAYS,
    NEVER,
    FIRST
  }

  static Metaspace read(Section section) {
    String replacement = section.text("replacement");
    if (replacement.length() != 1) {
      throw section.error(
          "replacement", "expected one character of the basic plane, found " + replacement);
    }
    // Files before 2024 say add_prefix_space.
    boolean prefixes = section.flag("add_prefix_space", true);
    String scheme = section.findText("prepend_scheme").orElse(prefixes ? "always" : "never");
    section.ignore("str_rep");
    return new Metaspace(
        replacement.charAt(0),
        switch (scheme) {
          case "always" -> Scheme.ALWAYS;
          case "never" -> Scheme.NEVER;
          case "first" -> Scheme.FIRST;
          default ->
              throw section.error(
                  "prepend_scheme",
                  "unknown \"%s\"; known are always, never, first".formatted(scheme));
        },
        section.flag("split", true));
  }

  @Override
  public Pieces split(Pieces pieces) {
    AlignedText text = pieces.text();
    char[] chars = text.chars();
    for (int i = 0; i < text.length(); i++) {
      if (chars[i] == ' ') {
        chars[i] = replacement;
      }
    }
    Pieces prefixed = prefix(pieces);
    if (!splits) {
      return prefixed;
    }
    var finer = new Pieces(text, text.length() / 4);
    chars = text.chars();
    for (int i = 0; i < prefixed.size(); i++) {
      int start = prefixed.from(i);
      for (int k = start + 1; k < prefixed.to(i); k++) {
        if (chars[k] == replacement) {
          finer.add(start, k);
          start = k;
        }
      }
      finer.add(start, prefixed.to(i));
    }
    return finer;
  }

  private Pieces prefix(Pieces pieces) {
    AlignedText text = pieces.text();
    boolean any = false;
    for (int i = 0; i < pieces.size(); i++) {
      any |= needsPrefix(pieces, i);
    }
    if (!any) {
      return pieces;
    }
    var prefixed = new Pieces(text, pieces.size());
    var rewriter = text.rewrite();
    for (int i = 0; i < pieces.size(); i++) {
      int start = rewriter.length();
      String prefix = needsPrefix(pieces, i) ? String.valueOf(replacement) : "";
      rewriter.putPrefixed(prefix, pieces.from(i), pieces.to(i));
      prefixed.add(start, rewriter.length());
    }
    rewriter.commit();
    return prefixed;
  }

  private boolean needsPrefix(Pieces pieces, int piece) {
    int from = pieces.from(piece);
    if (pieces.text().chars()[from] == replacement) {
      return false;
    }
    return switch (scheme) {
      case ALWAYS -> true;
      case NEVER -> false;
      case FIRST -> pieces.start(piece) == 0;
    };
  }

  @Override
  public List<String> decode(List<String> tokens) {
    var parts = new ArrayList<String>(tokens.size());
    String sign = String.valueOf(replacement);
    for (String token : tokens) {
      boolean isFirst = parts.isEmpty() && scheme != Scheme.NEVER;
      parts.add(token.replace(sign, isFirst ? "" : " "));
    }
    return parts;
  }
}
