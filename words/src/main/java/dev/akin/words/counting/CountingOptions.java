package dev.akin.words.counting;

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
    if (dimension < 1 || leastCount < 1 || mostBytes < 1) {
      throw new IllegalArgumentException(
          "dimension, least count and bytes are 1 or more, got %d, %d and %d"
              .formatted(dimension, leastCount, mostBytes));
    }
  }

  /** 100 cells, least count 5, 512 MB, seed 1. */
  public static CountingOptions defaults() {
    return new CountingOptions(100, 5, 512L << 20, 1);
  }
}
