package dev.akin.cli;

import dev.akin.cli.JudgedFiles.JudgedFile;
import dev.akin.cli.console.Console;
import dev.akin.cli.console.DisplayWidth;
import dev.akin.eval.Metric;
import dev.akin.text.Json;
import java.util.List;

/** The metrics of one run below each other, or of several runs in a table. */
record ScoreReport(List<Metric> metrics, List<JudgedFile> runs) {
  void print(Console console, boolean json, boolean perQuery) {
    for (JudgedFile run : runs) {
      var scores = new Scores(metrics, run.judged());
      Json.Members name = Console.members("run", Json.of(run.file().toString()));
      if (perQuery) {
        if (runs.size() > 1 && !json) {
          console.line(run.file().toString());
        }
        scores.printQueries(console, json, runs.size() > 1 ? name : Console.members());
      }
      if (json || runs.size() == 1) {
        scores.print(console, json, name);
      }
    }
    if (!json && runs.size() > 1) {
      printTable(console);
    }
  }

  private void printTable(Console console) {
    int width =
        runs.stream().mapToInt(run -> DisplayWidth.of(run.file().toString())).reduce(8, Math::max);
    var head = new StringBuilder(DisplayWidth.pad("run", width));
    metrics.forEach(metric -> head.append("  ").append(cell(metric, metric.name())));
    console.line(head.toString());
    for (JudgedFile run : runs) {
      var line = new StringBuilder(DisplayWidth.pad(run.file().toString(), width));
      for (Metric metric : metrics) {
        line.append("  ").append(cell(metric, Digits.of(metric, run.judged().value(metric))));
      }
      console.line(line.toString());
    }
    console.line(
        "%s  %d"
            .formatted(
                DisplayWidth.pad("queries", width), runs.getFirst().judged().queryIds().size()));
  }

  /** Right-aligned below the metric's name. */
  private static String cell(Metric metric, String text) {
    return " ".repeat(Math.max(0, Math.max(metric.name().length(), 6) - text.length())) + text;
  }
}
