package dev.akin.words;

/** What a word that is not in the vocabulary is given. */
public enum OutOfVocabulary {
  /** No vector. */
  ABSENT,
  /** The vector of its n-grams, where the vectors were learned with them; else none. */
  COMPOSED
}
