package dev.akin.search.index;

/**
 * How texts are brought to words for BM25 and highlighting. Every choice splits by Unicode's word
 * rules, folds width and case, and makes pairs of characters where a script has no spaces.
 */
public enum Language {
  /** English possessives and stop words removed, Porter stems. */
  ENGLISH,
  /** Words as they stand: for names, codes and texts in many languages. */
  ANY
}
