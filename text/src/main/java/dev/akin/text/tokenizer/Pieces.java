package dev.akin.text.tokenizer;

import java.util.Arrays;

/** A text cut into pieces, in order, each between two indices. Mutable, for one thread. */
final class Pieces {
  private final AlignedText text;
  private int[] bounds;
  private int size;

  /** No piece yet. */
  Pieces(AlignedText text, int expected) {
    this.text = text;
    this.bounds = new int[Math.max(8, 2 * expected)];
  }

  /** The whole text as one piece; none if it is empty. */
  static Pieces whole(AlignedText text) {
    var pieces = new Pieces(text, 1);
    pieces.add(0, text.length());
    return pieces;
  }

  AlignedText text() {
    return text;
  }

  int size() {
    return size;
  }

  int from(int piece) {
    return bounds[2 * piece];
  }

  int to(int piece) {
    return bounds[2 * piece + 1];
  }

  /** Where a piece starts in the original text; what normalisation dropped before it counts. */
  int start(int piece) {
    boolean isWhole = from(piece) == 0 && to(piece) == text.length();
    return isWhole ? text.base() : text.start(from(piece));
  }

  /** Adds a piece unless it is empty. */
  void add(int from, int to) {
    if (from == to) {
      return;
    }
    if (2 * size == bounds.length) {
      bounds = Arrays.copyOf(bounds, 4 * size);
    }
    bounds[2 * size] = from;
    bounds[2 * size + 1] = to;
    size++;
  }
}
