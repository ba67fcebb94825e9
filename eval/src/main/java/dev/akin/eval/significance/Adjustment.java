package dev.akin.eval.significance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What many tests at once cost: how p-values are raised to count among a whole family. */
public enum Adjustment {
  /** Not at all; one test in twenty is then significant by chance. */
  NONE("not adjusted"),

  /**
   * Holm's step-down (1979): the probability of any false claim in the whole family stays below the
   * level, however the tests depend on each other.
   */
  HOLM("Holm"),

  /**
   * Benjamini's and Hochberg's step-up (1995): among the claims made the expected share of false
   * ones stays below the level. For tests that are independent or depend positively.
   */
  BENJAMINI_HOCHBERG("Benjamini-Hochberg");

  private final String printed;

  Adjustment(String printed) {
    this.printed = printed;
  }

  /** What a report calls it. */
  public String printedName() {
    return printed;
  }

  /**
   * The adjusted p-values, in the order of the given ones; each is at least its p and at most 1.
   * O(m log m).
   *
   * @throws IllegalArgumentException if a p is not in [0, 1] (names it)
   */
  public double[] adjusted(double... p) {
    int[] order = byRisingP(p);
    int m = p.length;
    double[] adjusted = new double[m];
    switch (this) {
      case NONE -> System.arraycopy(p, 0, adjusted, 0, m);
      case HOLM -> {
        double highest = 0;
        for (int i = 0; i < m; i++) {
          highest = Math.max(highest, Math.min(1, (m - i) * p[order[i]]));
          adjusted[order[i]] = highest;
        }
      }
      case BENJAMINI_HOCHBERG -> {
        double lowest = 1;
        for (int i = m - 1; i >= 0; i--) {
          lowest = Math.min(lowest, m / (i + 1.0) * p[order[i]]);
          adjusted[order[i]] = lowest;
        }
      }
    }
    return adjusted;
  }

  private static int[] byRisingP(double[] p) {
    Arrays.stream(p)
        .filter(value -> !(value >= 0 && value <= 1))
        .findFirst()
        .ifPresent(value -> {
          throw new IllegalArgumentException("%s is no p-value".formatted(value));
        });
    return IntStream.range(0, p.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> p[i]))
        .mapToInt(i -> i)
        .toArray();
  }
}
