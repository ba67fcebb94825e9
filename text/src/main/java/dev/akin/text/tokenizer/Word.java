package dev.akin.text.tokenizer;

import java.util.Arrays;

/**
 * The symbols of one word while byte-pair encoding merges them: a linked list in arrays and a heap
 * of the merges that may come next. For one thread.
 */
final class Word {
  private static final int NONE = -1;

  private int[] ids = new int[16];
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int[] previous = new int[16];
  private int[] next = new int[16];
  private int size;

  // Each merge: rank and position in one long, so that the least is the next; and its result.
  private long[] heap = new long[16];
  private int[] results = new int[16];
  private int heapSize;

  /** Adds a symbol that stands for the units between two indices. */
  void add(int id, int start, int end) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      previous = Arrays.copyOf(previous, 2 * size);
      next = Arrays.copyOf(next, 2 * size);
    }
    ids[size] = id;
    starts[size] = start;
    ends[size] = end;
    previous[size] = size - 1;
    next[size] = NONE;
    if (size > 0) {
      next[size - 1] = size;
    }
    size++;
  }

  /** Merges the pair of lowest rank, the leftmost of these first, until none merges. */
  void merge(Merges merges) {
    for (int i = 0; i + 1 < size; i++) {
      offer(merges, i);
    }
    while (heapSize > 0) {
      int left = (int) heap[0];
      int result = results[0];
      removeLeast();
      int right = ids[left] == NONE ? NONE : next[left];
      if (right == NONE || (int) merges.find(ids[left], ids[right]) != result) {
        continue; // One of the two has merged with another in the meantime.
      }
      ids[left] = result;
      ends[left] = ends[right];
      ids[right] = NONE;
      next[left] = next[right];
      if (next[left] != NONE) {
        previous[next[left]] = left;
        offer(merges, left);
      }
      if (previous[left] != NONE) {
        offer(merges, previous[left]);
      }
    }
  }

  private void offer(Merges merges, int left) {
    long merge = merges.find(ids[left], ids[next[left]]);
    if (merge >= 0) {
      push((merge & 0xFFFFFFFF00000000L) | left, (int) merge);
    }
  }

  private void push(long key, int result) {
    if (heapSize == heap.length) {
      heap = Arrays.copyOf(heap, 2 * heapSize);
      results = Arrays.copyOf(results, 2 * heapSize);
    }
    int at = heapSize++;
    while (at > 0 && heap[(at - 1) / 2] > key) {
      heap[at] = heap[(at - 1) / 2];
      results[at] = results[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = key;
    results[at] = result;
  }

  private void removeLeast() {
    long key = heap[--heapSize];
    int result = results[heapSize];
    int at = 0;
    for (int child = 1; child < heapSize; child = 2 * at + 1) {
      if (child + 1 < heapSize && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= key) {
        break;
      }
      heap[at] = heap[child];
      results[at] = results[child];
      at = child;
    }
    heap[at] = key;
    results[at] = result;
  }

  /** The tokens left: id, start, end; id, start, end … with the starts counted from an index. */
  int[] tokens(int from) {
    int[] tokens = new int[3 * size];
    int count = 0;
    for (int i = size == 0 ? NONE : 0; i != NONE; i = next[i]) {
      tokens[count++] = ids[i];
      tokens[count++] = starts[i] - from;
      tokens[count++] = ends[i] - from;
    }
    return Arrays.copyOf(tokens, count);
  }
}
