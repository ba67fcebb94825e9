package dev.akin.words;

import dev.akin.text.split.Boundaries;
import java.util.Locale;

/**
 * How texts become words, and words become one row. Immutable; start at {@link #defaults} and
 * change by {@code with…}, or at {@link #fastTextSentence}, in which nothing can be another.
 *
 * @param boundaries where words begin and end; how it prints is part of the encoder's identity
 * @param casing under which spellings words are looked up
 * @param unknown what words get that are not in the vocabulary
 * @param weights how much each word counts
 * @param row what is made of the words
 */
public record WordEncoderOptions(
    Boundaries boundaries,
    Casing casing,
    OutOfVocabulary unknown,
    WordWeights weights,
    TextRow row) {
  /** Refuses choices that fastText makes itself. */
  public WordEncoderOptions {
    boolean isOwn =
        boundaries.equals(Boundaries.jdk(Locale.ROOT))
            && casing == Casing.AS_WRITTEN_OR_LOWER
            && unknown == OutOfVocabulary.COMPOSED
            && weights.isUniform();
    if (row == TextRow.FASTTEXT_SENTENCE && !isOwn) {
      throw new IllegalArgumentException(
          "fastText's sentence vectors have words, casing, n-grams and weights of their own; they are not made with %s, %s, %s and %s weights"
              .formatted(boundaries, casing, unknown, weights));
    }
  }

  /**
   * The JDK's word boundaries without a language, words as written or else in lower case, composed
   * from n-grams where the vectors allow it, each counting the same.
   */
  public static WordEncoderOptions defaults() {
    return new WordEncoderOptions(
        Boundaries.jdk(Locale.ROOT),
        Casing.AS_WRITTEN_OR_LOWER,
        OutOfVocabulary.COMPOSED,
        WordWeights.uniform(),
        TextRow.MEAN_OF_WORDS);
  }

  /**
   * Rows that equal what {@code fasttext print-sentence-vectors} prints: {@link
   * TextRow#FASTTEXT_SENTENCE}. For fastText models only.
   */
  public static WordEncoderOptions fastTextSentence() {
    WordEncoderOptions words = defaults();
    return new WordEncoderOptions(
        words.boundaries, words.casing, words.unknown, words.weights, TextRow.FASTTEXT_SENTENCE);
  }

  /**
   * What the name of a model asks for: {@link #fastTextSentence} of {@code fasttext:FILE}, else the
   * defaults with these boundaries.
   */
  public static WordEncoderOptions ofName(String name, Boundaries boundaries) {
    return name.startsWith(WordVectorEncoder.FASTTEXT_PREFIX)
        ? fastTextSentence()
        : defaults().withBoundaries(boundaries);
  }

  public WordEncoderOptions withBoundaries(Boundaries changed) {
    return new WordEncoderOptions(changed, casing, unknown, weights, row);
  }

  public WordEncoderOptions withCasing(Casing changed) {
    return new WordEncoderOptions(boundaries, changed, unknown, weights, row);
  }

  public WordEncoderOptions withUnknown(OutOfVocabulary changed) {
    return new WordEncoderOptions(boundaries, casing, changed, weights, row);
  }

  public WordEncoderOptions withWeights(WordWeights changed) {
    return new WordEncoderOptions(boundaries, casing, unknown, changed, row);
  }
}
