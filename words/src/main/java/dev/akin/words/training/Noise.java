package dev.akin.words.training;

import java.util.Arrays;

/**
 * Words drawn in proportion to a power of their count, in constant time by an alias table (Walker
 * 1977, built as by Vose 1991). Eight bytes a word. Immutable.
 */
final class Noise {
  /** Mikolov et al. 2013, section 2.2: what the peers use. */
  static final double POWER = 0.75;

  /** Of words of a sentence whose vector is given: what sent2vec and X2Static take. */
  static final double SENTENCES_POWER = 0.5;

  /**
   * For each place, in the high half the threshold of 2³¹ below which the place itself is drawn, in
   * the low half what is drawn else: one line of the cache a draw.
   */
  private final long[] places;

  Noise(long[] counts, double power) {
    int n = counts.length;
    double[] shares =
        Arrays.stream(counts).mapToDouble(count -> Math.pow((double) count, power)).toArray();
    double mean = Arrays.stream(shares).sum() / n;
    places = new long[n];
    int[] waiting = new int[n];
    int small = 0;
    int large = n;
    for (int i = 0; i < n; i++) {
      shares[i] /= mean;
      waiting[shares[i] < 1 ? small++ : --large] = i;
    }
    while (small > 0 && large < n) {
      int less = waiting[--small];
      int more = waiting[large];
      set(less, shares[less], more);
      shares[more] -= 1 - shares[less];
      if (shares[more] < 1) {
        large++;
        waiting[small++] = more;
      }
    }
    while (small > 0) {
      set(waiting[small - 1], 1, waiting[small - 1]);
      small--;
    }
    for (; large < n; large++) {
      set(waiting[large], 1, waiting[large]);
    }
  }

  private void set(int place, double share, int other) {
    places[place] = (long) Math.min(Integer.MAX_VALUE, share * 0x1p31) << 32 | other;
  }

  int draw(Draws draws) {
    long bits = draws.next();
    int drawn = (int) (((bits >>> 32) * places.length) >>> 32);
    long place = places[drawn];
    return (bits & Integer.MAX_VALUE) < place >>> 32 ? drawn : (int) place;
  }
}
