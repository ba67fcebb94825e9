package dev.akin.text.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Unigram language model (Kudo 2018): of all ways to cut a piece into tokens, the one whose
 * log-probabilities sum to the most, found by Viterbi's algorithm.
 *
 * <p>A character without a token costs 10 more than the least likely token; unknown characters in a
 * row are one token, or the tokens of their bytes if the model falls back to bytes.
 */
final class Unigram implements Model {
  private static final double UNKNOWN_PENALTY = 10;
  private static final int NO_ID = -1;

  private final Map<String, Integer> tokens;
  private final double[] scores;
  private final double unknownScore;
  private final int unknownId;
  private final int[] idOfByte = new int[256];
  private final boolean fallsBackToBytes;
  private final CharTrie trie = new CharTrie();

  /**
   * A model of these tokens.
   *
   * @param scores log-probability of each id
   * @param unknownId −1 if there is none
   */
  Unigram(Map<String, Integer> tokens, double[] scores, int unknownId, boolean fallsBackToBytes) {
    this.tokens = Map.copyOf(tokens);
    this.scores = scores;
    this.unknownId = unknownId;
    this.fallsBackToBytes = fallsBackToBytes;
    this.unknownScore = Arrays.stream(scores).min().orElse(0) - UNKNOWN_PENALTY;
    tokens.forEach(trie::put);
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
    int length = to - from;
    double[] best = new double[length + 1];
    int[] startOf = new int[length + 1];
    int[] idOf = new int[length + 1];
    Arrays.fill(startOf, NO_ID);
    findBest(text, from, to, new Path(best, startOf, idOf));
    int[] way = new int[length + 1];
    int steps = 0;
    for (int end = length; end > 0; end = startOf[end]) {
      way[steps++] = end;
    }
    for (int step = steps - 1, start = 0; step >= 0; step--) {
      int id = idOf[way[step]];
      while (id == unknownId && step > 0 && idOf[way[step - 1]] == unknownId) {
        step--;
      }
      int end = way[step];
      if (id == unknownId) {
        addUnknown(text, from + start, from + end, out);
      } else {
        out.add(id, text, from + start, from + end);
      }
      start = end;
    }
  }

  /** For every end: the best score, and where its last token starts and which it is. */
  @SuppressWarnings("ArrayRecordComponent") // Borrowed scratch space with names, never compared.
  private record Path(double[] best, int[] startOf, int[] idOf) {
    void offer(int start, int end, double score, int id) {
      if (startOf[end] == NO_ID || score > best[end]) {
        best[end] = score;
        startOf[end] = start;
        idOf[end] = id;
      }
    }
  }

  private void findBest(AlignedText text, int from, int to, Path path) {
    char[] chars = text.chars();
    for (int start = from; start < to; ) {
      double before = path.best[start - from];
      int next = start + Character.charCount(text.codePointAt(start));
      boolean isKnown = false;
      int node = CharTrie.ROOT;
      for (int i = start; i < to; ) {
        node = trie.child(node, chars[i++]);
        if (node == CharTrie.NO_NODE) {
          break;
        }
        int id = trie.value(node);
        if (id != CharTrie.NO_VALUE) {
          path.offer(start - from, i - from, scores[id] + before, id);
          isKnown |= i == next;
        }
      }
      if (!isKnown) {
        if (unknownId == NO_ID) {
          throw new IllegalArgumentException(
              "no token for %s at %d, and the model has no unk_id"
                  .formatted(Character.toString(text.codePointAt(start)), text.start(start)));
        }
        path.offer(start - from, next - from, unknownScore + before, unknownId);
      }
      start = next;
    }
  }

  private void addUnknown(AlignedText text, int from, int to, TokenSink out) {
    int node = CharTrie.ROOT;
    for (int i = from; i < to && node != CharTrie.NO_NODE; i++) {
      node = trie.child(node, text.chars()[i]);
    }
    if (node != CharTrie.NO_NODE && trie.value(node) != CharTrie.NO_VALUE) {
      out.add(trie.value(node), text, from, to);
      return;
    }
    byte[] bytes =
        fallsBackToBytes
            ? new String(text.chars(), from, to - from).getBytes(StandardCharsets.UTF_8)
            : new byte[0];
    boolean hasAll = bytes.length > 0;
    for (byte b : bytes) {
      hasAll &= idOfByte[b & 0xFF] != NO_ID;
    }
    if (!hasAll) {
      out.add(unknownId, text, from, to);
      return;
    }
    for (byte b : bytes) {
      out.add(idOfByte[b & 0xFF], text, from, to);
    }
  }
}
