package dev.akin.words.training;

import dev.akin.format.words.Subwords;

/**
 * How a table is learned. Change some by {@link #toBuilder}.
 *
 * @param method what is predicted from what
 * @param dimension cells of a vector
 * @param window words on each side, at most; the reach is drawn anew for every word, but by {@link
 *     Method#ORDER_CBOW}, which takes all
 * @param negatives noise words for each true one; 0 for hierarchical softmax
 * @param epochs passes over the text
 * @param rate learning rate at the beginning; it falls in a line to a ten-thousandth of it
 * @param sampling share of the text above which a word is skipped at random; 0 to skip none
 * @param leastCount occurrences below which a word is dropped
 * @param threads workers; with more than one, the bytes of the result differ from run to run
 * @param seed of all random choices
 * @param subwords n-grams of characters whose rows are added to a word's; none by default
 * @param senses vectors of a word, at most; 1 where words have no senses
 * @param realDimension cells of the real vector that a document has beside its code; 0 for none
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
    Subwords subwords,
    int senses,
    int realDimension) {
  /** No n-grams. */
  public static final Subwords NO_SUBWORDS = new Subwords(0, 0, 0);

  /** fastText's: n-grams of 3 to 6 characters in 2,000,000 rows. */
  public static final Subwords FASTTEXT_SUBWORDS = new Subwords(3, 6, 2_000_000);

  /** More cells are no vector of a word. */
  public static final int MOST_DIMENSION = 16_384;

  static final int MOST_WINDOW = 100;
  static final int MOST_NEGATIVES = 100;
  static final int MOST_SENSES = 100;

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
    requireSenses(method, senses, dimension, negatives > 0, subwords.most() > 0);
    boolean hasReals = method == Method.REAL_BINARY_PV;
    requireWithin("real dimension", realDimension, hasReals ? 1 : 0, hasReals ? MOST_DIMENSION : 0);
    if (hasReals && subwords.most() > 0) {
      throw new IllegalArgumentException(
          method.label() + " predicts words from documents only, so there are no n-grams");
    }
    if (method == Method.ORDER_CBOW && subwords.most() > 0) {
      throw new IllegalArgumentException(
          "order-cbow has a place for each word of a window and none for n-grams, so there are"
              + " none, got "
              + subwords);
    }
    if (method == Method.PAIRS && sampling > 0) {
      throw new IllegalArgumentException(
          "a pair is learned whole, so its words are not sampled: the sampling is 0, got "
              + sampling);
    }
    if (method == Method.X2STATIC && (negatives == 0 || subwords.most() > 0)) {
      throw new IllegalArgumentException(
          "x2static learns the rows of whole words against noise: negatives are 1 or more and there"
              + " are no n-grams, got %d and %s".formatted(negatives, subwords));
    }
  }

  /** As a record is written; what only few methods have is left out where they have it not. */
  @Override
  public String toString() {
    return ("TrainingOptions[method=%s, dimension=%s, window=%s, negatives=%s, epochs=%s, rate=%s,"
            + " sampling=%s, leastCount=%s, threads=%s, seed=%s, subwords=%s%s]")
        .formatted(
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
            subwords,
            (senses == 1 ? "" : ", senses=" + senses)
                + (realDimension == 0 ? "" : ", realDimension=" + realDimension));
  }

  private static void requireSenses(
      Method method, int senses, int dimension, boolean hasNoise, boolean hasNgrams) {
    if (!method.learnsSenses()) {
      if (senses != 1) {
        throw new IllegalArgumentException(
            "a word has senses by the methods senses and mssg; by %s it has 1, got %d"
                .formatted(method.label(), senses));
      }
      return;
    }
    requireWithin("senses", senses, 2, MOST_SENSES);
    if (!hasNoise || hasNgrams) {
      throw new IllegalArgumentException(
          "senses are chosen by the output rows of whole words, learned against noise: negatives"
              + " are 1 or more and there are no n-grams");
    }
    if (dimension < 2 * senses + 1) {
      throw new IllegalArgumentException(
          "%d senses need vectors of %d cells or more, got %d; learn more cells or fewer senses"
              .formatted(senses, 2 * senses + 1, dimension));
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
   * least count 5, one thread, seed 1, no n-grams; pairs are not sampled, x2static has 1 negative,
   * and senses are 5 a word.
   */
  public static TrainingOptions of(Method method) {
    return builder(method).build();
  }

  /** The usual settings of a method, to be changed. */
  public static Builder builder(Method method) {
    return new Builder(method);
  }

  /** These settings, to be changed. */
  public Builder toBuilder() {
    var builder = new Builder(method);
    builder.dimension = dimension;
    builder.window = window;
    builder.negatives = negatives;
    builder.epochs = epochs;
    builder.rate = rate;
    builder.sampling = sampling;
    builder.leastCount = leastCount;
    builder.threads = threads;
    builder.seed = seed;
    builder.subwords = subwords;
    builder.senses = senses;
    builder.realDimension = realDimension;
    return builder;
  }

  /** Changes settings; what is not named stays. For one thread. */
  public static final class Builder {
    private final Method method;
    private int dimension = 100;
    private int window = 5;
    private int negatives;
    private int epochs = 5;
    private double rate;
    private double sampling;
    private long leastCount = 5;
    private int threads = 1;
    private long seed = 1;
    private Subwords subwords = NO_SUBWORDS;
    private int senses;
    private int realDimension;

    private Builder(Method method) {
      this.method = method;
      this.rate = method.usualRate();
      this.sampling = method.usualSampling();
      this.negatives = method.usualNegatives();
      this.senses = method.usualSenses();
      this.realDimension = method.usualRealDimension();
    }

    /** Cells of a vector. */
    public Builder dimension(int cells) {
      dimension = cells;
      return this;
    }

    /** Words on each side, at most. */
    public Builder window(int words) {
      window = words;
      return this;
    }

    /** Noise words for each true one; 0 for hierarchical softmax. */
    public Builder negatives(int words) {
      negatives = words;
      return this;
    }

    /** Passes over the text. */
    public Builder epochs(int passes) {
      epochs = passes;
      return this;
    }

    /** Learning rate at the beginning. */
    public Builder rate(double start) {
      rate = start;
      return this;
    }

    /** Share of the text above which a word is skipped at random; 0 to skip none. */
    public Builder sampling(double share) {
      sampling = share;
      return this;
    }

    /** Occurrences below which a word is dropped. */
    public Builder leastCount(long count) {
      leastCount = count;
      return this;
    }

    /** Workers. */
    public Builder threads(int workers) {
      threads = workers;
      return this;
    }

    /** Of all random choices. */
    public Builder seed(long value) {
      seed = value;
      return this;
    }

    /** N-grams of characters whose rows are added to a word's. */
    public Builder subwords(Subwords ngrams) {
      subwords = ngrams;
      return this;
    }

    /** Vectors of a word, at most: {@link Method#learnsSenses}. */
    public Builder senses(int most) {
      senses = most;
      return this;
    }

    /** Cells of a document's real vector beside its code: {@link Method#REAL_BINARY_PV}. */
    public Builder realDimension(int cells) {
      realDimension = cells;
      return this;
    }

    /**
     * The settings.
     *
     * @throws IllegalArgumentException if one cannot be learned with, naming it and its value
     */
    public TrainingOptions build() {
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
          subwords,
          senses,
          realDimension);
    }
  }
}
