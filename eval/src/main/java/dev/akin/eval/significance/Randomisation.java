package dev.akin.eval.significance;

import java.util.Arrays;

/** Fisher's randomisation test of a mean difference by flipping signs. */
final class Randomisation {
  /** Up to so many differing units all 2ⁿ signs are gone through: half a million sums. */
  private static final int EXACT_UNITS = 19;

  private static final double ROUNDING = 0x1p-52;

  private final double[] differing;
  private final double sum;
  private final double slack;
  private final int items;

  /**
   * A test of one pair.
   *
   * @param sums each system's sum of each unit
   * @param items how many items there are in all
   */
  Randomisation(Differences sums, int items) {
    differing = Arrays.stream(sums.values()).filter(d -> d != 0).toArray();
    sum = Arrays.stream(sums.x()).sum() - Arrays.stream(sums.y()).sum();
    // Sums of n numbers differ by at most n roundings of their sizes: what is nearer is equal.
    slack = sums.x().length * ROUNDING * sums.magnitude();
    this.items = items;
  }

  /** Whether all signs can be gone through. */
  boolean isExact() {
    return differing.length <= EXACT_UNITS;
  }

  /** The share of all sign choices whose sum is at least as far from 0. */
  TestResult exact() {
    double p = atLeast(0, 0) / Math.scalb(1.0, differing.length);
    return TestResult.of(PairedTest.RANDOMISATION, TestResult.Basis.EXACT, sum / items, p);
  }

  /** How many ways of signing the units from here on end at least as far out. */
  private long atLeast(int unit, double partial) {
    if (unit == differing.length) {
      return isFar(partial) ? 1 : 0;
    }
    return atLeast(unit + 1, partial + differing[unit])
        + atLeast(unit + 1, partial - differing[unit]);
  }

  /**
   * The p-value of random signs.
   *
   * @param x the system's flipped sums, one a draw
   * @param y the baseline's under the same signs
   */
  TestResult sampled(double[] x, double[] y) {
    int far = 0;
    for (int draw = 0; draw < x.length; draw++) {
      if (isFar(x[draw] - y[draw])) {
        far++;
      }
    }
    double p = (far + 1.0) / (x.length + 1.0);
    return TestResult.of(PairedTest.RANDOMISATION, TestResult.Basis.SAMPLED, sum / items, p);
  }

  private boolean isFar(double flipped) {
    return Math.abs(flipped) >= Math.abs(sum) - slack;
  }
}
