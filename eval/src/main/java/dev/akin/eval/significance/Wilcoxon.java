package dev.akin.eval.significance;

import dev.akin.eval.statistic.Ranks;
import dev.akin.eval.statistic.Tail;
import java.util.Arrays;

/** Wilcoxon's signed-rank test; items without a difference are left out. */
final class Wilcoxon {
  /** Up to so many differing items without ties the exact distribution is counted out. */
  private static final int EXACT_ITEMS = 25;

  private Wilcoxon() {}

  static TestResult test(Differences differences) {
    double[] differing = Arrays.stream(differences.grains()).filter(d -> d != 0).toArray();
    double[] sizes = Arrays.stream(differing).map(Math::abs).toArray();
    double[] ranks = Ranks.average(sizes);
    double positive = 0;
    for (int i = 0; i < ranks.length; i++) {
      positive += differing[i] > 0 ? ranks[i] : 0;
    }
    double ties = Ranks.tieTerm(sizes);
    return ranks.length <= EXACT_ITEMS && ties == 0
        ? result(TestResult.Basis.EXACT, positive, exact((int) positive, ranks.length))
        : result(TestResult.Basis.APPROXIMATE, positive, normal(positive, ranks.length, ties));
  }

  private static TestResult result(TestResult.Basis basis, double positive, double p) {
    return TestResult.of(PairedTest.WILCOXON, basis, positive, p);
  }

  /** Twice the share of sign choices whose positive ranks sum to as little, or as much. */
  private static double exact(int positive, int n) {
    int largest = n * (n + 1) / 2;
    // ways[s]: how many sets of the ranks so far sum to s.
    long[] ways = new long[largest + 1];
    ways[0] = 1;
    for (int rank = 1; rank <= n; rank++) {
      for (int sum = largest; sum >= rank; sum--) {
        ways[sum] += ways[sum - rank];
      }
    }
    int nearer = Math.min(positive, largest - positive);
    return 2 * Arrays.stream(ways, 0, nearer + 1).sum() / Math.scalb(1.0, n);
  }

  /** The normal tail, half a step nearer to the middle, its variance less for ties. */
  private static double normal(double positive, int n, double ties) {
    double middle = n * (n + 1.0) / 4;
    double variance = n * (n + 1.0) * (2.0 * n + 1) / 24 - ties / 48;
    double distance = Math.max(0, Math.abs(positive - middle) - 0.5);
    return 2 * Tail.normal(distance / Math.sqrt(variance));
  }
}
