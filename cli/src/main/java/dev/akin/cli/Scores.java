package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.DisplayWidth;
import dev.akin.eval.JudgedRun;
import dev.akin.eval.Metric;
import dev.akin.text.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run's metrics, printed. */
record Scores(List<Metric> metrics, JudgedRun run) {
  /** What is reported when nothing is asked for: BEIR's main metric first. */
  private static final List<String> DEFAULT = List.of("nDCG@10", "MAP", "MRR@10", "P@10", "R@100");

  private static final String QUERIES = "queries";

  /** The metrics of these names, the default ones for none. */
  static List<Metric> parseMetrics(List<String> names) {
    try {
      return (names.isEmpty() ? DEFAULT : names).stream().map(Metric::parse).distinct().toList();
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse("--metric: " + e.getMessage());
    }
  }

  /** The value of each metric over all judged queries. */
  void print(Console console, boolean json, Json.Members head) {
    if (json) {
      Map<String, Json> members = new LinkedHashMap<>(head.members());
      members.put(QUERIES, Json.of(run.queryIds().size()));
      metrics.forEach(metric -> members.put(metric.name(), Digits.json(metric, run.value(metric))));
      console.json(new Json.Members(members));
      return;
    }
    int width = metrics.stream().mapToInt(metric -> metric.name().length()).reduce(8, Math::max);
    for (Metric metric : metrics) {
      console.line(
          "%s %s"
              .formatted(
                  DisplayWidth.pad(metric.name(), width), Digits.of(metric, run.value(metric))));
    }
    console.line("%s %d".formatted(DisplayWidth.pad(QUERIES, width), run.queryIds().size()));
  }

  /** Each judged query's values. */
  void printQueries(Console console, boolean json, Json.Members head) {
    List<double[]> values = metrics.stream().map(run::values).toList();
    for (int query = 0; query < run.queryIds().size(); query++) {
      String id = run.queryIds().get(query);
      Map<String, Json> members = new LinkedHashMap<>(head.members());
      members.put("query", Json.of(id));
      var line = new StringBuilder(DisplayWidth.pad(id, 12));
      for (int i = 0; i < metrics.size(); i++) {
        Metric metric = metrics.get(i);
        double value = values.get(i)[query];
        members.put(metric.name(), Digits.json(metric, value));
        line.append("  ").append(metric.name()).append(' ').append(Digits.of(metric, value));
      }
      if (json) {
        console.json(new Json.Members(members));
      } else {
        console.line(line.toString());
      }
    }
  }
}
