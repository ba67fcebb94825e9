package dev.akin.text.tokenizer;

import java.util.Map;

/**
 * WordPiece: from the left, always the longest token that fits (Schuster and Nakajima 2012; the
 * matching is that of BERT). A word of which some part fits no token becomes one unknown token.
 */
final class WordPiece implements Model {
  private final Map<String, Integer> tokens;
  private final CharTrie trie = new CharTrie();
  private final int continuation;
  private final int unknownId;
  private final int maxCharacters;

  /**
   * A model of these tokens.
   *
   * @param prefix what tokens inside a word start with ("##")
   * @param unknownId the token of words that cannot be put together
   * @param maxCharacters words of more code points are unknown
   */
  WordPiece(Map<String, Integer> tokens, String prefix, int unknownId, int maxCharacters) {
    this.tokens = Map.copyOf(tokens);
    tokens.forEach(trie::put);
    this.continuation = trie.find(prefix);
    this.unknownId = unknownId;
    this.maxCharacters = maxCharacters;
  }

  @Override
  public Map<String, Integer> tokens() {
    return tokens;
  }

  @Override
  public void tokenize(AlignedText text, int from, int to, TokenSink out) {
    int before = out.size();
    if (to - from > maxCharacters && isLong(text, from, to)) {
      out.add(unknownId, text, from, to);
      return;
    }
    char[] chars = text.chars();
    int root = CharTrie.ROOT;
    for (int start = from; start < to; ) {
      int node = root;
      int id = CharTrie.NO_VALUE;
      int end = start;
      for (int i = start; i < to && node != CharTrie.NO_NODE; ) {
        node = trie.child(node, chars[i++]);
        if (node != CharTrie.NO_NODE && trie.value(node) != CharTrie.NO_VALUE) {
          id = trie.value(node);
          end = i;
        }
      }
      if (id == CharTrie.NO_VALUE) {
        out.cutTo(before);
        out.add(unknownId, text, from, to);
        return;
      }
      out.add(id, text, start, end);
      start = end;
      root = continuation;
    }
  }

  private boolean isLong(AlignedText text, int from, int to) {
    return Character.codePointCount(text.chars(), from, to - from) > maxCharacters;
  }
}
