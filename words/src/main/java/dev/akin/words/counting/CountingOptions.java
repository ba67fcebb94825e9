package dev.akin.words.counting;

import dev.akin.words.training.TrainingOptions;

/**
 * What all methods have in common.
 *
 * @param dimension cells of a vector; bits of a code for {@link BitCipher}
 * @param leastCount occurrences below which a word is left out
 * @param mostBytes memory of the table that counts; what does not fit goes to the disk
 * @param seed of all random choices
 */
public record CountingOptions(int dimension, long leastCount, long mostBytes, long seed) {
  public CountingOptions {
    if (dimension < 1 || dimension > TrainingOptions.MOST_DIMENSION) {
      throw new IllegalArgumentException(
          "dimension is from 1 to %,d, got %d"
              .formatted(TrainingOptions.MOST_DIMENSION, dimension));
    }
    if (leastCount < 1 || mostBytes < 1) {
      throw new IllegalArgumentException(
          "least count and bytes are 1 or more, got %d and %d".formatted(leastCount, mostBytes));
    }
  }

  /** 100 cells, least count 5, 512 MB, seed 1. */
  public static CountingOptions defaults() {
    return new CountingOptions(100, 5, 512L << 20, 1);
  }
}
