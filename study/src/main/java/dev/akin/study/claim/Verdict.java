package dev.akin.study.claim;

/** What a study says of a claim. */
public enum Verdict {
  /** The measured interval lies where the claim says, and the control came out worse. */
  HOLDS("holds"),
  /** The measured interval lies elsewhere. */
  DOES_NOT_HOLD("does not hold"),
  /** These data do not tell, or the control was not told apart either. */
  UNDECIDED("undecided");

  private final String printed;

  Verdict(String printed) {
    this.printed = printed;
  }

  /** As reports print it. */
  public String printedName() {
    return printed;
  }

  /**
   * The verdict on a claim that a measure lies above its threshold.
   *
   * @param claim what the paper claims, as a measure
   * @param control by how much the method is better than a control that it must beat if it works at
   *     all
   */
  public static Verdict of(Measure claim, Measure control) {
    if (claim.high() < claim.threshold()) {
      return DOES_NOT_HOLD;
    }
    return claim.low() > claim.threshold() && control.low() > control.threshold()
        ? HOLDS
        : UNDECIDED;
  }
}
