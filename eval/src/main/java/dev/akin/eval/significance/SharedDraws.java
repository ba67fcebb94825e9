package dev.akin.eval.significance;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The same random draws for every system, so that two systems differ draw by draw only in what they
 * are: the cost is systems × draws, not pairs × draws.
 *
 * <p>Each block of draws has a generator of its own, split off in order; which thread of the JVM's
 * common pool takes a block does not matter.
 */
final class SharedDraws {
  private static final int BLOCK = 64;

  /** A thousand figures fix the skewness well, and n of n items each would cost n². */
  private static final int MOST_GROUPS = 1000;

  /** A figure that is a number on every other resample gets there but for one case in 2¹⁰⁰. */
  private static final int MOST_TRIES = 100;

  private SharedDraws() {}

  /** What is done with one draw's generator. */
  private interface Draw {
    void apply(int draw, SplittableRandom random);
  }

  /**
   * Each system's figure on resampled units.
   *
   * @return [systems × draws], no NaN: what gives one is drawn again
   * @throws IllegalArgumentException if the figure is hardly ever a number
   */
  static double[][] bootstrap(List<Estimate> systems, Units units, Resampling resampling) {
    double[][] figures = new double[systems.size()][resampling.draws()];
    Draw redrawn =
        (draw, random) -> {
          int tries = 0;
          while (!fill(figures, draw, systems, units.draw(random))) {
            checkTries(++tries, units);
          }
        };
    forEach(resampling, resampling.seed(), redrawn);
    return figures;
  }

  /** Puts one draw's figures in its column; false if one of them is not a number. */
  private static boolean fill(double[][] figures, int column, List<Estimate> systems, int[] items) {
    boolean defined = true;
    for (int s = 0; s < figures.length; s++) {
      figures[s][column] = systems.get(s).resampled(items);
      defined &= !Double.isNaN(figures[s][column]);
    }
    return defined;
  }

  private static void checkTries(int tries, Units units) {
    if (tries == MOST_TRIES) {
      throw new IllegalArgumentException(
          "the figure is not a number on %d resamples in a row of %d %s"
              .formatted(tries, units.count(), units.noun()));
    }
  }

  /**
   * Each system's sum over the units, each unit's sign flipped with probability ½. As sums are
   * linear, the flipped sum of a difference is the difference of two of these.
   *
   * @param unitSums [systems × units]
   * @return [systems × draws]
   */
  static double[][] signFlips(double[][] unitSums, Resampling resampling) {
    double[][] sums = new double[unitSums.length][resampling.draws()];
    Draw flipped =
        (draw, random) -> {
          double[] signs = signs(unitSums[0].length, random);
          for (int s = 0; s < sums.length; s++) {
            sums[s][draw] = dot(signs, unitSums[s]);
          }
        };
    // The complement keeps the signs independent of the bootstrap's draws from the same seed.
    forEach(resampling, ~resampling.seed(), flipped);
    return sums;
  }

  /**
   * Each system's figure without one unit after the other; of many units, without one group of them
   * after the other, which estimates the same skewness.
   *
   * @return [systems × groups], NaN where the rest has no figure
   */
  static double[][] jackknife(List<Estimate> systems, Units units) {
    int groups = Math.min(units.count(), MOST_GROUPS);
    double[][] figures = new double[systems.size()][groups];
    inParallel(groups, group -> fill(figures, group, systems, units.without(group, groups)));
    return figures;
  }

  private static void forEach(Resampling resampling, long seed, Draw draw) {
    int draws = resampling.draws();
    int blocks = (draws + BLOCK - 1) / BLOCK;
    SplittableRandom root = new SplittableRandom(seed);
    SplittableRandom[] generators = new SplittableRandom[blocks];
    for (int block = 0; block < blocks; block++) {
      generators[block] = root.split();
    }
    inParallel(
        blocks,
        block -> {
          for (int i = block * BLOCK; i < Math.min(draws, (block + 1) * BLOCK); i++) {
            draw.apply(i, generators[block]);
          }
        });
  }

  /** Of several failures the first by number reaches the caller, as it was thrown. */
  private static void inParallel(int tasks, IntConsumer task) {
    ConcurrentNavigableMap<Integer, RuntimeException> failures = new ConcurrentSkipListMap<>();
    IntStream.range(0, tasks)
        .parallel()
        .forEach(number -> {
          try {
            task.accept(number);
          } catch (RuntimeException e) {
            failures.put(number, e);
          }
        });
    if (!failures.isEmpty()) {
      throw failures.firstEntry().getValue();
    }
  }

  private static double[] signs(int units, SplittableRandom random) {
    double[] signs = new double[units];
    long bits = 0;
    for (int i = 0; i < units; i++) {
      bits = i % Long.SIZE == 0 ? random.nextLong() : bits >>> 1;
      signs[i] = (bits & 1) == 0 ? 1 : -1;
    }
    return signs;
  }

  /** Four sums at once, as one waits for its own last addition. */
  private static double dot(double[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return s0 + s1 + (s2 + s3);
  }
}
