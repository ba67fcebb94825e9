package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.DisplayWidth;
import dev.akin.eval.Metric;
import dev.akin.eval.Qrels;
import dev.akin.eval.Run;
import dev.akin.text.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run's metrics, printed. */
record Scores(List<Metric> metrics, Qrels qrels, Run run) {
  /** What is reported when nothing is asked for: BEIR's main metric first. */
  private static final List<String> DEFAULT = List.of("nDCG@10", "MAP", "MRR@10", "P@10", "R@100");

  /** The metrics of these names, the default ones for none. */
  static List<Metric> parseMetrics(List<String> names) {
    try {
      return (names.isEmpty() ? DEFAULT : names).stream().map(Metric::parse).distinct().toList();
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse("--metric: " + e.getMessage());
    }
  }

  /** The mean of each metric over all judged queries. */
  void print(Console console, boolean json, Json.Members head) {
    if (json) {
      Map<String, Json> members = new LinkedHashMap<>(head.members());
      members.put("queries", Json.of(qrels.queryIds().size()));
      metrics.forEach(metric -> members.put(metric.name(), Json.of(metric.value(qrels, run))));
      console.json(new Json.Members(members));
      return;
    }
    for (Metric metric : metrics) {
      console.line(
          "%s %s".formatted(DisplayWidth.pad(metric.name(), 8), digits(metric.value(qrels, run))));
    }
    console.line("%s %d".formatted(DisplayWidth.pad("queries", 8), qrels.queryIds().size()));
  }

  /** Each judged query's values. */
  void printQueries(Console console, boolean json) {
    for (String query : qrels.queryIds()) {
      Map<String, Json> members = new LinkedHashMap<>(Map.of("query", Json.of(query)));
      var line = new StringBuilder(DisplayWidth.pad(query, 12));
      for (Metric metric : metrics) {
        double value = metric.score(qrels.judgments(query), run.ranking(query));
        members.put(metric.name(), Json.of(value));
        line.append("  ").append(metric.name()).append(' ').append(digits(value));
      }
      if (json) {
        console.json(new Json.Members(members));
      } else {
        console.line(line.toString());
      }
    }
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
