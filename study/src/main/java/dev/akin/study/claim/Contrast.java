package dev.akin.study.claim;

import dev.akin.eval.significance.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A weighted sum of figures, Σ w·f, with a percentile bootstrap interval: figures over the same
 * items (two systems on one task) are drawn together, those over other items on their own.
 *
 * <p>With weights 1 and −1 on one task it is a paired difference; with ½, −½, −½, ½ on two tasks
 * the difference of two differences. Immutable.
 */
public final class Contrast {
  /** Enough for the ends of a 95 % interval to two digits. */
  private static final int DRAWS = 2000;

  private static final double TAIL = 0.025;

  /** A draw whose figure is not defined is drawn again, so often at most. */
  private static final int MOST_REDRAWS = 100;

  private record Term(double weight, Estimate figure) {}

  private final Map<String, List<Term>> byItems;

  private Contrast(Map<String, List<Term>> byItems) {
    this.byItems = byItems;
  }

  /** A sum of nothing. */
  public static Contrast none() {
    return new Contrast(Map.of());
  }

  /**
   * One more term.
   *
   * @param items what the figure's items are: the same name for figures over the same items
   * @throws IllegalArgumentException if a figure of that name is over another number of items
   */
  public Contrast plus(double weight, String items, Estimate figure) {
    Map<String, List<Term>> terms = new LinkedHashMap<>(byItems);
    List<Term> group = new ArrayList<>(terms.getOrDefault(items, List.of()));
    if (!group.isEmpty() && group.getFirst().figure().size() != figure.size()) {
      throw new IllegalArgumentException(
          "%s: figures over %d and over %d items"
              .formatted(items, group.getFirst().figure().size(), figure.size()));
    }
    group.add(new Term(weight, figure));
    terms.put(items, List.copyOf(group));
    return new Contrast(terms);
  }

  /** The first minus the second, times a weight. */
  public Contrast plusDifference(double weight, String items, Estimate first, Estimate second) {
    return plus(weight, items, first).plus(-weight, items, second);
  }

  /** The sum over all items. */
  public double value() {
    return byItems.values().stream()
        .flatMap(List::stream)
        .mapToDouble(term -> term.weight() * term.figure().value())
        .sum();
  }

  /**
   * The sum with its 95 % interval, held against a threshold.
   *
   * @param seed of the draws; the same gives the same interval
   * @throws IllegalArgumentException if there is no term, or a figure is hardly ever defined
   */
  public Measure measure(String name, double threshold, long seed) {
    if (byItems.isEmpty()) {
      throw new IllegalArgumentException(name + ": a contrast of nothing");
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] sums = new double[DRAWS];
    for (List<Term> group : byItems.values()) {
      for (int draw = 0; draw < DRAWS; draw++) {
        sums[draw] += drawn(name, group, random);
      }
    }
    Arrays.sort(sums);
    return new Measure(name, value(), quantile(sums, TAIL), quantile(sums, 1 - TAIL), threshold);
  }

  private static double drawn(String name, List<Term> group, SplittableRandom random) {
    int size = group.getFirst().figure().size();
    for (int attempt = 0; attempt < MOST_REDRAWS; attempt++) {
      int[] items = random.ints(size, 0, size).toArray();
      double sum =
          group.stream().mapToDouble(term -> term.weight() * term.figure().resampled(items)).sum();
      if (Double.isFinite(sum)) {
        return sum;
      }
    }
    throw new IllegalArgumentException(
        "%s: a figure over %d items is hardly ever defined on a resample".formatted(name, size));
  }

  /** Between the two nearest of rising values, by their distance. */
  static double quantile(double[] rising, double share) {
    double place = share * (rising.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, rising.length - 1);
    return rising[below] + (place - below) * (rising[above] - rising[below]);
  }
}
