package dev.akin.study.choose;

/** Hears how far a choice is, and can end it. */
public interface ChoiceListener {
  ChoiceListener SILENT = (_, _) -> {};

  /**
   * Called before each step, and within long ones.
   *
   * @param step what is done now
   * @param secondsLeft of the budget
   */
  void onStep(String step, double secondsLeft);

  /** Whether to stop at the next place where it can; what is finished is kept. */
  default boolean isStopped() {
    return false;
  }
}
