package dev.akin.search;

import java.util.List;

/** How several rankings of the same query become one. Values: they compare and print well. */
public sealed interface Fusion {
  /** Cormack, Clarke and Büttcher 2009, section 2: found best on TREC data, flat around it. */
  double DEFAULT_K = 60;

  /**
   * Candidates of each leg, unless more results are asked for: deep enough that a document first in
   * one leg and 90th in another gets both parts, and cheap.
   */
  int CANDIDATES = 100;

  /** Reciprocal ranks with the published k, every leg counting the same. */
  static Fusion reciprocalRank() {
    return new ReciprocalRank(DEFAULT_K, List.of());
  }

  /** Scores brought to [0, 1], every leg counting the same. */
  static Fusion scores() {
    return new WeightedScores(List.of());
  }

  /** The weight of each leg; an empty list means that all count the same. */
  List<Double> weights();

  /**
   * Reciprocal rank fusion: s(d) = Σᵢ wᵢ / (k + rankᵢ(d)) (Cormack, Clarke and Büttcher 2009). A
   * leg that did not find the document adds nothing.
   *
   * @param k how much the first ranks are levelled; smaller favours them
   */
  record ReciprocalRank(double k, List<Double> weights) implements Fusion {
    public ReciprocalRank {
      if (!(k >= 0) || !Double.isFinite(k)) {
        throw new IllegalArgumentException("reciprocal rank fusion needs k of 0 or more, got " + k);
      }
      weights = checked(weights);
    }
  }

  /**
   * Weighted sum of scores: s(d) = Σᵢ wᵢ · (scoreᵢ(d) − minᵢ) / (maxᵢ − minᵢ) over Σᵢ wᵢ, minimum
   * and maximum taken in the leg's own list. A leg that did not find the document adds nothing; a
   * leg whose scores are all equal gives each the full weight.
   */
  record WeightedScores(List<Double> weights) implements Fusion {
    public WeightedScores {
      weights = checked(weights);
    }
  }

  /** How many candidates each leg is asked for when k results are wanted: the same for all. */
  static int candidates(int k) {
    return Math.max(k, CANDIDATES);
  }

  /**
   * The k best documents of these rankings of one query, ties in the order of their ids.
   *
   * @throws IllegalArgumentException if there are weights, but not one for each ranking
   */
  default Ranking fuse(List<Ranking> rankings, int k) {
    return new Fuse(this, rankings).best(k);
  }

  /** Refuses a number of searchers that the weights do not fit. */
  default void checkLegs(int legs) {
    if (legs == 0 || (!weights().isEmpty() && weights().size() != legs)) {
      throw new IllegalArgumentException(
          "%d fusion weights for %d searchers".formatted(weights().size(), legs));
    }
  }

  private static List<Double> checked(List<Double> weights) {
    for (double weight : weights) {
      if (!(weight >= 0) || !Double.isFinite(weight)) {
        throw new IllegalArgumentException("a fusion weight is 0 or more, got " + weights);
      }
    }
    if (!weights.isEmpty() && weights.stream().allMatch(weight -> weight == 0)) {
      throw new IllegalArgumentException("some fusion weight must be above 0, got " + weights);
    }
    return List.copyOf(weights);
  }
}
