package dev.akin.eval.significance;

import java.util.Optional;

/** A figure whose items come in clusters. */
final class ClusteredEstimate implements Estimate {
  private final Estimate figure;
  private final int[] clusterOfItem;

  ClusteredEstimate(Estimate figure, int[] clusterOfItem) {
    if (clusterOfItem.length != figure.size()) {
      throw new IllegalArgumentException(
          "%d items, but %d are given a cluster".formatted(figure.size(), clusterOfItem.length));
    }
    this.figure = figure;
    this.clusterOfItem = clusterOfItem.clone();
  }

  @Override
  public int size() {
    return figure.size();
  }

  @Override
  public double value() {
    return figure.value();
  }

  @Override
  public double resampled(int[] items) {
    return figure.resampled(items);
  }

  @Override
  public Optional<double[]> perItem() {
    return figure.perItem();
  }

  @Override
  public Optional<int[]> clusters() {
    return Optional.of(clusterOfItem.clone());
  }

  @Override
  public String toString() {
    return figure + ", in clusters";
  }
}
