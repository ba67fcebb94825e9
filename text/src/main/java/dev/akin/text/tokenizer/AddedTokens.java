package dev.akin.text.tokenizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tokens found as they are written, before or after normalisation, and never cut. Immutable. */
final class AddedTokens {
  /**
   * One added token.
   *
   * @param isWord whether it counts only where no word character touches it
   * @param eatsLeft whether it takes the white space before it
   * @param eatsRight whether it takes the white space after it
   * @param isNormalized whether it is looked for in the normalised text
   * @param isSpecial whether {@code decode} leaves it out
   */
  record Token(
      int id,
      String content,
      boolean isWord,
      boolean eatsLeft,
      boolean eatsRight,
      boolean isNormalized,
      boolean isSpecial) {}

  private final List<Token> tokens;
  private final CharTrie trie = new CharTrie();
  private final boolean[] isFirst = new boolean[128];
  private boolean isFirstBeyond;

  private AddedTokens(List<Token> tokens, Normalizer normalizer) {
    this.tokens = tokens;
    for (int i = 0; i < tokens.size(); i++) {
      String content = tokens.get(i).content();
      AlignedText text = AlignedText.of(content, 0, content.length());
      normalizer.normalize(text);
      if (text.length() > 0) {
        trie.put(text.toString(), i);
        char first = text.chars()[0];
        if (first < 128) {
          isFirst[first] = true;
        } else {
          isFirstBeyond = true;
        }
      }
    }
  }

  /** Those looked for in the raw text. */
  static AddedTokens raw(List<Token> all) {
    return new AddedTokens(
        all.stream().filter(t -> !t.isNormalized()).toList(), new Normalizer.None());
  }

  /** Those looked for in the normalised text, themselves normalised. */
  static AddedTokens normalized(List<Token> all, Normalizer normalizer) {
    return new AddedTokens(all.stream().filter(Token::isNormalized).toList(), normalizer);
  }

  static Map<String, Integer> ids(List<Token> all) {
    var ids = new HashMap<String, Integer>();
    all.forEach(t -> ids.put(t.content(), t.id()));
    return ids;
  }

  /** A stretch of text: an added token, or one without ({@code id} −1). */
  record Stretch(int id, int from, int to) {
    static final int PLAIN = -1;
  }

  /** Whether no added token starts anywhere in a text. */
  boolean areAbsent(AlignedText text) {
    if (tokens.isEmpty()) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      if (longestAt(text, i) != CharTrie.NO_NODE) {
        return false;
      }
    }
    return true;
  }

  /** The node of the longest token at a position, or {@link CharTrie#NO_NODE}. */
  private int longestAt(AlignedText text, int at) {
    char[] chars = text.chars();
    if (chars[at] < 128 ? !isFirst[chars[at]] : !isFirstBeyond) {
      return CharTrie.NO_NODE;
    }
    int longest = CharTrie.NO_NODE;
    int node = CharTrie.ROOT;
    for (int i = at; i < text.length(); i++) {
      node = trie.child(node, chars[i]);
      if (node == CharTrie.NO_NODE) {
        break;
      }
      if (trie.value(node) != CharTrie.NO_VALUE) {
        longest = node;
      }
    }
    return longest;
  }

  /** The stretches of a text, in order: leftmost tokens first, of these the longest. */
  List<Stretch> split(AlignedText text) {
    var stretches = new ArrayList<Stretch>();
    int done = 0;
    for (int i = 0; i < text.length(); ) {
      int node = longestAt(text, i);
      if (node == CharTrie.NO_NODE) {
        i++;
        continue;
      }
      Token token = tokens.get(trie.value(node));
      int from = i;
      int to = i + trie.depth(node);
      i = to;
      if (token.isWord() && touchesWord(text, from, to)) {
        continue;
      }
      from = token.eatsLeft() ? Math.max(done, beforeSpace(text, from)) : from;
      to = token.eatsRight() ? afterSpace(text, to) : to;
      if (done < from) {
        stretches.add(new Stretch(Stretch.PLAIN, done, from));
      }
      stretches.add(new Stretch(token.id(), from, to));
      done = to;
    }
    if (done < text.length()) {
      stretches.add(new Stretch(Stretch.PLAIN, done, text.length()));
    }
    return stretches;
  }

  private static boolean touchesWord(AlignedText text, int from, int to) {
    return (from > 0 && CharClass.isWord(text.codePointBefore(from)))
        || (to < text.length() && CharClass.isWord(text.codePointAt(to)));
  }

  private static int beforeSpace(AlignedText text, int at) {
    int start = at;
    while (start > 0 && CharClass.isWhitespace(text.chars()[start - 1])) {
      start--;
    }
    return start;
  }

  private static int afterSpace(AlignedText text, int at) {
    int end = at;
    while (end < text.length() && CharClass.isWhitespace(text.chars()[end])) {
      end++;
    }
    return end;
  }
}
