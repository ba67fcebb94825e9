package dev.akin.eval.significance;

import java.util.Arrays;
import java.util.Optional;

/** The mean of per-item values. */
final class MeanEstimate implements Estimate {
  private final double[] values;
  private final double mean;

  MeanEstimate(double[] perItem) {
    if (perItem.length == 0) {
      throw new IllegalArgumentException("a mean needs at least one item");
    }
    for (int i = 0; i < perItem.length; i++) {
      if (!Double.isFinite(perItem[i])) {
        throw new IllegalArgumentException("item %d has the value %s".formatted(i, perItem[i]));
      }
    }
    values = perItem.clone();
    mean = Arrays.stream(values).sum() / values.length;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public double value() {
    return mean;
  }

  @Override
  public double resampled(int[] items) {
    double sum = 0;
    for (int item : items) {
      sum += values[item];
    }
    return sum / items.length;
  }

  @Override
  public Optional<double[]> perItem() {
    return Optional.of(values.clone());
  }

  @Override
  public String toString() {
    return "mean of %d items: %s".formatted(values.length, mean);
  }
}
