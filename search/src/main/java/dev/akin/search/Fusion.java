package dev.akin.search;

import java.util.List;

/** How several rankings of the same query become one. Values: they compare and print well. */
public sealed interface Fusion {
  /** Cormack, Clarke and Büttcher 2009, section 2: found best on TREC data, flat around it. */
  double DEFAULT_K = 60;

  /** Reciprocal ranks with the published k, every leg counting the same. */
  Fusion RECIPROCAL_RANK = new ReciprocalRank(DEFAULT_K, List.of());

  /** Scores brought to [0, 1], every leg counting the same. */
  Fusion SCORES = new WeightedScores(List.of());

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
