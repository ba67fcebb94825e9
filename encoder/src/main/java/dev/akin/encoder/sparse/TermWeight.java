package dev.akin.encoder.sparse;

/** What a word of a text weighs. */
public enum TermWeight {
  /** How often it occurs: the plain bag of words. */
  COUNT("bow"),

  /**
   * (1 + ln tf) · (1 + ln((1 + N)/(1 + df))), tf being how often the word occurs in the text and df
   * in how many of the N texts the encoder was fitted on (Salton and Buckley 1988; smoothed, so
   * that a word of every text still weighs 1).
   */
  TF_IDF("tfidf");

  private final String text;

  TermWeight(String text) {
    this.text = text;
  }

  /** A short name. */
  public String text() {
    return text;
  }

  float of(int occurrences, int documents, int documentsWithIt) {
    return switch (this) {
      case COUNT -> occurrences;
      case TF_IDF ->
          (float)
              ((1 + Math.log(occurrences))
                  * (1 + Math.log((1.0 + documents) / (1.0 + documentsWithIt))));
    };
  }
}
