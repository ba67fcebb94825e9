package dev.akin.words.training;

import dev.akin.format.words.Subwords;

/**
 * How a table is learned. Change some by {@code with}.
 *
 * @param method what is predicted from what
 * @param dimension cells of a vector
 * @param window words on each side, at most; the reach is drawn anew for every word
 * @param negatives noise words for each true one; 0 for hierarchical softmax
 * @param epochs passes over the text
 * @param rate learning rate at the beginning; it falls in a line to a ten-thousandth of it
 * @param sampling share of the text above which a word is skipped at random; 0 to skip none
 * @param leastCount occurrences below which a word is dropped
 * @param threads workers; with more than one, the bytes of the result differ from run to run
 * @param seed of all random choices
 * @param subwords n-grams of characters whose rows are added to a word's; none by default
 */
public record TrainingOptions(
    Method method,
    int dimension,
    int window,
    int negatives,
    int epochs,
    double rate,
    double sampling,
    long leastCount,
    int threads,
    long seed,
    Subwords subwords) {
  /** No n-grams. */
  public static final Subwords NO_SUBWORDS = new Subwords(0, 0, 0);

  /** fastText's: n-grams of 3 to 6 characters in 2,000,000 rows. */
  public static final Subwords FASTTEXT_SUBWORDS = new Subwords(3, 6, 2_000_000);

  /** More cells are no vector of a word. */
  static final int MOST_DIMENSION = 16_384;

  static final int MOST_WINDOW = 100;
  static final int MOST_NEGATIVES = 100;

  /** Refuses what cannot be learned, naming the value. */
  public TrainingOptions {
    requireWithin("dimension", dimension, 1, MOST_DIMENSION);
    requireWithin("window", window, 1, MOST_WINDOW);
    requireWithin("negatives", negatives, 0, MOST_NEGATIVES);
    requireWithin("epochs", epochs, 1, 10_000);
    requireWithin("least count", leastCount, 1, Integer.MAX_VALUE);
    requireWithin("threads", threads, 1, 1024);
    if (!(rate > 0 && rate <= 10)) {
      throw new IllegalArgumentException("the rate is above 0 and at most 10, got " + rate);
    }
    if (!(sampling >= 0 && sampling < 1)) {
      throw new IllegalArgumentException("the sampling is from 0 to below 1, got " + sampling);
    }
  }

  private static void requireWithin(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s is from %,d to %,d, got %,d".formatted(name, least, most, value));
    }
  }

  /**
   * The usual settings of a method: 100 cells, window 5, 5 negatives, 5 epochs, sampling 10⁻⁴,
   * least count 5, one thread, seed 1, no n-grams.
   */
  public static TrainingOptions of(Method method) {
    return new TrainingOptions(
        method, 100, 5, 5, 5, method.usualRate(), 1e-4, 5, 1, 1, NO_SUBWORDS);
  }

  /** The same with another dimension. */
  public TrainingOptions withDimension(int cells) {
    return new TrainingOptions(
        method,
        cells,
        window,
        negatives,
        epochs,
        rate,
        sampling,
        leastCount,
        threads,
        seed,
        subwords);
  }

  /** The same with another window. */
  public TrainingOptions withWindow(int words) {
    return new TrainingOptions(
        method,
        dimension,
        words,
        negatives,
        epochs,
        rate,
        sampling,
        leastCount,
        threads,
        seed,
        subwords);
  }

  /** The same with another number of negatives; 0 for hierarchical softmax. */
  public TrainingOptions withNegatives(int words) {
    return new TrainingOptions(
        method,
        dimension,
        window,
        words,
        epochs,
        rate,
        sampling,
        leastCount,
        threads,
        seed,
        subwords);
  }

  /** The same with another number of epochs. */
  public TrainingOptions withEpochs(int passes) {
    return new TrainingOptions(
        method,
        dimension,
        window,
        negatives,
        passes,
        rate,
        sampling,
        leastCount,
        threads,
        seed,
        subwords);
  }

  /** The same with another learning rate. */
  public TrainingOptions withRate(double start) {
    return new TrainingOptions(
        method,
        dimension,
        window,
        negatives,
        epochs,
        start,
        sampling,
        leastCount,
        threads,
        seed,
        subwords);
  }

  /** The same with another sampling. */
  public TrainingOptions withSampling(double share) {
    return new TrainingOptions(
        method,
        dimension,
        window,
        negatives,
        epochs,
        rate,
        share,
        leastCount,
        threads,
        seed,
        subwords);
  }

  /** The same with another least count. */
  public TrainingOptions withLeastCount(long count) {
    return new TrainingOptions(
        method, dimension, window, negatives, epochs, rate, sampling, count, threads, seed,
        subwords);
  }

  /** The same with other workers. */
  public TrainingOptions withThreads(int workers) {
    return new TrainingOptions(
        method,
        dimension,
        window,
        negatives,
        epochs,
        rate,
        sampling,
        leastCount,
        workers,
        seed,
        subwords);
  }

  /** The same with another seed. */
  public TrainingOptions withSeed(long other) {
    return new TrainingOptions(
        method,
        dimension,
        window,
        negatives,
        epochs,
        rate,
        sampling,
        leastCount,
        threads,
        other,
        subwords);
  }

  /** The same with n-grams. */
  public TrainingOptions withSubwords(Subwords ngrams) {
    return new TrainingOptions(
        method,
        dimension,
        window,
        negatives,
        epochs,
        rate,
        sampling,
        leastCount,
        threads,
        seed,
        ngrams);
  }
}
