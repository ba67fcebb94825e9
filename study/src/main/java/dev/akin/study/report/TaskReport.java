package dev.akin.study.report;

import dev.akin.eval.significance.Family;
import dev.akin.eval.significance.Interval;
import dev.akin.study.task.TaskResult;
import dev.akin.study.task.TaskType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What several systems reached on one task.
 *
 * @param data what the task's data are, in a few words
 * @param systems in the order in which they were named
 * @param comparisons of the systems' main figures, p-values adjusted over all of them; empty for a
 *     single system
 * @param itemTexts the texts of items that have one, by the item's name: queries
 * @param decisive for each comparison the queries that decide it, if that was asked for
 */
public record TaskReport(
    String task,
    TaskType type,
    String data,
    List<SystemScore> systems,
    Optional<Family> comparisons,
    Map<String, String> itemTexts,
    List<DecisiveQueries> decisive) {
  public TaskReport {
    systems = List.copyOf(systems);
    itemTexts = Map.copyOf(itemTexts);
    decisive = List.copyOf(decisive);
  }

  /**
   * One system's figures.
   *
   * @param interval of the main figure
   * @param seconds wall time, rows from the cache included
   */
  public record SystemScore(TaskResult result, Interval interval, double seconds) {}
}
