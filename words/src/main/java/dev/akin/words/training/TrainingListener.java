package dev.akin.words.training;

/** Hears how a training goes, and may end it. */
public interface TrainingListener {
  /** Hears nothing, ends nothing. */
  TrainingListener NONE = progress -> true;

  /**
   * Called some times a second by the thread that trains.
   *
   * @return whether to go on; if not, the state is saved and the training ends early
   */
  boolean goesOn(Progress progress);
}
