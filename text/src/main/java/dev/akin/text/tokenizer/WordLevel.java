package dev.akin.text.tokenizer;

import java.util.Map;

/** One token a piece. */
final class WordLevel implements Model {
  private final Map<String, Integer> tokens;
  private final int unknownId;
  private final CharTrie trie = new CharTrie();

  WordLevel(Map<String, Integer> tokens, int unknownId) {
    this.tokens = Map.copyOf(tokens);
    this.unknownId = unknownId;
    tokens.forEach(trie::put);
  }

  @Override
  public Map<String, Integer> tokens() {
    return tokens;
  }

  @Override
  public void tokenize(AlignedText text, int from, int to, TokenSink out) {
    int node = CharTrie.ROOT;
    for (int i = from; i < to && node != CharTrie.NO_NODE; i++) {
      node = trie.child(node, text.chars()[i]);
    }
    int id = node == CharTrie.NO_NODE ? CharTrie.NO_VALUE : trie.value(node);
    out.add(id == CharTrie.NO_VALUE ? unknownId : id, text, from, to);
  }
}
