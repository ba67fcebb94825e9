package dev.akin.study.words;

import dev.akin.eval.significance.Estimate;
import dev.akin.study.claim.Contrast;
import dev.akin.study.claim.Measure;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Results;
import dev.akin.words.WordVectors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Representations × tasks: every figure over the same items for all representations, so that
 * differences are drawn in pairs. Filled by one thread.
 */
final class WordComparison {
  private final Map<String, Map<String, Estimate>> figures = new LinkedHashMap<>();

  /** One figure; a second one of the same name takes its place. */
  WordComparison put(String representation, String task, Estimate figure) {
    figures.computeIfAbsent(representation, _ -> new LinkedHashMap<>()).put(task, figure);
    return this;
  }

  /** All figures of a table, which is borrowed. */
  WordComparison put(String representation, WordVectors vectors, List<? extends WordTask> tasks) {
    tasks.forEach(task -> put(representation, task.name(), task.evaluate(vectors)));
    return this;
  }

  /**
   * The figure of a representation on a task.
   *
   * @throws IllegalArgumentException if it was not measured
   */
  Estimate figure(String representation, String task) {
    Estimate figure = figures.getOrDefault(representation, Map.of()).get(task);
    if (figure == null) {
      throw new IllegalArgumentException(
          "%s was not measured on %s".formatted(representation, task));
    }
    return figure;
  }

  /**
   * A sum, and the mean over tasks of one representation's figure minus another's, times a weight.
   */
  Contrast plus(Contrast sum, double weight, String first, String second, List<String> tasks) {
    Contrast all = sum;
    for (String task : tasks) {
      all =
          all.plusDifference(
              weight / tasks.size(), task, figure(first, task), figure(second, task));
    }
    return all;
  }

  /** The mean over tasks of one representation's figure minus another's. */
  Contrast difference(String first, String second, List<String> tasks) {
    return plus(Contrast.none(), 1, first, second, tasks);
  }

  /** All that was measured, in the order it was first put. */
  List<String> representations() {
    return List.copyOf(figures.keySet());
  }

  /** A row a representation, a column a task; a dash where nothing was measured. */
  ResultTable table(String caption) {
    List<String> tasks = tasks();
    List<String> columns = new ArrayList<>(List.of("vectors"));
    columns.addAll(tasks);
    ResultTable.Builder table = ResultTable.titled(caption, columns.toArray(String[]::new));
    figures.forEach((representation, row) -> {
      List<String> cells = new ArrayList<>(List.of(representation));
      tasks.forEach(task -> {
        Estimate figure = row.get(task);
        cells.add(figure == null ? "–" : Results.digits(figure.value()));
      });
      table.row(cells.toArray(String[]::new));
    });
    return table.build();
  }

  /** Two representations on each task, with the interval of their paired difference. */
  ResultTable differences(String first, String second, long seed) {
    ResultTable.Builder table =
        ResultTable.titled(
            "%s − %s, items drawn in pairs".formatted(first, second),
            "task",
            "items",
            "difference",
            "95 % interval");
    for (String task : tasks()) {
      Measure measure = difference(first, second, List.of(task)).measure(task, 0, seed);
      table.row(
          task,
          "%,d".formatted(figure(first, task).size()),
          Results.digits(measure.value()),
          Results.interval(measure));
    }
    return table.build();
  }

  private List<String> tasks() {
    return figures.values().stream().flatMap(row -> row.keySet().stream()).distinct().toList();
  }
}
