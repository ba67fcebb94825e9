package dev.akin.words.training;

/** Sorts ordinals by what they stand for: the JDK sorts primitives by their value only. */
final class Ordinals {
  /** Shorter runs are sorted by insertion. */
  private static final int SHORT = 16;

  private Ordinals() {}

  /** An order among ordinals, as {@link java.util.Comparator}. */
  @FunctionalInterface
  interface Order {
    int compare(int a, int b);
  }

  /** Sorts in place, equals in the order they had. O(n log n), with n ints of scratch memory. */
  static void sort(int[] ordinals, Order order) {
    sort(ordinals.clone(), ordinals, 0, ordinals.length, order);
  }

  /** Merges halves of one array, which holds the same as the other, into the other. */
  private static void sort(int[] from, int[] to, int start, int end, Order order) {
    if (end - start <= SHORT) {
      insert(to, start, end, order);
      return;
    }
    int middle = (start + end) >>> 1;
    sort(to, from, start, middle, order);
    sort(to, from, middle, end, order);
    int left = start;
    int right = middle;
    for (int i = start; i < end; i++) {
      boolean takesLeft =
          right == end || (left < middle && order.compare(from[left], from[right]) <= 0);
      to[i] = takesLeft ? from[left++] : from[right++];
    }
  }

  private static void insert(int[] ordinals, int start, int end, Order order) {
    for (int i = start + 1; i < end; i++) {
      int moved = ordinals[i];
      int at = i;
      while (at > start && order.compare(ordinals[at - 1], moved) > 0) {
        at--;
      }
      System.arraycopy(ordinals, at, ordinals, at + 1, i - at);
      ordinals[at] = moved;
    }
  }
}
