package dev.akin.eval.significance;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A figure that is some function of the items, not the mean of their values. */
final class FigureEstimate implements Estimate {
  private final int size;
  private final ToDoubleFunction<int[]> figure;
  private final double value;

  FigureEstimate(int size, ToDoubleFunction<int[]> figure) {
    if (size < 1) {
      throw new IllegalArgumentException("a figure needs at least one item, got " + size);
    }
    this.size = size;
    this.figure = figure;
    this.value = figure.applyAsDouble(IntStream.range(0, size).toArray());
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("the figure of all %d items is %s".formatted(size, value));
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public double value() {
    return value;
  }

  @Override
  public double resampled(int[] items) {
    return figure.applyAsDouble(items);
  }

  @Override
  public Optional<double[]> perItem() {
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "figure of %d items: %s".formatted(size, value);
  }
}
