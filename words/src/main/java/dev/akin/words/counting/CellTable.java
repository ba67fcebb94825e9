package dev.akin.words.counting;

import java.util.Arrays;

/** Sums by key in an open hash table of fixed size. */
final class CellTable {
  /** Of a slot, and of a place in the array that keys are sorted in. */
  private static final int BYTES_PER_SLOT = 24;

  private static final int LEAST_SLOTS = 16;
  private static final int MOST_SLOTS = 1 << 28;
  private static final double FULL = 0.7;
  private static final long EMPTY = -1;

  private final long[] keys;
  private final double[] sums;
  private final int mostCells;
  private int cells;

  /** The largest table that takes that many bytes, and at least a tiny one. */
  CellTable(long mostBytes) {
    long slots = Long.highestOneBit(Math.max(1, mostBytes / BYTES_PER_SLOT));
    int capacity = Math.clamp(slots, LEAST_SLOTS, MOST_SLOTS);
    keys = new long[capacity];
    sums = new double[capacity];
    Arrays.fill(keys, EMPTY);
    mostCells = (int) (capacity * FULL);
  }

  /** Adds to the sum of a key, which is 0 or more. */
  void add(long key, double value) {
    int slot = slot(key);
    if (keys[slot] == EMPTY) {
      keys[slot] = key;
      cells++;
    }
    sums[slot] += value;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (keys[slot] != EMPTY && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  boolean isFull() {
    return cells >= mostCells;
  }

  boolean isEmpty() {
    return cells == 0;
  }

  /** The keys in order. */
  long[] sortedKeys() {
    long[] sorted = new long[cells];
    int next = 0;
    for (long key : keys) {
      if (key != EMPTY) {
        sorted[next++] = key;
      }
    }
    Arrays.sort(sorted);
    return sorted;
  }

  double sum(long key) {
    return sums[slot(key)];
  }

  void clear() {
    Arrays.fill(keys, EMPTY);
    Arrays.fill(sums, 0);
    cells = 0;
  }
}
