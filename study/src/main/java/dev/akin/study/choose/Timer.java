package dev.akin.study.choose;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/** What was spent of a budget, by a clock that the caller gives. */
final class Timer {
  private static final double NANOS = 1e9;

  private final LongSupplier nanos;
  private final long start;
  private final double budgetSeconds;

  Timer(LongSupplier nanos, Duration budget) {
    this.nanos = nanos;
    start = nanos.getAsLong();
    budgetSeconds = budget.toNanos() / NANOS;
  }

  /** Seconds since some moment. */
  double now() {
    return nanos.getAsLong() / NANOS;
  }

  double left() {
    return budgetSeconds - (nanos.getAsLong() - start) / NANOS;
  }

  double budget() {
    return budgetSeconds;
  }

  /** The middle one. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
