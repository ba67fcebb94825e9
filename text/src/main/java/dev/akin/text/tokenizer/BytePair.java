package dev.akin.text.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Byte-pair encoding (Sennrich et al. 2016): the characters of a word, merged pair by pair in the
 * order in which training merged them.
 *
 * <p>A character without a token of its own becomes the tokens of its bytes ({@code <0xE2>}) if the
 * model falls back to bytes, else the unknown token; without one it is left out.
 */
final class BytePair implements Model {
  /**
   * The choices of a model.
   *
   * @param unknownId −1 if there is none
   * @param prefix what tokens inside a word start with, or empty
   * @param suffix what tokens at the end of a word end with, or empty
   * @param fusesUnknown whether unknown characters in a row are one token
   * @param fallsBackToBytes whether a character without a token becomes its bytes
   * @param takesWhole whether a word that is a token is never taken apart
   */
  record Options(
      int unknownId,
      String prefix,
      String suffix,
      boolean fusesUnknown,
      boolean fallsBackToBytes,
      boolean takesWhole) {}

  private static final int NO_ID = -1;

  private final Map<String, Integer> tokens;
  private final Merges merges;
  private final Options options;
  private final CharTrie trie;
  private final int[] idOfCharacter;
  private final int[] idOfByte;
  private final WordCache cache = new WordCache();

  BytePair(Map<String, Integer> tokens, Merges merges, Options options) {
    this.tokens = Map.copyOf(tokens);
    this.merges = merges;
    this.options = options;
    this.trie = new CharTrie();
    if (options.takesWhole()) {
      tokens.forEach(trie::put);
    }
    this.idOfCharacter = new int[0x180];
    for (int c = 0; c < idOfCharacter.length; c++) {
      idOfCharacter[c] = tokens.getOrDefault(Character.toString(c), NO_ID);
    }
    this.idOfByte = new int[256];
    for (int b = 0; b < 256; b++) {
      idOfByte[b] = tokens.getOrDefault("<0x%02X>".formatted(b), NO_ID);
    }
  }

  @Override
  public Map<String, Integer> tokens() {
    return tokens;
  }

  @Override
  public void tokenize(AlignedText text, int from, int to, TokenSink out) {
    char[] chars = text.chars();
    boolean isShort = to - from <= WordCache.MAX_LENGTH;
    int[] found = isShort ? cache.find(chars, from, to) : new int[0];
    if (found.length == 0) {
      found = tokens(text, from, to);
      if (isShort) {
        cache.put(chars, from, to, found);
      }
    }
    for (int i = 0; i < found.length; i += 3) {
      out.add(found[i], text, from + found[i + 1], from + found[i + 2]);
    }
  }

  private int[] tokens(AlignedText text, int from, int to) {
    if (options.takesWhole()) {
      int whole = wholeId(text.chars(), from, to);
      if (whole != NO_ID) {
        return new int[] {whole, 0, to - from};
      }
    }
    Word word = symbols(text, from, to);
    word.merge(merges);
    return word.tokens(from);
  }

  private int wholeId(char[] chars, int from, int to) {
    int node = CharTrie.ROOT;
    for (int i = from; i < to && node != CharTrie.NO_NODE; i++) {
      node = trie.child(node, chars[i]);
    }
    return node == CharTrie.NO_NODE ? NO_ID : trie.value(node);
  }

  /** The characters of a word as symbols; unknown ones wait, so that they can be fused. */
  private Word symbols(AlignedText text, int from, int to) {
    var word = new Word();
    int unknownFrom = NO_ID;
    int unknownTo = NO_ID;
    for (int i = from; i < to; ) {
      int next = i + Character.charCount(text.codePointAt(i));
      int id = characterId(text, i, next, from, to);
      if (id != NO_ID) {
        addUnknown(word, unknownFrom, unknownTo);
        unknownFrom = NO_ID;
        word.add(id, i, next);
      } else if (!addBytes(word, symbol(text, i, next, from, to), i, next)
          && options.unknownId() != NO_ID) {
        if (!options.fusesUnknown()) {
          addUnknown(word, unknownFrom, unknownTo);
          unknownFrom = NO_ID;
        }
        unknownFrom = unknownFrom == NO_ID ? i : unknownFrom;
        unknownTo = next;
      }
      i = next;
    }
    addUnknown(word, unknownFrom, unknownTo);
    return word;
  }

  private void addUnknown(Word word, int from, int to) {
    if (from != NO_ID) {
      word.add(options.unknownId(), from, to);
    }
  }

  private int characterId(AlignedText text, int at, int next, int from, int to) {
    boolean isPlain =
        (at == from || options.prefix().isEmpty()) && (next < to || options.suffix().isEmpty());
    char c = text.chars()[at];
    if (isPlain && c < idOfCharacter.length) {
      return idOfCharacter[c];
    }
    return tokens.getOrDefault(symbol(text, at, next, from, to), NO_ID);
  }

  private String symbol(AlignedText text, int at, int next, int from, int to) {
    String character = new String(text.chars(), at, next - at);
    return (at == from ? "" : options.prefix()) + character + (next == to ? options.suffix() : "");
  }

  private boolean addBytes(Word word, String symbol, int from, int to) {
    if (!options.fallsBackToBytes()) {
      return false;
    }
    byte[] bytes = symbol.getBytes(StandardCharsets.UTF_8);
    for (byte b : bytes) {
      if (idOfByte[b & 0xFF] == NO_ID) {
        return false;
      }
    }
    for (byte b : bytes) {
      word.add(idOfByte[b & 0xFF], from, to);
    }
    return true;
  }
}
