package dev.akin.text.tokenizer;

import java.util.ArrayList;
import java.util.List;

/** Joins tokens with spaces except where one continues a word; may tidy English punctuation. */
record WordPieceDecoder(String prefix, boolean tidies) implements Decoder {
  @Override
  public List<String> decode(List<String> tokens) {
    var parts = new ArrayList<String>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (i > 0) {
        token = token.startsWith(prefix) ? token.substring(prefix.length()) : " " + token;
      }
      parts.add(tidies ? tidy(token) : token);
    }
    return parts;
  }

  /** Takes out the spaces that English does not write, token by token. */
  static String tidy(String token) {
    return token
        .replace(" .", ".")
        .replace(" ?", "?")
        .replace(" !", "!")
        .replace(" ,", ",")
        .replace(" ' ", "'")
        .replace(" n't", "n't")
        .replace(" 'm", "'m")
        .replace(" do not", " don't")
        .replace(" 's", "'s")
        .replace(" 've", "'ve")
        .replace(" 're", "'re");
  }
}
