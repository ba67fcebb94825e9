package dev.akin.study.task;

import dev.akin.eval.Run;
import dev.akin.eval.significance.Estimate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a system reached on a task.
 *
 * @param scores figures by MTEB's names, among them the type's {@link TaskType#mainMetric}
 * @param main the main figure over its items, for intervals and paired tests
 * @param items the name of each item, the same and in the same order for every system
 * @param warnings what a reader of the figures must know, in one sentence each
 * @param run the rankings that the figures come from, where they do
 */
public record TaskResult(
    String task,
    TaskType type,
    String system,
    Map<String, Double> scores,
    Estimate main,
    List<String> items,
    List<String> warnings,
    Optional<Run> run) {
  /** A result that does not come from rankings. */
  public TaskResult(
      String task,
      TaskType type,
      String system,
      Map<String, Double> scores,
      Estimate main,
      List<String> items,
      List<String> warnings) {
    this(task, type, system, scores, main, items, warnings, Optional.empty());
  }

  public TaskResult {
    scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    items = List.copyOf(items);
    warnings = List.copyOf(warnings);
    if (items.size() != main.size()) {
      throw new IllegalArgumentException(
          "%s on %s: %d items for a figure over %d"
              .formatted(system, task, items.size(), main.size()));
    }
  }

  /** The figure the task is ranked by. */
  public double mainScore() {
    return main.value();
  }

  /** The same with the rankings it comes from. */
  public TaskResult withRun(Run rankings) {
    return new TaskResult(task, type, system, scores, main, items, warnings, Optional.of(rankings));
  }

  /** The same without its rankings, which are the large part of it. */
  public TaskResult withoutRun() {
    return new TaskResult(task, type, system, scores, main, items, warnings);
  }

  /** The first n items called {@code prefix 1}, {@code prefix 2}, … */
  static List<String> numbered(String prefix, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + " " + i).toList();
  }
}
