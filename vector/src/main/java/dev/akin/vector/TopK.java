package dev.akin.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps the k best of any number of scored rows: higher scores first, equal scores by lower
 * ordinal.
 *
 * <p>What it holds does not depend on the order in which rows are offered. For one thread; each
 * thread fills its own and they are merged by {@link #addAll}. O(log k) a kept row, one comparison
 * a refused one.
 */
public final class TopK {
  private static final int FIRST_CAPACITY = 64;

  private final int k;

  /** A heap with the worst key at place 0. */
  private long[] keys;

  private int size;

  private TopK(int k) {
    this.k = k;
    this.keys = new long[Math.min(k, FIRST_CAPACITY)];
  }

  /**
   * Room for the k best.
   *
   * @throws IllegalArgumentException if k is not positive
   */
  public static TopK of(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("k is %d, it must be 1 or more".formatted(k));
    }
    return new TopK(k);
  }

  /**
   * Takes a row in if it is among the k best so far.
   *
   * @throws IllegalArgumentException if the score is not a number, or the ordinal is negative
   */
  public void offer(int ordinal, float score) {
    if (Float.isNaN(score) || ordinal < 0) {
      throw new IllegalArgumentException(
          "row %d has score %s: only numbers have an order".formatted(ordinal, score));
    }
    long key = key(ordinal, score);
    if (size < k) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, (int) Math.min(k, 2L * size));
      }
      keys[size++] = key;
      rise(size - 1);
    } else if (key > keys[0]) {
      keys[0] = key;
      sink();
    }
  }

  /** Offers the first {@code count} scores as those of the rows from {@code first} on. */
  public void offerRange(int first, int count, float[] scores) {
    float floor = floor();
    for (int i = 0; i < count; i++) {
      if (!(scores[i] < floor)) { // as it stands, so that NaN comes through and is refused
        offer(first + i, scores[i]);
        floor = floor();
      }
    }
  }

  /** Takes in what another one holds, as if its rows had been offered here. */
  public void addAll(TopK other) {
    for (int i = 0; i < other.size; i++) {
      offer(ordinal(other.keys[i]), score(other.keys[i]));
    }
  }

  /** Below this score no row gets in. */
  public float floor() {
    return size < k ? Float.NEGATIVE_INFINITY : score(keys[0]);
  }

  /** What is held, best first. */
  public List<Match> ranked() {
    long[] sorted = Arrays.copyOf(keys, size);
    Arrays.sort(sorted);
    List<Match> ranked = new ArrayList<>(size);
    for (int i = size - 1; i >= 0; i--) {
      ranked.add(new Match(ordinal(sorted[i]), score(sorted[i])));
    }
    return ranked;
  }

  /** Orders by score, then by falling ordinal; −0 counts as 0. */
  private static long key(int ordinal, float score) {
    int bits = Float.floatToIntBits(score + 0.0f);
    int ordered = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    return ((long) ordered << 32) | (~ordinal & 0xFFFF_FFFFL);
  }

  private static float score(long key) {
    int ordered = (int) (key >> 32);
    return Float.intBitsToFloat(ordered ^ ((ordered >> 31) & Integer.MAX_VALUE));
  }

  private static int ordinal(long key) {
    return ~(int) key;
  }

  private void rise(int place) {
    int child = place;
    long key = keys[child];
    while (child > 0 && keys[(child - 1) >>> 1] > key) {
      keys[child] = keys[(child - 1) >>> 1];
      child = (child - 1) >>> 1;
    }
    keys[child] = key;
  }

  private void sink() {
    int parent = 0;
    long key = keys[0];
    for (int child = 1; child < size; child = 2 * parent + 1) {
      if (child + 1 < size && keys[child + 1] < keys[child]) {
        child++;
      }
      if (keys[child] >= key) {
        break;
      }
      keys[parent] = keys[child];
      parent = child;
    }
    keys[parent] = key;
  }
}
