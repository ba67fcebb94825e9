package dev.akin.study.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures of repeated experiments, and their means. */
final class Means {
  private final Map<String, List<Double>> values = new LinkedHashMap<>();

  void add(String metric, double value) {
    values.computeIfAbsent(metric, _ -> new ArrayList<>()).add(value);
  }

  /** The values of one figure, in the order in which they came. */
  double[] all(String metric) {
    return values.getOrDefault(metric, List.of()).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /** Each figure's mean. */
  Map<String, Double> means() {
    Map<String, Double> means = new LinkedHashMap<>();
    values.forEach((metric, all) ->
        means.put(metric, all.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
    return means;
  }
}
