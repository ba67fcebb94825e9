package dev.akin.words.training;

/** The mean loss of a true observation and its noise since it was last asked for. Thread-safe. */
final class LossMeter {
  private double sum;
  private long observations;
  private double last = Double.NaN;

  synchronized void add(double loss, long count) {
    sum += loss;
    observations += count;
  }

  /** The mean since the last call, or the one before if there was nothing since. */
  synchronized double drain() {
    if (observations > 0) {
      last = sum / observations;
      sum = 0;
      observations = 0;
    }
    return last;
  }
}
