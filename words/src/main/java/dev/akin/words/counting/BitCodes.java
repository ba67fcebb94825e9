package dev.akin.words.counting;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Codes of few bits for words: all different, the most frequent words with one bit. For one thread.
 *
 * <p>The least free code is not kept but looked for: with the bits in the order of their masses a
 * search over sets of bits is cut off where even the least bits that follow come to more than the
 * best code found. So a word costs O(bits · size) for that order and the codes that are taken and
 * not heavier than its own; codes of 100 bits for the 39,552 words of six million take 0.2 seconds.
 * All codes, C(bits, size), are looked at only where nearly all are taken or all bits have one
 * mass. O(C(bits, size) / 8) bytes.
 */
final class BitCodes {
  /** A bit of memory for each code there is: 128 MB. */
  private static final long MOST_CODES = 1L << 30;

  private final int size;

  /** How many codes of r of n bits there are, by n and r. */
  private final long[][] choose;

  private final long[] massOfBit;

  /** The bits by mass. */
  private final int[] order;

  /** What the first bits of that order have in all. */
  private final long[] sums;

  private final BitSet taken = new BitSet();
  private final int[] chosen;
  private final int[] sorted;
  private final int[] best;
  private long leastMass;

  private BitCodes(int size, long[] massOfBit, long[][] choose) {
    this.size = size;
    this.choose = choose;
    this.massOfBit = massOfBit;
    this.order = new int[massOfBit.length];
    Arrays.setAll(order, bit -> bit);
    this.sums = new long[massOfBit.length + 1];
    this.chosen = new int[size];
    this.sorted = new int[size];
    this.best = new int[size];
  }

  /**
   * Gives the first words one bit each, the next C(bits, 2) words two bits and so on; within a
   * number of bits, the free code whose bits have the least mass of words so far, so that no bit
   * stands for more text than others. Of codes with the same mass the first by their bits.
   *
   * @param mass of words, 0 or more, the most frequent first; whole numbers, so that sums do not
   *     depend on their order
   * @return the bits of each word's code, rising
   * @throws IllegalArgumentException if there are more words than codes that can be told apart
   */
  static int[][] assign(long[] mass, int bits) {
    int most = mostBits(mass.length, bits);
    int[][] codes = new int[mass.length][];
    long[] massOfBit = new long[bits];
    int next = 0;
    for (int size = 1; size <= most; size++) {
      long[][] choose = choose(bits, size);
      BitCodes ofSize = new BitCodes(size, massOfBit, choose);
      for (long free = choose[bits][size]; free > 0 && next < mass.length; free--) {
        codes[next] = ofSize.take(mass[next]);
        next++;
      }
    }
    return codes;
  }

  /** How many bits the codes of so many words have at most. */
  private static int mostBits(int words, int bits) {
    long codes = 0;
    for (int size = 1; size <= bits; size++) {
      long ofSize = choose(bits, size)[bits][size];
      if (ofSize > MOST_CODES) {
        throw new IllegalArgumentException(
            "codes of %d of %d bits are too many to choose from for %d words; ask for fewer cells"
                .formatted(size, bits, words));
      }
      codes += ofSize;
      if (codes >= words) {
        return size;
      }
    }
    throw new IllegalArgumentException(
        "%d bits have %d codes, fewer than the %d words; ask for more cells"
            .formatted(bits, codes, words));
  }

  /** Pascal's triangle; what is more than {@link #MOST_CODES} stands as one more than it. */
  private static long[][] choose(int bits, int size) {
    long[][] choose = new long[bits + 1][size + 1];
    for (int n = 0; n <= bits; n++) {
      choose[n][0] = 1;
      for (int r = 1; r <= Math.min(n, size); r++) {
        choose[n][r] = Math.min(MOST_CODES + 1, choose[n - 1][r - 1] + choose[n - 1][r]);
      }
    }
    return choose;
  }

  private int[] take(long mass) {
    sortBits();
    leastMass = Long.MAX_VALUE;
    search(0, 0, 0);
    taken.set(place(best));
    for (int bit : best) {
      massOfBit[bit] += mass;
    }
    return best.clone();
  }

  /** By insertion: all but the bits of the code before are in order. */
  private void sortBits() {
    for (int i = 1; i < order.length; i++) {
      int bit = order[i];
      int at = i;
      while (at > 0 && massOfBit[order[at - 1]] > massOfBit[bit]) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = bit;
    }
    for (int i = 0; i < order.length; i++) {
      sums[i + 1] = sums[i] + massOfBit[order[i]];
    }
  }

  /** Tries all codes that go on from the bits chosen with bits of that place and later ones. */
  private void search(int depth, int from, long mass) {
    int left = size - depth;
    if (left == 0) {
      keepIfBetter(mass);
      return;
    }
    for (int at = from; at <= order.length - left; at++) {
      if (mass + sums[at + left] - sums[at] > leastMass) {
        return;
      }
      chosen[depth] = order[at];
      search(depth + 1, at + 1, mass + massOfBit[order[at]]);
    }
  }

  private void keepIfBetter(long mass) {
    System.arraycopy(chosen, 0, sorted, 0, size);
    Arrays.sort(sorted);
    boolean isBetter = mass < leastMass || Arrays.compare(sorted, best) < 0;
    if (isBetter && !taken.get(place(sorted))) {
      leastMass = mass;
      System.arraycopy(sorted, 0, best, 0, size);
    }
  }

  /** The number of a code among those of its size. */
  private int place(int[] code) {
    long place = 0;
    for (int i = 0; i < size; i++) {
      place += choose[code[i]][i + 1];
    }
    return Math.toIntExact(place);
  }
}
