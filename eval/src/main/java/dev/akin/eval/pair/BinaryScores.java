package dev.akin.eval.pair;

import dev.akin.eval.Items;

/**
 * A score of each item, and whether it is positive: average precision, and what the best threshold
 * reaches. Higher scores are likelier positive. Immutable.
 *
 * <p>Items of equal score stand or fall together: no threshold tells them apart. A resample sorts
 * nothing again and takes O(items).
 */
public final class BinaryScores {
  /** Distinct scores, rising. */
  private final double[] scores;

  /** Item to its place among them. */
  private final int[] places;

  private final boolean[] positive;

  /** Items, and positive ones, at each place. */
  private final int[] counts;

  private final int[] positives;
  private final int positiveCount;

  private BinaryScores(double[] scores, int[] places, boolean[] positive) {
    this.scores = scores;
    this.places = places;
    this.positive = positive;
    this.counts = new int[scores.length];
    this.positives = new int[scores.length];
    int sum = 0;
    for (int i = 0; i < places.length; i++) {
      counts[places[i]]++;
      positives[places[i]] += positive[i] ? 1 : 0;
      sum += positive[i] ? 1 : 0;
    }
    this.positiveCount = sum;
  }

  /**
   * The scores of the same items. O(n log n).
   *
   * @throws IllegalArgumentException if they differ in length, a score is not finite (names it), or
   *     no item is positive
   */
  public static BinaryScores of(double[] scores, boolean[] positive) {
    Items.requireSame("scores", scores.length, "judgments", positive.length);
    Items.requireFinite("score", scores);
    double[] distinct = Items.distinct(scores);
    var made = new BinaryScores(distinct, Items.places(scores, distinct), positive.clone());
    if (made.positiveCount == 0) {
      throw new IllegalArgumentException(
          "0 of %d items are positive: at least 1 is needed".formatted(scores.length));
    }
    return made;
  }

  /**
   * The same over a resample, each item as often as it was drawn. O(items). One without a positive
   * item has the average precision and the F1 0.
   */
  public BinaryScores resampled(int[] items) {
    Items.requireResample(items, size());
    boolean[] taken = new boolean[items.length];
    for (int i = 0; i < items.length; i++) {
      taken[i] = positive[items[i]];
    }
    return new BinaryScores(scores, Items.taken(places, items), taken);
  }

  /** How many items. */
  public int size() {
    return places.length;
  }

  /** How many of them are positive. */
  public int positives() {
    return positiveCount;
  }

  /**
   * Average precision without interpolation, in [0, 1]: Σ (Rₙ − Rₙ₋₁) Pₙ over the distinct scores
   * from the highest, precision P and recall R of all items that score at least so much; as
   * scikit-learn's average_precision_score. Random scores give about the share of positives.
   */
  public double averagePrecision() {
    double sum = 0;
    int taken = 0;
    int hits = 0;
    for (int place = scores.length - 1; place >= 0; place--) {
      taken += counts[place];
      hits += positives[place];
      if (positives[place] > 0) {
        sum += (double) positives[place] * hits / taken;
      }
    }
    return positiveCount == 0 ? 0 : sum / positiveCount;
  }

  /**
   * What a threshold reaches when every item that scores it or more is called positive.
   *
   * @param threshold midway between two scores; above the highest it calls nothing positive
   * @param accuracy right items / items
   * @param precision positive items called so / items called so; 0 if there is none
   * @param recall positive items called so / positive items
   */
  public record AtThreshold(double threshold, double accuracy, double precision, double recall) {
    /** The harmonic mean of precision and recall. */
    public double f1() {
      double sum = precision + recall;
      return sum == 0 ? 0 : 2 * precision * recall / sum;
    }
  }

  /**
   * The threshold of the best accuracy, the highest of equals. It is chosen on these items, so
   * their accuracy flatters: choose on others and ask {@link #at}.
   */
  public AtThreshold bestAccuracy() {
    return best(true);
  }

  /** The threshold of the best F1, the highest of equals; chosen on these items. */
  public AtThreshold bestF1() {
    return best(false);
  }

  private AtThreshold best(boolean byAccuracy) {
    AtThreshold best = reached(Math.nextUp(scores[scores.length - 1]), 0, 0);
    int taken = 0;
    int hits = 0;
    for (int place = scores.length - 1; place >= 0; place--) {
      if (counts[place] > 0) {
        taken += counts[place];
        hits += positives[place];
        AtThreshold here = reached(below(place), taken, hits);
        boolean isBetter = byAccuracy ? here.accuracy > best.accuracy : here.f1() > best.f1();
        best = isBetter ? here : best;
      }
    }
    return best;
  }

  /** Midway to the next lower score that an item has; the score itself if there is none. */
  private double below(int place) {
    int next = place - 1;
    while (next >= 0 && counts[next] == 0) {
      next--;
    }
    if (next < 0) {
      return scores[place];
    }
    double middle = scores[next] / 2 + scores[place] / 2;
    return middle > scores[next] && middle <= scores[place] ? middle : scores[place];
  }

  private AtThreshold reached(double threshold, int taken, int hits) {
    int right = hits + (size() - taken) - (positiveCount - hits);
    return new AtThreshold(
        threshold,
        (double) right / size(),
        taken == 0 ? 0 : (double) hits / taken,
        positiveCount == 0 ? 0 : (double) hits / positiveCount);
  }

  /**
   * What a threshold that was chosen elsewhere reaches here.
   *
   * @throws IllegalArgumentException if it is not a number
   */
  public AtThreshold at(double threshold) {
    if (Double.isNaN(threshold)) {
      throw new IllegalArgumentException("a threshold of NaN calls nothing positive or negative");
    }
    int taken = 0;
    int hits = 0;
    for (int place = scores.length - 1; place >= 0 && scores[place] >= threshold; place--) {
      taken += counts[place];
      hits += positives[place];
    }
    return reached(threshold, taken, hits);
  }

  /** For each item 1 if the threshold calls it right, else 0: the accuracy is their mean. */
  public double[] correctAt(double threshold) {
    double[] correct = new double[size()];
    for (int i = 0; i < correct.length; i++) {
      correct[i] = scores[places[i]] >= threshold == positive[i] ? 1 : 0;
    }
    return correct;
  }

  @Override
  public String toString() {
    return "BinaryScores[%d items, %d positive]".formatted(size(), positiveCount);
  }
}
