package dev.akin.eval.link;

import dev.akin.eval.Items;

/**
 * The rank of the right answer of each item, from 1; infinite where it was not found. Immutable.
 * Every figure is a mean over the items, and the values of the items are given too.
 */
public final class TargetRanks {
  private final double[] ranks;

  private TargetRanks(double[] ranks) {
    this.ranks = ranks;
  }

  /**
   * Ranks that were found elsewhere.
   *
   * @param ranks at least 1, halves for ties; {@code Double.POSITIVE_INFINITY} for not found
   * @throws IllegalArgumentException if there is none, or one is below 1 or not a number (names it)
   */
  public static TargetRanks of(double[] ranks) {
    if (ranks.length == 0) {
      throw new IllegalArgumentException("no ranks: at least 1 item is needed");
    }
    for (int i = 0; i < ranks.length; i++) {
      if (!(ranks[i] >= 1)) {
        throw new IllegalArgumentException(
            "item %d has rank %s: ranks begin at 1".formatted(i, ranks[i]));
      }
    }
    return new TargetRanks(ranks.clone());
  }

  /**
   * The rank of one target among candidates, as link prediction ranks (Bordes et al. 2013): other
   * answers that are also right do not stand in its way (the filtered setting).
   *
   * <p>Candidates that score the same as the target share the mean of their block's ranks: 1 +
   * higher + equal / 2. A system that scores all alike gets the middle rank, neither the first nor
   * the last.
   *
   * @param scores of every candidate, higher is likelier
   * @param target which candidate is asked for
   * @param alsoRight other candidates that are right, left out; the target may be among them
   * @throws IllegalArgumentException if a score is not finite or a candidate is not there
   */
  public static double filteredRank(double[] scores, int target, int... alsoRight) {
    requireCandidate(target, scores.length);
    Items.requireFinite("score", scores);
    boolean[] isLeftOut = new boolean[scores.length];
    for (int other : alsoRight) {
      requireCandidate(other, scores.length);
      isLeftOut[other] = true;
    }
    int higher = 0;
    int equal = 0;
    for (int i = 0; i < scores.length; i++) {
      if (i != target && !isLeftOut[i]) {
        higher += scores[i] > scores[target] ? 1 : 0;
        equal += scores[i] == scores[target] ? 1 : 0;
      }
    }
    return 1 + higher + equal / 2.0;
  }

  private static void requireCandidate(int candidate, int candidates) {
    if (candidate < 0 || candidate >= candidates) {
      throw new IllegalArgumentException(
          "candidate %d is not there: there are %d, from 0".formatted(candidate, candidates));
    }
  }

  /**
   * The rank of the first accepted candidate of each item, as lexicon induction asks: its P@k is
   * {@link #hitsAt}.
   *
   * @param ranked [items] candidates, best first; none for a word without a vector, which counts as
   *     not found
   * @param accepted [items] the right ones, one or several
   * @throws IllegalArgumentException if lengths differ or an item has no right one (names it)
   */
  public static TargetRanks ofFirst(int[][] ranked, int[][] accepted) {
    Items.requireSame("rankings", ranked.length, "sets of answers", accepted.length);
    double[] ranks = new double[ranked.length];
    for (int i = 0; i < ranks.length; i++) {
      if (accepted[i].length == 0) {
        throw new IllegalArgumentException("item %d has no right answer".formatted(i));
      }
      ranks[i] = rankOfFirst(ranked[i], accepted[i]);
    }
    return new TargetRanks(ranks);
  }

  private static double rankOfFirst(int[] ranked, int[] accepted) {
    for (int place = 0; place < ranked.length; place++) {
      for (int right : accepted) {
        if (ranked[place] == right) {
          return place + 1;
        }
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** How many items. */
  public int size() {
    return ranks.length;
  }

  /** Mean reciprocal rank, in [0, 1]; what was not found counts 0. */
  public double meanReciprocalRank() {
    return Items.mean(reciprocalRanks());
  }

  /** 1 / rank of each item. */
  public double[] reciprocalRanks() {
    double[] values = new double[ranks.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1 / ranks[i];
    }
    return values;
  }

  /** Hits@k, in [0, 1]: the share of items whose rank is at most k; P@k of lexicon induction. */
  public double hitsAt(int k) {
    return Items.mean(hits(k));
  }

  /**
   * For each item 1 if its rank is at most k, else 0.
   *
   * @throws IllegalArgumentException if k is not positive
   */
  public double[] hits(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("k is %d, it must be 1 or more".formatted(k));
    }
    double[] values = new double[ranks.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = ranks[i] <= k ? 1 : 0;
    }
    return values;
  }

  /** The mean rank, at least 1: lower is better; infinite if something was not found. */
  public double meanRank() {
    return Items.mean(ranks);
  }

  /** The rank of each item. */
  public double[] ranks() {
    return ranks.clone();
  }
}
