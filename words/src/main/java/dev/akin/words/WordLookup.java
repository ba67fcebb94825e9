package dev.akin.words;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How words are found among vectors. Borrows the vectors; safe for many threads.
 *
 * @param casing under which spellings
 * @param unknown what a word gets that is under none of them in the vocabulary
 */
public record WordLookup(WordVectors vectors, Casing casing, OutOfVocabulary unknown) {
  /** Words as they are written, and only those of the vocabulary. */
  public static WordLookup asWritten(WordVectors vectors) {
    return new WordLookup(vectors, Casing.AS_WRITTEN, OutOfVocabulary.ABSENT);
  }

  /** The place of a word in the vocabulary. */
  public OptionalInt find(String word) {
    return casing.find(vectors.words(), word);
  }

  /** The vector of a word: its own or, where that is wanted and possible, one composed. */
  public Optional<float[]> findVector(String word) {
    OptionalInt ordinal = find(word);
    if (ordinal.isPresent()) {
      return Optional.of(vectors.vector(ordinal.getAsInt()));
    }
    return switch (unknown) {
      case ABSENT -> Optional.empty();
      case COMPOSED -> compose(word);
    };
  }

  private Optional<float[]> compose(String word) {
    for (String form : casing.forms(word)) {
      Optional<float[]> composed = vectors.findVector(form, OutOfVocabulary.COMPOSED);
      if (composed.isPresent()) {
        return composed;
      }
    }
    return Optional.empty();
  }
}
