package dev.akin.search.index;

import java.util.EnumMap;
import java.util.Map;

/** Wall time by stage: one stage runs until the next is started. */
final class Stopwatch {
  private final Map<IndexStage, Double> seconds = new EnumMap<>(IndexStage.class);
  private IndexStage running = IndexStage.READ;
  private long since = System.nanoTime();

  void start(IndexStage stage) {
    long now = System.nanoTime();
    seconds.merge(running, (now - since) / 1e9, Double::sum);
    running = stage;
    since = now;
  }

  /** Seconds of each stage up to now. */
  Map<IndexStage, Double> seconds() {
    start(running);
    return Map.copyOf(seconds);
  }
}
