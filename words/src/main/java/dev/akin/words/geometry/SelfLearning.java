package dev.akin.words.geometry;

import dev.akin.vector.ExactScan;
import dev.akin.vector.Match;
import dev.akin.vector.Matrix;
import dev.akin.vector.transform.Alignment;
import dev.akin.words.Csls;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Learns a dictionary and a rotation from a few pairs: rotate by the pairs at hand, take the words
 * that are each other's nearest by CSLS as the next pairs, and again (Artetxe, Labaka and Agirre
 * 2018, the self-learning of VecMap, with mutual neighbours in place of dropout); or, without any
 * pair, from how alike the words of each side are among themselves.
 *
 * <p>The rotation that is given is made of the last pairs, as VecMap's is. Deterministic. A round
 * compares all sources with all targets four times.
 *
 * @param rounds at most; it ends before when the mean similarity of pairs gains less than 1e-6
 * @param neighbours k of CSLS
 */
public record SelfLearning(int rounds, int neighbours, ExactScan scan) {
  private static final double SMALLEST_GAIN = 1e-6;

  /** Rounds without gain before more words are kept. */
  private static final int PATIENCE = 10;

  private static final double LEAST_KEPT = 0.1;

  /** Words that have profiles, the most frequent; a profile is as long as they are many. */
  private static final int MOST_PROFILES = 2000;

  public SelfLearning {
    if (rounds < 1 || neighbours < 1) {
      throw new IllegalArgumentException(
          "rounds and neighbours are 1 or more, got %d and %d".formatted(rounds, neighbours));
    }
  }

  /**
   * What was learned.
   *
   * @param alignment the rotation by {@code pairs}
   * @param pairs the dictionary it was made of, found by the last round
   * @param similarity mean CSLS of the pairs when they were found
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
    Dictionary last = found(sources, targets, seed, 1);
    int needed = 1;
    double gain = Double.POSITIVE_INFINITY;
    for (int round = 2; round <= rounds && gain >= SMALLEST_GAIN; round++) {
      Dictionary next = found(sources, targets, last.pairs, round);
      gain = next.similarity - last.similarity;
      if (gain > 0) {
        last = next;
        needed = round;
      }
    }
    return new Learned(
        Alignment.procrustes(sources, targets, last.pairs), last.pairs, last.similarity, needed);
  }

  /**
   * Learns without any pair (Artetxe, Labaka and Agirre 2018): the first dictionary are the
   * frequent words whose similarity profiles are each other's nearest; then rounds in which every
   * word takes its nearest among those that chance keeps, of one in ten at first and twice as many
   * whenever the similarity does not grow any more; then the rounds of {@link #learn(Matrix,
   * Matrix, Alignment.Pairs)}. The paper waits for 50 rounds without gain where this waits for
   * {@value #PATIENCE}.
   *
   * <p>It works where both spaces have about the same shape: languages that are related and texts
   * of one kind; judge it on a few pairs that you know. The same seed gives the same result.
   *
   * @param sources the frequent words of one side, normalised; the most frequent first
   * @param targets the frequent words of the other
   * @throws IllegalArgumentException if no two profiles are each other's nearest
   */
  public Learned learn(Matrix sources, Matrix targets, long seed) {
    Alignment.Pairs pairs = start(sources, targets);
    SplittableRandom random = new SplittableRandom(seed);
    for (double keep = LEAST_KEPT; keep < 1; keep *= 2) {
      double best = Double.NEGATIVE_INFINITY;
      for (int round = 0, since = 0; round < rounds && since < PATIENCE; round++, since++) {
        Dictionary drawn = drawn(sources, targets, pairs, keep, random);
        pairs = drawn.pairs;
        if (drawn.similarity - best >= SMALLEST_GAIN) {
          best = drawn.similarity;
          since = 0;
        }
      }
    }
    return learn(sources, targets, pairs);
  }

  private Alignment.Pairs start(Matrix sources, Matrix targets) {
    int words = Math.min(MOST_PROFILES, Math.min(sources.rows(), targets.rows()));
    int[] first = IntStream.range(0, words).toArray();
    try (Matrix ours = sources.take(first);
        Matrix theirs = targets.take(first);
        Matrix profiles = SimilarityProfiles.of(ours);
        Matrix others = SimilarityProfiles.of(theirs)) {
      return mutual(profiles, others)
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "no two of the %,d most frequent words have profiles that are each other's"
                          .formatted(words)
                      + " nearest; give a dictionary"))
          .pairs;
    }
  }

  /**
   * Words and their translations.
   *
   * @param similarity mean CSLS
   */
  private record Dictionary(Alignment.Pairs pairs, double similarity) {}

  /** The dictionary that the rotation by some pairs finds. */
  private Dictionary found(Matrix sources, Matrix targets, Alignment.Pairs pairs, int round) {
    Alignment alignment = Alignment.procrustes(sources, targets, pairs);
    try (Matrix mapped = alignment.source().apply(sources)) {
      return mutual(mapped, targets)
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "no two words are each other's nearest in round %d; give more pairs"
                      .formatted(round)));
    }
  }

  /** Rows that are each other's nearest; empty if there are none. */
  private Optional<Dictionary> mutual(Matrix sources, Matrix targets) {
    Csls toTargets = Csls.between(sources, targets, neighbours, scan);
    Csls toSources = Csls.between(targets, sources, neighbours, scan);
    int[] back = new int[targets.rows()];
    for (int j = 0; j < back.length; j++) {
      back[j] = toSources.nearest(targets.copyRow(j), 1).getFirst().ordinal();
    }
    int[] first = new int[sources.rows()];
    int[] second = new int[sources.rows()];
    int count = 0;
    double similarity = 0;
    for (int i = 0; i < sources.rows(); i++) {
      Match match = toTargets.nearest(sources.copyRow(i), 1).getFirst();
      if (back[match.ordinal()] == i) {
        first[count] = i;
        second[count] = match.ordinal();
        count++;
        similarity += match.score();
      }
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(
            new Dictionary(
                new Alignment.Pairs(Arrays.copyOf(first, count), Arrays.copyOf(second, count)),
                similarity / count));
  }

  /** For every word of both sides the nearest of those that chance keeps. */
  private Dictionary drawn(
      Matrix sources, Matrix targets, Alignment.Pairs pairs, double keep, SplittableRandom random) {
    Alignment alignment = Alignment.procrustes(sources, targets, pairs);
    int[] first = new int[sources.rows() + targets.rows()];
    int[] second = new int[first.length];
    double similarity = 0;
    try (Matrix mapped = alignment.source().apply(sources)) {
      Csls toTargets = Csls.between(mapped, targets, neighbours, scan);
      Csls toSources = Csls.between(targets, mapped, neighbours, scan);
      for (int p = 0; p < first.length; p++) {
        boolean isSource = p < sources.rows();
        int own = isSource ? p : p - sources.rows();
        List<Match> nearest =
            isSource
                ? toTargets.nearest(mapped.copyRow(own), rank(keep, random, targets.rows()))
                : toSources.nearest(targets.copyRow(own), rank(keep, random, mapped.rows()));
        int other = nearest.getLast().ordinal();
        first[p] = isSource ? own : other;
        second[p] = isSource ? other : own;
        similarity += nearest.getFirst().score() / first.length;
      }
    }
    return new Dictionary(new Alignment.Pairs(first, second), similarity);
  }

  /**
   * The rank, from 1, of the nearest that is kept when each is kept with a probability: geometric.
   */
  private static int rank(double keep, SplittableRandom random, int most) {
    return (int) Math.min(most, 1 + Math.log(1 - random.nextDouble()) / Math.log(1 - keep));
  }
}
