package dev.akin.words.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BitCodesTest {
  private static long[] masses(int words, IntToLongFunction mass) {
    return IntStream.range(0, words).mapToLong(mass).toArray();
  }

  @Test
  void codesAreDifferentAndTheMostFrequentWordsHaveOneBit() {
    int[][] codes = BitCodes.assign(masses(120, i -> 100_000 / (i + 1)), 10);
    assertThat(new HashSet<>(Arrays.stream(codes).map(Arrays::toString).toList())).hasSize(120);
    for (int i = 0; i < codes.length; i++) {
      assertThat(codes[i]).as("word %d", i).hasSize(i < 10 ? 1 : i < 55 ? 2 : 3).isSorted();
    }
  }

  /** All codes of so many bits in the order of their bits. */
  private static List<int[]> codes(int bits, int size) {
    List<int[]> codes = new ArrayList<>();
    for (int set = 0; set < 1 << bits; set++) {
      if (Integer.bitCount(set) == size) {
        int members = set;
        codes.add(IntStream.range(0, bits).filter(bit -> (members >> bit & 1) == 1).toArray());
      }
    }
    codes.sort(Arrays::compare);
    return codes;
  }

  /** Looks at every free code for every word: the first of those with the least mass. */
  private static int[][] byLookingAtAll(long[] mass, int bits) {
    int[][] assigned = new int[mass.length][];
    long[] massOfBit = new long[bits];
    int next = 0;
    for (int size = 1; next < mass.length; size++) {
      List<int[]> free = codes(bits, size);
      for (; next < mass.length && !free.isEmpty(); next++) {
        int least = 0;
        for (int i = 1; i < free.size(); i++) {
          if (sum(free.get(i), massOfBit) < sum(free.get(least), massOfBit)) {
            least = i;
          }
        }
        assigned[next] = free.remove(least);
        for (int bit : assigned[next]) {
          massOfBit[bit] += mass[next];
        }
      }
    }
    return assigned;
  }

  private static long sum(int[] code, long[] massOfBit) {
    return Arrays.stream(code).mapToLong(bit -> massOfBit[bit]).sum();
  }

  @Test
  void eachWordHasTheFirstFreeCodeOfLeastMass() {
    var random = new SplittableRandom(5);
    List<IntToLongFunction> masses =
        List.of(
            word -> 100_000 / (word + 1),
            word -> 1000 / (word / 20 + 1), // many words of one mass
            word -> 7, // all bits of one mass whenever a level is full
            word -> 0,
            word -> random.nextInt(1000),
            word -> word == 0 ? Long.MAX_VALUE / 1000 : 1);
    for (IntToLongFunction mass : masses) {
      for (int bits : new int[] {1, 2, 5, 9, 12}) {
        // The last level is cut in the middle, and for 5 bits all levels are full.
        long[] ofWords = masses(Math.min((1 << bits) - 1, 700), mass);
        assertThat(BitCodes.assign(ofWords, bits))
            .as("%d bits for %s", bits, Arrays.toString(ofWords))
            .isDeepEqualTo(byLookingAtAll(ofWords, bits));
      }
    }
  }

  @Test
  void codesThatAreTooFewOrTooManyAreRefused() {
    assertThatThrownBy(() -> BitCodes.assign(new long[8], 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 bits have 7 codes, fewer than the 8 words; ask for more cells");
    // Two of 1,900 bits are not enough, and three of them have 1,141,362,300 codes.
    assertThatThrownBy(() -> BitCodes.assign(new long[1900 + 1900 * 1899 / 2 + 1], 1900))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("codes of 3 of 1900 bits are too many to choose from");
  }
}
