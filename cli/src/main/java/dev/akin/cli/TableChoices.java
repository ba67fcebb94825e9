package dev.akin.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** What every table of learned vectors is asked for. */
final class TableChoices {
  @Option(names = "--dimension", paramLabel = "N", description = "Cells of a vector. Default: 100.")
  private Optional<Integer> dimension = Optional.empty();

  @Option(
      names = "--min-count",
      paramLabel = "N",
      description = "Words that stand fewer times are left out. Default: 5, of graphs 1.")
  private Optional<Long> minCount = Optional.empty();

  @Option(names = "--seed", paramLabel = "N", description = "Of all random choices. Default: 1.")
  private long seed = 1;

  /** The cells of a vector, if they are given. */
  Optional<Integer> dimension() {
    return dimension;
  }

  /** The fewest occurrences of a word, if they are given. */
  Optional<Long> minCount() {
    return minCount;
  }

  /** Megabytes in bytes; more than can be counted is as much as can be. */
  static long bytes(long megabytes) {
    return Math.clamp(megabytes, 0, Long.MAX_VALUE >> 20) << 20;
  }

  /** The seed of all random choices. */
  long seed() {
    return seed;
  }
}
