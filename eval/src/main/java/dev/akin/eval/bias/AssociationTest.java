package dev.akin.eval.bias;

import dev.akin.eval.Items;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The embedding association test: do the targets X lean more to the attributes A, and the targets Y
 * to B, than chance explains? WEAT on words (Caliskan, Bryson and Narayanan 2017), SEAT on
 * sentences (May et al. 2019): the same figures. Immutable.
 *
 * <p>The association of one target w is s(w) = mean over a in A of cos(w, a) − mean over b in B of
 * cos(w, b). Neither number of targets has to equal the other.
 */
public final class AssociationTest {
  /** More partitions than these are drawn from, not enumerated; as the SEAT authors' program. */
  public static final int MOST_ENUMERATED = 100_000;

  private final double[] x;
  private final double[] y;

  private AssociationTest(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  /**
   * The test of two sets of targets.
   *
   * @param x s(w) of each target of X, as {@link #associations} gives them
   * @param y s(w) of each target of Y
   * @throws IllegalArgumentException if a set is empty, both have one target only, a value is not
   *     finite, or all are equal
   */
  public static AssociationTest of(double[] x, double[] y) {
    if (x.length == 0 || y.length == 0 || x.length + y.length < 3) {
      throw new IllegalArgumentException(
          "%d and %d targets: each set needs 1, both together 3".formatted(x.length, y.length));
    }
    Items.requireFinite("association of X,", x);
    Items.requireFinite("association of Y,", y);
    if (Items.distinct(together(x, y)).length == 1) {
      throw new IllegalArgumentException(
          "all %d targets have the association %s: there is no effect to measure"
              .formatted(x.length + y.length, x[0]));
    }
    return new AssociationTest(x.clone(), y.clone());
  }

  private static double[] together(double[] x, double[] y) {
    double[] all = Arrays.copyOf(x, x.length + y.length);
    System.arraycopy(y, 0, all, x.length, y.length);
    return all;
  }

  /**
   * s(w) of each target.
   *
   * @param toA [targets × attributes of A] cosines
   * @param toB [targets × attributes of B] cosines
   * @throws IllegalArgumentException if the numbers of targets differ, a target has no attribute,
   *     or a cosine is not finite (names it)
   */
  public static double[] associations(double[][] toA, double[][] toB) {
    Items.requireSame("targets with A", toA.length, "targets with B", toB.length);
    double[] associations = new double[toA.length];
    for (int i = 0; i < associations.length; i++) {
      if (toA[i].length == 0 || toB[i].length == 0) {
        throw new IllegalArgumentException(
            "target %d has %d and %d attributes: at least 1 of each is needed"
                .formatted(i, toA[i].length, toB[i].length));
      }
      Items.requireFinite("target " + i + ", cosine to A,", toA[i]);
      Items.requireFinite("target " + i + ", cosine to B,", toB[i]);
      associations[i] = Items.mean(toA[i]) - Items.mean(toB[i]);
    }
    return associations;
  }

  /**
   * (mean over X of s − mean over Y of s) / standard deviation of s over X and Y together, that of
   * a sample (n − 1): about in [−2, 2]; 0.8 is called large.
   */
  public double effectSize() {
    double[] all = together(x, y);
    double mean = Items.mean(all);
    double squares = 0;
    for (double value : all) {
      squares += (value - mean) * (value - mean);
    }
    return difference() / Math.sqrt(squares / (all.length - 1));
  }

  private double difference() {
    return Items.mean(x) - Items.mean(y);
  }

  /**
   * How often chance gives as much.
   *
   * @param p share of the partitions whose difference of means is at least the observed one;
   *     one-sided
   * @param partitions how many were looked at
   * @param isExact whether these are all there are; if not, p = (c + 1) / (partitions + 1)
   */
  public record Chance(double p, long partitions, boolean isExact) {}

  /**
   * The permutation test: all targets are parted again into sets of these sizes, every way if there
   * are at most {@value #MOST_ENUMERATED}, else at random.
   *
   * <p>Caliskan et al. count partitions that exceed the observed one; here those that equal it
   * count too, so that p is never 0 and holds its level.
   *
   * @param draws random partitions, at least 1, if there are too many to enumerate
   * @throws IllegalArgumentException if draws is not positive
   */
  public Chance chance(int draws, long seed) {
    if (draws < 1) {
      throw new IllegalArgumentException("%d draws: at least 1 is needed".formatted(draws));
    }
    double[] all = together(x, y);
    double partitions = binomial(all.length, x.length);
    // Equal partitions differ by rounding; it must not decide.
    double floor = sum(x) - 1e-12 * Arrays.stream(all).map(Math::abs).sum();
    if (partitions <= MOST_ENUMERATED) {
      long reached = countFrom(all, 0, x.length, 0, floor);
      return new Chance(reached / partitions, (long) partitions, true);
    }
    int reached = 0;
    var random = new SplittableRandom(seed);
    for (int i = 0; i < draws; i++) {
      reached += sumOfDraw(all, x.length, random) >= floor ? 1 : 0;
    }
    return new Chance((reached + 1.0) / (draws + 1.0), draws, false);
  }

  /** The sum over X decides: with it the difference of means rises. */
  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** Subsets of {@code left} more values from {@code from} on that bring the sum to the floor. */
  private static long countFrom(double[] all, int from, int left, double sum, double floor) {
    if (left == 0) {
      return sum >= floor ? 1 : 0;
    }
    long count = 0;
    for (int i = from; i <= all.length - left; i++) {
      count += countFrom(all, i + 1, left - 1, sum + all[i], floor);
    }
    return count;
  }

  /** Draws a subset without replacement: the first places of a shuffle. */
  private static double sumOfDraw(double[] all, int count, SplittableRandom random) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      int other = i + random.nextInt(all.length - i);
      double drawn = all[other];
      all[other] = all[i];
      all[i] = drawn;
      sum += drawn;
    }
    return sum;
  }

  private static double binomial(int n, int k) {
    double ways = 1;
    for (int i = 1; i <= Math.min(k, n - k); i++) {
      ways = ways * (n - Math.min(k, n - k) + i) / i;
    }
    return ways;
  }
}
