package dev.akin.words;

import dev.akin.format.words.WordList;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How much each word counts in the mean of a text. Immutable.
 *
 * <p>Only ratios matter where the mean is brought to length 1.
 */
public final class WordWeights {
  private final String name;
  private final float[] ofWords;
  private final float ofOthers;

  private WordWeights(String name, float[] ofWords, float ofOthers) {
    this.name = name;
    this.ofWords = ofWords;
    this.ofOthers = ofOthers;
  }

  /** Every word counts 1. */
  public static WordWeights uniform() {
    return new WordWeights("uniform", new float[0], 1);
  }

  /**
   * Smooth inverse frequency: a / (a + p), p being a word's share of all occurrences; a word
   * outside the vocabulary has p = 0 (Arora et al. 2017, algorithm 1, without the removal of the
   * common component, which is a transform of the rows and part of {@link SentenceEncoder}).
   *
   * @param vectors give p: see {@link #shares}
   * @param a between 1e-4 and 1e-3 in the paper
   * @throws IllegalArgumentException if a is not positive
   */
  public static WordWeights sif(WordVectors vectors, double a) {
    return of("sif " + a, new SentenceWeighting.Sif(a).weights(shares(vectors), 0));
  }

  /**
   * The share of all text that each word has, by ordinal, their sum 1: its count, for vectors that
   * come with counts (fastText models); else 1 / (rank + 1), rank from 1, since files have their
   * words in the order of frequency (Zipf 1949).
   */
  static double[] shares(WordVectors vectors) {
    double[] shares = new double[vectors.size()];
    double sum = 0;
    for (int word = 0; word < shares.length; word++) {
      OptionalLong count = vectors.count(word);
      shares[word] = count.isPresent() ? count.getAsLong() : 1.0 / (word + 2);
      sum += shares[word];
    }
    for (int word = 0; word < shares.length; word++) {
      shares[word] /= sum;
    }
    return shares;
  }

  /** Given weights of the words of a vocabulary; words outside count 1. */
  static WordWeights of(String name, double[] weights) {
    float[] ofWords = new float[weights.length];
    for (int ordinal = 0; ordinal < weights.length; ordinal++) {
      ofWords[ordinal] = (float) weights[ordinal];
    }
    return new WordWeights(name, ofWords, 1);
  }

  /**
   * Inverse document frequency: ln((n + 1) / (f + 1)), f being the number of documents that hold
   * the word, 0 for words not named.
   *
   * @param frequencies word → f
   * @param documents n
   * @throws IllegalArgumentException if a frequency is negative or above n
   */
  public static WordWeights idf(WordList words, Map<String, Integer> frequencies, int documents) {
    float[] weights = new float[words.size()];
    Arrays.fill(weights, idf(0, documents, ""));
    frequencies.forEach((word, frequency) -> {
      float weight = idf(frequency, documents, word);
      words.find(word).ifPresent(ordinal -> weights[ordinal] = weight);
    });
    return new WordWeights(
        "idf of %d documents".formatted(documents), weights, idf(0, documents, ""));
  }

  private static float idf(int frequency, int documents, String word) {
    if (frequency < 0 || frequency > documents) {
      throw new IllegalArgumentException(
          "'%s' is in %d of %d documents".formatted(word, frequency, documents));
    }
    return (float) Math.log((documents + 1.0) / (frequency + 1.0));
  }

  /** Whether every word counts the same. */
  boolean isUniform() {
    return ofWords.length == 0;
  }

  /** The weight of a word of the vocabulary. */
  float of(int ordinal) {
    return ofWords.length == 0 ? ofOthers : ofWords[ordinal];
  }

  /** The weight of a word whose vector is composed. */
  float ofOthers() {
    return ofOthers;
  }

  /**
   * @throws IllegalArgumentException if they were made for another vocabulary
   */
  void checkFits(WordVectors vectors) {
    if (ofWords.length != 0 && ofWords.length != vectors.size()) {
      throw new IllegalArgumentException(
          "weights of %d words for %s".formatted(ofWords.length, vectors));
    }
  }

  /** Name and all weights: what two of them differ in. */
  String key() {
    return name + " " + Arrays.toString(ofWords) + " " + ofOthers;
  }

  @Override
  public String toString() {
    return name;
  }
}
