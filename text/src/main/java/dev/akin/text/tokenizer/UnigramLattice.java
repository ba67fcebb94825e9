package dev.akin.text.tokenizer;

import dev.akin.text.tokenizer.UnigramTrainer.Piece;
import java.util.Arrays;
import java.util.List;

/**
 * All ways to cut a word into pieces, for training: expected counts by the forward-backward
 * algorithm and the best way by Viterbi's. Characters without a piece are passed at a high cost.
 */
final class UnigramLattice {
  static final int NO_PIECE = -1;

  private static final double PASS_SCORE = -100;

  private final CharTrie trie = new CharTrie();
  private final double[] scores;

  UnigramLattice(List<Piece> pieces) {
    scores = new double[pieces.size()];
    for (int i = 0; i < scores.length; i++) {
      trie.put(pieces.get(i).text(), i);
      scores[i] = pieces.get(i).score();
    }
  }

  /** Something to be done with every piece that fits between two indices of a word. */
  private interface Edge {
    void at(int from, int to, int piece, double score);
  }

  private void edges(String word, int from, Edge edge) {
    int next = from + Character.charCount(word.codePointAt(from));
    boolean passes = true;
    int node = CharTrie.ROOT;
    for (int i = from; i < word.length(); ) {
      node = trie.child(node, word.charAt(i++));
      if (node == CharTrie.NO_NODE) {
        break;
      }
      int piece = trie.value(node);
      if (piece != CharTrie.NO_VALUE) {
        passes &= i != next;
        edge.at(from, i, piece, scores[piece]);
      }
    }
    if (passes) {
      edge.at(from, next, NO_PIECE, PASS_SCORE);
    }
  }

  /** Adds to each piece how often it is expected in a word that occurs so many times. */
  void addExpectedCounts(String word, double count, double[] expected) {
    int length = word.length();
    double[] forward = new double[length + 1];
    double[] backward = new double[length + 1];
    Arrays.fill(forward, 1, length + 1, Double.NEGATIVE_INFINITY);
    Arrays.fill(backward, 0, length, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < length; i += Character.charCount(word.codePointAt(i))) {
      edges(
          word,
          i,
          (from, to, piece, score) -> forward[to] = logSum(forward[to], forward[from] + score));
    }
    for (int i = length; i > 0; ) {
      i -= Character.charCount(word.codePointBefore(i));
      edges(
          word,
          i,
          (from, to, piece, score) ->
              backward[from] = logSum(backward[from], backward[to] + score));
    }
    double all = forward[length];
    for (int i = 0; i < length; i += Character.charCount(word.codePointAt(i))) {
      edges(
          word,
          i,
          (from, to, piece, score) -> {
            if (piece != NO_PIECE) {
              expected[piece] += count * Math.exp(forward[from] + score + backward[to] - all);
            }
          });
    }
  }

  private static double logSum(double a, double b) {
    double larger = Math.max(a, b);
    double smaller = Math.min(a, b);
    return larger == Double.NEGATIVE_INFINITY
        ? larger
        : larger + Math.log1p(Math.exp(smaller - larger));
  }

  /** The pieces of the best way that does without one of them, in the order of the word. */
  int[] best(String word, int without) {
    int length = word.length();
    double[] best = new double[length + 1];
    int[] pieceAt = new int[length + 1];
    int[] fromOf = new int[length + 1];
    Arrays.fill(best, 1, length + 1, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < length; i += Character.charCount(word.codePointAt(i))) {
      edges(
          word,
          i,
          (from, to, piece, score) -> {
            double candidate = best[from] + score;
            if ((piece != without || piece == NO_PIECE) && candidate > best[to]) {
              best[to] = candidate;
              pieceAt[to] = piece;
              fromOf[to] = from;
            }
          });
    }
    int[] way = new int[length];
    int size = 0;
    for (int end = length; end > 0; end = fromOf[end]) {
      if (pieceAt[end] != NO_PIECE) {
        way[size++] = pieceAt[end];
      }
    }
    int[] ordered = new int[size];
    for (int i = 0; i < size; i++) {
      ordered[i] = way[size - 1 - i];
    }
    return ordered;
  }
}
