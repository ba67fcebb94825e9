package dev.akin.study.benchmark;

import dev.akin.eval.significance.Comparison;
import dev.akin.eval.significance.ComparisonOptions;
import dev.akin.eval.significance.Estimate;
import dev.akin.eval.significance.Interval;
import dev.akin.eval.significance.PairedTest;
import dev.akin.eval.significance.Resampling;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What random halves of the queries say of one gain: each split parts the queries in two halves of
 * the same size (one more in the second if they are odd), and each half is asked as if it were all
 * there is.
 *
 * @param splits how many there were; halves are twice as many
 * @param sameWinner splits in which both halves have the same sign of the gain
 * @param shown halves in which a paired t test shows a gain of either sign, p ≤ 0.05
 * @param shownAgain of those, how many whose other half shows one of the same sign
 * @param deviation standard deviation of the gain over halves
 */
record HalvedGain(int splits, int sameWinner, int shown, int shownAgain, double deviation) {
  private static final double LEVEL = 0.05;

  /** The t test draws nothing; what is drawn for an interval is not looked at. */
  private static final ComparisonOptions TEST =
      ComparisonOptions.DEFAULT
          .withTest(PairedTest.STUDENT_T)
          .withInterval(Interval.Method.PERCENTILE)
          .withResampling(new Resampling(100, 1));

  /**
   * How often and how queries are parted.
   *
   * @param splits one or more
   * @param exchanges whether, in each split anew, a coin for each query decides which of its two
   *     values is whose: a gain that is none, with the spread of the true one
   */
  record Plan(int splits, boolean exchanges, long seed) {}

  /** One half's answer. */
  private record Half(double gain, boolean isShown) {
    boolean agrees(Half other) {
      return gain * other.gain > 0;
    }
  }

  /**
   * Parts the queries as planned.
   *
   * @param newer the system's value of each query, four or more
   * @param older the baseline's, in the same order
   */
  static HalvedGain of(double[] newer, double[] older, Plan plan) {
    SplittableRandom random = new SplittableRandom(plan.seed());
    double[] gains = new double[2 * plan.splits()];
    int sameWinner = 0;
    int shown = 0;
    int shownAgain = 0;
    int[] order = new int[newer.length];
    Arrays.setAll(order, i -> i);
    for (int split = 0; split < plan.splits(); split++) {
      shuffle(order, random);
      double[] first = newer.clone();
      double[] second = older.clone();
      if (plan.exchanges()) {
        exchange(first, second, random);
      }
      Half one = half(first, second, Arrays.copyOfRange(order, 0, order.length / 2));
      Half other = half(first, second, Arrays.copyOfRange(order, order.length / 2, order.length));
      gains[2 * split] = one.gain();
      gains[2 * split + 1] = other.gain();
      sameWinner += one.agrees(other) ? 1 : 0;
      shown += (one.isShown() ? 1 : 0) + (other.isShown() ? 1 : 0);
      shownAgain += one.isShown() && other.isShown() && one.agrees(other) ? 2 : 0;
    }
    return new HalvedGain(plan.splits(), sameWinner, shown, shownAgain, deviation(gains));
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int moved = order[i];
      order[i] = order[j];
      order[j] = moved;
    }
  }

  private static void exchange(double[] first, double[] second, SplittableRandom random) {
    for (int i = 0; i < first.length; i++) {
      if (random.nextBoolean()) {
        double moved = first[i];
        first[i] = second[i];
        second[i] = moved;
      }
    }
  }

  private static Half half(double[] newer, double[] older, int[] queries) {
    Comparison found = compared(taken(newer, queries), taken(older, queries));
    return new Half(found.difference(), found.test().isSignificant(LEVEL));
  }

  /** The paired t test of all queries. */
  static Comparison compared(double[] newer, double[] older) {
    return Comparison.of(Estimate.mean(newer), Estimate.mean(older), TEST);
  }

  private static double[] taken(double[] values, int[] places) {
    return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
  }

  /** √(Σ(x − x̄)²/(n − 1)). */
  static double deviation(double... values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(squares / Math.max(1, values.length - 1));
  }

  /** Share of the splits whose halves name the same winner. */
  double sameWinnerShare() {
    return (double) sameWinner / splits;
  }

  /** Share of the halves that show a gain. */
  double shownShare() {
    return shown / (2.0 * splits);
  }
}
