package dev.akin.words;

/** What the row of a text is. */
public enum TextRow {
  /** The weighted mean of the vectors of its words, brought to length 1. */
  MEAN_OF_WORDS,
  /**
   * What {@code fasttext print-sentence-vectors} prints for the text as one line: the mean of the
   * words' vectors, each brought to length 1; of a supervised model the mean of all rows its
   * classifier reads, n-grams of words among them (Joulin et al. 2017). Not brought to length 1.
   */
  FASTTEXT_SENTENCE
}
