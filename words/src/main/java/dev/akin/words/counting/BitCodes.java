package dev.akin.words.counting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Codes of few bits for words: all different, the most frequent words with one bit. */
final class BitCodes {
  /** More codes are not listed at once. */
  private static final int MOST_CODES = 5_000_000;

  private BitCodes() {}

  /** A code that is free, and the mass of its bits when it was last looked at. */
  private record Free(int order, List<Integer> bits, double mass) {}

  /**
   * Gives the first words one bit each, the next C(bits, 2) words two bits and so on; within a
   * number of bits, the free code whose bits have the least mass of words so far, so that no bit
   * stands for more text than others. Ties by the order of codes.
   *
   * @param mass of words, the most frequent first
   * @return the bits of each word's code, rising
   * @throws IllegalArgumentException if there are more words than codes that can be listed
   */
  static int[][] assign(double[] mass, int bits) {
    int[][] codes = new int[mass.length][];
    double[] massOfBit = new double[bits];
    int next = 0;
    for (int size = 1; next < mass.length; size++) {
      if (size > bits) {
        throw new IllegalArgumentException(
            "%d bits have %d codes, fewer than the %d words; ask for more cells"
                .formatted(bits, next, mass.length));
      }
      PriorityQueue<Free> free = free(bits, size, mass.length);
      while (next < mass.length && !free.isEmpty()) {
        codes[next] = take(free, massOfBit, mass[next]);
        next++;
      }
    }
    return codes;
  }

  /**
   * The mass of bits only grows, so a code whose mass is what it was is the least if the others
   * were not less when last looked at.
   */
  private static int[] take(PriorityQueue<Free> free, double[] massOfBit, double mass) {
    while (true) {
      Free first = free.remove();
      double now = first.bits().stream().mapToDouble(bit -> massOfBit[bit]).sum();
      if (now > first.mass()) {
        free.add(new Free(first.order(), first.bits(), now));
        continue;
      }
      first.bits().forEach(bit -> massOfBit[bit] += mass);
      return first.bits().stream().mapToInt(Integer::intValue).toArray();
    }
  }

  private static PriorityQueue<Free> free(int bits, int size, int words) {
    var free =
        new PriorityQueue<Free>(
            Comparator.comparingDouble(Free::mass).thenComparingInt(Free::order));
    List<Integer> code = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      code.add(i);
    }
    for (int order = 0; ; order++) {
      if (order == MOST_CODES) {
        throw new IllegalArgumentException(
            "codes of %d of %d bits are too many to choose from for %d words; ask for fewer cells"
                .formatted(size, bits, words));
      }
      free.add(new Free(order, List.copyOf(code), 0));
      int last = size - 1;
      while (last >= 0 && code.get(last) == bits - size + last) {
        last--;
      }
      if (last < 0) {
        return free;
      }
      code.set(last, code.get(last) + 1);
      for (int i = last + 1; i < size; i++) {
        code.set(i, code.get(i - 1) + 1);
      }
    }
  }
}
