package dev.akin.text.tokenizer;

import java.util.Arrays;

/** Pairs of tokens that merge, with rank and result: a hash table of primitives. */
final class Merges {
  private static final long FREE = -1;

  private final long[] pairs;
  private final long[] values;

  Merges(int expected) {
    int capacity = Math.max(16, Integer.highestOneBit(Math.max(1, expected)) << 2);
    pairs = new long[capacity];
    values = new long[capacity];
    Arrays.fill(pairs, FREE);
  }

  /** Adds a pair; of one added twice the later counts. Never beyond the number expected. */
  void put(int left, int right, int rank, int result) {
    long pair = pair(left, right);
    int slot = slot(pair);
    while (pairs[slot] != FREE && pairs[slot] != pair) {
      slot = (slot + 1) & (pairs.length - 1);
    }
    pairs[slot] = pair;
    values[slot] = (long) rank << 32 | result;
  }

  /** {@code rank << 32 | result}, or −1 if the two do not merge. */
  long find(int left, int right) {
    long pair = pair(left, right);
    for (int slot = slot(pair); pairs[slot] != FREE; slot = (slot + 1) & (pairs.length - 1)) {
      if (pairs[slot] == pair) {
        return values[slot];
      }
    }
    return FREE;
  }

  private static long pair(int left, int right) {
    return (long) left << 32 | right;
  }

  private int slot(long pair) {
    long mixed = pair * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & (pairs.length - 1);
  }
}
