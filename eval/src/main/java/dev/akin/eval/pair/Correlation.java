package dev.akin.eval.pair;

import dev.akin.eval.Items;
import java.util.Arrays;

/**
 * How two values of each item rise together: Pearson's, Spearman's and Kendall's coefficients, all
 * in [−1, 1]. Immutable.
 *
 * <p>A resample sorts nothing again: its Pearson and Spearman coefficients take O(items).
 */
public final class Correlation {
  private final double[] x;
  private final double[] y;

  /** Place of each value among the distinct ones, rising; a resample may leave places empty. */
  private final int[] placeX;

  private final int[] placeY;

  private Correlation(double[] x, double[] y, int[] placeX, int[] placeY) {
    this.x = x;
    this.y = y;
    this.placeX = placeX;
    this.placeY = placeY;
  }

  /**
   * The values of the same items. O(n log n).
   *
   * @throws IllegalArgumentException if they differ in length, there are fewer than two, or one is
   *     not finite (names it)
   */
  public static Correlation of(double[] x, double[] y) {
    if (Items.requireSame("first values", x.length, "second values", y.length) < 2) {
      throw new IllegalArgumentException("a correlation needs 2 or more items, got 1");
    }
    Items.requireFinite("first value", x);
    Items.requireFinite("second value", y);
    return new Correlation(
        x.clone(),
        y.clone(),
        Items.places(x, Items.distinct(x)),
        Items.places(y, Items.distinct(y)));
  }

  /** The same over a resample, each item as often as it was drawn. O(items). */
  public Correlation resampled(int[] items) {
    Items.requireResample(items, size());
    double[] takenX = new double[items.length];
    double[] takenY = new double[items.length];
    for (int i = 0; i < items.length; i++) {
      takenX[i] = x[items[i]];
      takenY[i] = y[items[i]];
    }
    return new Correlation(takenX, takenY, Items.taken(placeX, items), Items.taken(placeY, items));
  }

  /** How many items. */
  public int size() {
    return x.length;
  }

  /** False if all first or all second values are equal: every coefficient is then NaN. */
  public boolean isDefined() {
    return !isConstant(placeX) && !isConstant(placeY);
  }

  private static boolean isConstant(int[] places) {
    return Arrays.stream(places).allMatch(place -> place == places[0]);
  }

  /** Pearson's r: Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²); NaN unless {@link #isDefined}. */
  public double pearson() {
    return isDefined() ? product(x, y) : Double.NaN;
  }

  /**
   * Spearman's ρ: Pearson's r of the ranks, equal values sharing the mean of their ranks; NaN
   * unless {@link #isDefined}.
   */
  public double spearman() {
    return isDefined() ? product(ranks(placeX), ranks(placeY)) : Double.NaN;
  }

  /** The rank of each item from 1, equal values sharing the mean of theirs. O(n). */
  private static double[] ranks(int[] places) {
    int[] counts = counts(places);
    double[] rankOfPlace = new double[counts.length];
    int before = 0;
    for (int place = 0; place < counts.length; place++) {
      rankOfPlace[place] = before + (counts[place] + 1) / 2.0;
      before += counts[place];
    }
    return Arrays.stream(places).mapToDouble(place -> rankOfPlace[place]).toArray();
  }

  private static int[] counts(int[] places) {
    int[] counts = new int[Arrays.stream(places).max().orElse(-1) + 1];
    for (int place : places) {
      counts[place]++;
    }
    return counts;
  }

  private static double product(double[] a, double[] b) {
    double[] fromMeanA = deviations(a);
    double[] fromMeanB = deviations(b);
    double sum = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = 0; i < a.length; i++) {
      sum += fromMeanA[i] * fromMeanB[i];
      squareA += fromMeanA[i] * fromMeanA[i];
      squareB += fromMeanB[i] * fromMeanB[i];
    }
    return Math.clamp(sum / Math.sqrt(squareA * squareB), -1.0, 1.0);
  }

  /** x − x̄ over a power of two that keeps squares of the largest values finite. */
  private static double[] deviations(double[] values) {
    double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
    double scale = Math.scalb(1.0, -Math.getExponent(largest));
    double[] scaled = Arrays.stream(values).map(value -> value * scale).toArray();
    double mean = Items.mean(scaled);
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] -= mean;
    }
    return scaled;
  }

  /**
   * Kendall's τ-b: (concordant − discordant) / √((pairs − ties in x)(pairs − ties in y)); NaN
   * unless {@link #isDefined}. O(n log n), by counting the exchanges of a merge sort (Knight 1966).
   */
  public double kendall() {
    if (!isDefined()) {
      return Double.NaN;
    }
    double all = pairs(size());
    double tiedX = tiedPairs(placeX);
    double tiedY = tiedPairs(placeY);
    long[] both = new long[size()];
    for (int i = 0; i < both.length; i++) {
      both[i] = (long) placeX[i] << 32 | placeY[i];
    }
    Arrays.sort(both);
    double tiedBoth = 0;
    int run = 1;
    for (int i = 1; i <= both.length; i++) {
      boolean goesOn = i < both.length && both[i] == both[i - 1];
      tiedBoth += goesOn ? 0 : pairs(run);
      run = goesOn ? run + 1 : 1;
    }
    int[] order = Arrays.stream(both).mapToInt(key -> (int) key).toArray();
    double discordant = sortCountingExchanges(order, new int[order.length], 0, order.length);
    double untied = all - tiedX - tiedY + tiedBoth;
    return Math.clamp(
        (untied - 2 * discordant) / (Math.sqrt(all - tiedX) * Math.sqrt(all - tiedY)), -1.0, 1.0);
  }

  private static double tiedPairs(int[] places) {
    return Arrays.stream(counts(places)).mapToDouble(Correlation::pairs).sum();
  }

  private static double pairs(int count) {
    return 0.5 * count * (count - 1.0);
  }

  /** Sorts a part and returns how many pairs of it stood in falling order. */
  private static long sortCountingExchanges(int[] values, int[] scratch, int from, int to) {
    if (to - from < 2) {
      return 0;
    }
    int middle = (from + to) >>> 1;
    long exchanges =
        sortCountingExchanges(values, scratch, from, middle)
            + sortCountingExchanges(values, scratch, middle, to);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takesLeft = right == to || (left < middle && values[left] <= values[right]);
      exchanges += takesLeft ? 0 : middle - left;
      scratch[i] = takesLeft ? values[left++] : values[right++];
    }
    System.arraycopy(scratch, from, values, from, to - from);
    return exchanges;
  }

  @Override
  public String toString() {
    return "Correlation[%d items]".formatted(size());
  }
}
