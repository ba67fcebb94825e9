package dev.akin.words;

import dev.akin.text.split.Boundaries;
import java.util.Locale;

/**
 * How texts become words, and words become one row. Immutable; start at {@link #defaults} and
 * change by {@code with…}.
 *
 * @param boundaries where words begin and end; how it prints is part of the encoder's identity
 * @param casing under which spellings words are looked up
 * @param unknown what words get that are not in the vocabulary
 * @param weights how much each word counts
 */
public record WordEncoderOptions(
    Boundaries boundaries, Casing casing, OutOfVocabulary unknown, WordWeights weights) {
  /**
   * The JDK's word boundaries without a language, words as written or else in lower case, composed
   * from n-grams where the vectors allow it, each counting the same.
   */
  public static WordEncoderOptions defaults() {
    return new WordEncoderOptions(
        Boundaries.jdk(Locale.ROOT),
        Casing.AS_WRITTEN_OR_LOWER,
        OutOfVocabulary.COMPOSED,
        WordWeights.uniform());
  }

  public WordEncoderOptions withBoundaries(Boundaries changed) {
    return new WordEncoderOptions(changed, casing, unknown, weights);
  }

  public WordEncoderOptions withCasing(Casing changed) {
    return new WordEncoderOptions(boundaries, changed, unknown, weights);
  }

  public WordEncoderOptions withUnknown(OutOfVocabulary changed) {
    return new WordEncoderOptions(boundaries, casing, changed, weights);
  }

  public WordEncoderOptions withWeights(WordWeights changed) {
    return new WordEncoderOptions(boundaries, casing, unknown, changed);
  }
}
