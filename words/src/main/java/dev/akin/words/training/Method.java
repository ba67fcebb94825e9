package dev.akin.words.training;

/** What is predicted from what. */
public enum Method {
  /** Each word from each word near it (Mikolov et al. 2013). */
  SKIP_GRAM("skipgram", 0.025),
  /** Each word from the mean of the words near it (Mikolov et al. 2013). */
  CBOW("cbow", 0.05),
  /**
   * Each word from the words near it, whose mean is weighted cell by cell with a learned vector for
   * each relative position (Mikolov et al. 2018, section 2.2).
   */
  POSITIONAL_CBOW("positional-cbow", 0.05),
  /**
   * Each word from the words near it with their rows one behind another, which keeps their order
   * (Lai et al. 2016, Order; Ling et al. 2015, continuous window).
   */
  ORDER_CBOW("order-cbow", 0.05),
  /**
   * Each word near a word from it, with output rows of its own for each relative position (Ling et
   * al. 2015, structured skip-gram).
   */
  STRUCTURED_SKIP_GRAM("structured-skipgram", 0.025),
  /** Each word of a document from the document (Le and Mikolov 2014, distributed bag of words). */
  PV_DBOW("pv-dbow", 0.025),
  /**
   * Each word from the mean of its document and the words near it (Le and Mikolov 2014, distributed
   * memory).
   */
  PV_DM("pv-dm", 0.05),
  /** The same with the sum in place of the mean. */
  PV_DM_SUM("pv-dm-sum", 0.025),
  /**
   * Each word of a document from the bits of the document, learned straight through their rounding
   * (Grzegorczyk and Kurdziel 2017).
   */
  BINARY_PV("binary-pv", 0.025),
  /**
   * Each word from the mean of the bits of its document and the words near it (Grzegorczyk and
   * Kurdziel 2017, binary distributed memory).
   */
  BINARY_PV_DM("binary-pv-dm", 0.05),
  /**
   * The same from bits of a projection of the document's real vector: a code to find it by and a
   * vector to rank it by, learned together (Grzegorczyk and Kurdziel 2017, real-binary).
   */
  REAL_BINARY_PV("real-binary-pv", 0.025),
  /** The second of a pair from the first, each with a vocabulary of its own. */
  PAIRS("pairs", 0.025),
  /**
   * Each word near a word from the sense of the word that its context chooses (Grzegorczyk and
   * Kurdziel 2018, Disambiguated Skip-gram Model).
   */
  SENSES("senses", 0.025),
  /**
   * The same with the sense whose cluster of contexts is nearest (Neelakantan et al. 2014,
   * Multi-Sense Skip-gram).
   */
  MSSG("mssg", 0.025),
  /**
   * Each word of a line from a vector of the line that an encoder made and that stays as it is
   * (Gupta and Jaggi 2021, X2Static): a vector of a word that holds what its sentences mean.
   */
  X2STATIC("x2static", 0.05);

  private static final double USUAL_SAMPLING = 1e-4;
  private static final int USUAL_NEGATIVES = 5;
  private static final int USUAL_SENSES = 5;
  private static final int USUAL_REALS = 100;

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

  /** The sampling to begin with: pairs are learned whole, so none of theirs is dropped. */
  public double usualSampling() {
    return this == PAIRS ? 0 : USUAL_SAMPLING;
  }

  /**
   * The noise words for each true one to begin with: where inputs stay as they are, words cannot
   * balance more of them by moving their inputs, and one is best on small texts.
   */
  public int usualNegatives() {
    return this == X2STATIC ? 1 : USUAL_NEGATIVES;
  }

  /** The most senses of a word to begin with: 1 where words have none. */
  public int usualSenses() {
    return learnsSenses() ? USUAL_SENSES : 1;
  }

  /** The cells of a document's real vector to begin with: 0 where there is none beside its own. */
  public int usualRealDimension() {
    return this == REAL_BINARY_PV ? USUAL_REALS : 0;
  }

  /** Whether lines are documents and get vectors. */
  public boolean learnsDocuments() {
    return switch (this) {
      case PV_DBOW, PV_DM, PV_DM_SUM, BINARY_PV, BINARY_PV_DM, REAL_BINARY_PV -> true;
      case SKIP_GRAM, CBOW, POSITIONAL_CBOW, ORDER_CBOW, STRUCTURED_SKIP_GRAM -> false;
      case PAIRS, X2STATIC, SENSES, MSSG -> false;
    };
  }

  /** Whether words predict, alone or beside a document; else they are predicted only. */
  public boolean hasWordInputs() {
    return switch (this) {
      case PV_DBOW, BINARY_PV, REAL_BINARY_PV, X2STATIC -> false;
      case SKIP_GRAM, CBOW, POSITIONAL_CBOW, ORDER_CBOW, STRUCTURED_SKIP_GRAM -> true;
      case PV_DM, PV_DM_SUM, BINARY_PV_DM, PAIRS, SENSES, MSSG -> true;
    };
  }

  /** Whether words have several vectors. */
  public boolean learnsSenses() {
    return this == SENSES || this == MSSG;
  }

  /** Whether lines predict with a row of their own, learned or given. */
  boolean readsLines() {
    return learnsDocuments() || this == X2STATIC;
  }

  /** Whether words have no input rows, not even rows that stay as they began. */
  boolean readsLinesOnly() {
    return this == X2STATIC || this == REAL_BINARY_PV;
  }

  /** Whether documents are codes of bits. */
  boolean learnsBits() {
    return this == BINARY_PV || this == BINARY_PV_DM || this == REAL_BINARY_PV;
  }

  /** The power of the counts by which noise is drawn. */
  double noisePower() {
    return this == X2STATIC ? Noise.SENTENCES_POWER : Noise.POWER;
  }
}
