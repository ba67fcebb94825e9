package dev.akin.words.geometry;

import dev.akin.vector.ExactScan;
import dev.akin.vector.Match;
import dev.akin.vector.Matrix;
import dev.akin.vector.transform.Alignment;
import dev.akin.words.Csls;
import java.util.List;

/**
 * Learns a dictionary and a rotation from a few pairs: rotate by the pairs at hand, take the words
 * that are each other's nearest by CSLS as the next pairs, and again (Artetxe, Labaka and Agirre
 * 2018, the self-learning of VecMap, with mutual neighbours in place of dropout).
 *
 * <p>Deterministic. A round compares all sources with all targets four times.
 *
 * @param rounds at most; it ends before when the mean similarity of pairs gains less than 1e-6
 * @param neighbours k of CSLS
 */
public record SelfLearning(int rounds, int neighbours, ExactScan scan) {
  private static final double SMALLEST_GAIN = 1e-6;

  public SelfLearning {
    if (rounds < 1 || neighbours < 1) {
      throw new IllegalArgumentException(
          "rounds and neighbours are 1 or more, got %d and %d".formatted(rounds, neighbours));
    }
  }

  /**
   * What was learned.
   *
   * @param alignment the last rotation
   * @param pairs the dictionary it was made of
   * @param similarity mean CSLS of the pairs
   * @param rounds that were needed
   */
  public record Learned(
      Alignment alignment, Alignment.Pairs pairs, double similarity, int rounds) {}

  /**
   * Learns.
   *
   * @param sources the frequent words of one side, normalised ({@link Alignment#normalisation})
   * @param targets the frequent words of the other
   * @param seed pairs among them
   * @throws IllegalArgumentException if no two rows are each other's nearest
   */
  public Learned learn(Matrix sources, Matrix targets, Alignment.Pairs seed) {
    Learned last = round(sources, targets, seed, 1);
    for (int round = 2; round <= rounds; round++) {
      Learned next = round(sources, targets, last.pairs, round);
      if (next.similarity - last.similarity < SMALLEST_GAIN) {
        return next.similarity > last.similarity ? next : last;
      }
      last = next;
    }
    return last;
  }

  private Learned round(Matrix sources, Matrix targets, Alignment.Pairs pairs, int round) {
    Alignment alignment = Alignment.procrustes(sources, targets, pairs);
    try (Matrix mapped = alignment.source().apply(sources)) {
      Csls toTargets = Csls.between(mapped, targets, neighbours, scan);
      Csls toSources = Csls.between(targets, mapped, neighbours, scan);
      int[] back = new int[targets.rows()];
      for (int j = 0; j < back.length; j++) {
        back[j] = toSources.nearest(targets.copyRow(j), 1).getFirst().ordinal();
      }
      int[] first = new int[sources.rows()];
      int[] second = new int[sources.rows()];
      int count = 0;
      double similarity = 0;
      for (int i = 0; i < sources.rows(); i++) {
        List<Match> nearest = toTargets.nearest(mapped.copyRow(i), 1);
        Match match = nearest.getFirst();
        if (back[match.ordinal()] == i) {
          first[count] = i;
          second[count] = match.ordinal();
          count++;
          similarity += match.score();
        }
      }
      if (count == 0) {
        throw new IllegalArgumentException(
            "no two words are each other's nearest in round %d; give more pairs".formatted(round));
      }
      Alignment.Pairs found =
          new Alignment.Pairs(
              java.util.Arrays.copyOf(first, count), java.util.Arrays.copyOf(second, count));
      return new Learned(alignment, found, similarity / count, round);
    }
  }
}
