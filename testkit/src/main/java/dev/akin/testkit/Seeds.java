package dev.akin.testkit;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Replayable random tests: every round has its own seed, and a failing round names it.
 *
 * <p>Run one round again with {@code -Dakin.seed=0x…}.
 */
public final class Seeds {
  private static final long FIRST = 0x5EED_0000L;

  private Seeds() {}

  /** Runs a check with many generators; the failure of a round says with which seed it happened. */
  public static void forEach(int rounds, Consumer<SplittableRandom> check) {
    String only = System.getProperty("akin.seed");
    if (only != null) {
      round(Long.decode(only), check);
      return;
    }
    for (int i = 0; i < rounds; i++) {
      round(FIRST + i, check);
    }
  }

  private static void round(long seed, Consumer<SplittableRandom> check) {
    try {
      check.accept(new SplittableRandom(seed));
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "failed with seed 0x%x (replay: -Dakin.seed=0x%x): %s"
              .formatted(seed, seed, e.getMessage()),
          e);
    }
  }
}
