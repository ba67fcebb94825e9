package dev.akin.eval.significance;

import dev.akin.eval.Items;
import java.util.Optional;

/** The mean of per-item values. */
final class MeanEstimate implements Estimate {
  private final double[] values;
  private final double mean;

  MeanEstimate(double[] perItem) {
    if (perItem.length == 0) {
      throw new IllegalArgumentException("a mean needs at least one item");
    }
    values = Items.requireFinite("the value of item", perItem).clone();
    mean = Items.mean(values);
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
