package dev.akin.text.tokenizer;

import dev.akin.text.TokenSequence;
import java.util.Arrays;

/** Tokens of one text as they are found, with spans of the original text. For one thread. */
final class TokenSink {
  private int[] ids;
  private int[] starts;
  private int[] ends;
  private int size;

  TokenSink(int expected) {
    int room = Math.max(8, expected);
    ids = new int[room];
    starts = new int[room];
    ends = new int[room];
  }

  int size() {
    return size;
  }

  /** Adds a token that covers the units {@code from} to {@code to} of a text. */
  void add(int id, AlignedText text, int from, int to) {
    if (from == to) {
      int at =
          from < text.length() ? text.start(from) : from == 0 ? text.base() : text.end(from - 1);
      add(id, at, at);
    } else {
      add(id, text.start(from), text.end(to - 1));
    }
  }

  /** Adds a token with its span in the original text. */
  void add(int id, int start, int end) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    ids[size] = id;
    starts[size] = start;
    ends[size++] = end;
  }

  /** Takes back every token from that one on. */
  void cutTo(int newSize) {
    size = newSize;
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  int id(int token) {
    return ids[token];
  }

  /** Narrows or moves the span of a token. */
  void setSpan(int token, int start, int end) {
    starts[token] = start;
    ends[token] = end;
  }

  /** The first {@code kept} tokens between two runs of special tokens. */
  TokenSequence between(int[] before, int kept, int[] after) {
    int total = before.length + kept + after.length;
    int[] allIds = Arrays.copyOf(before, total);
    int[] allStarts = new int[total];
    int[] allEnds = new int[total];
    boolean[] special = new boolean[total];
    System.arraycopy(ids, 0, allIds, before.length, kept);
    System.arraycopy(starts, 0, allStarts, before.length, kept);
    System.arraycopy(ends, 0, allEnds, before.length, kept);
    System.arraycopy(after, 0, allIds, before.length + kept, after.length);
    Arrays.fill(special, 0, before.length, true);
    Arrays.fill(special, before.length + kept, total, true);
    return new TokenSequence(allIds, allStarts, allEnds, special);
  }
}
