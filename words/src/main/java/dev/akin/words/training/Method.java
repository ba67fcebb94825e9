package dev.akin.words.training;

/** What is predicted from what. */
public enum Method {
  /** Each word from each word near it (Mikolov et al. 2013). */
  SKIP_GRAM("skipgram", 0.025),
  /** Each word from the mean of the words near it (Mikolov et al. 2013). */
  CBOW("cbow", 0.05);

  private final String label;
  private final double usualRate;

  Method(String label, double usualRate) {
    this.label = label;
    this.usualRate = usualRate;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /** The learning rate that the peers begin with. */
  public double usualRate() {
    return usualRate;
  }
}
