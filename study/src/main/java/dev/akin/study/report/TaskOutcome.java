package dev.akin.study.report;

import dev.akin.eval.significance.Comparison;
import dev.akin.eval.significance.Family;
import dev.akin.study.task.TaskType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What several systems reached on one task, as plain values.
 *
 * @param data what the task's data are, in a few words
 * @param items what the figures are over, in the order of {@link SystemOutcome#perItem}
 * @param systems in the order in which they were named
 * @param comparisons of the main figures; empty for a single system
 * @param decisive for each comparison the queries that decide it, if that was asked for
 */
public record TaskOutcome(
    String task,
    TaskType type,
    String data,
    List<Item> items,
    List<SystemOutcome> systems,
    Optional<Family> comparisons,
    List<DecisiveQueries> decisive) {
  public TaskOutcome {
    items = List.copyOf(items);
    systems = List.copyOf(systems);
    decisive = List.copyOf(decisive);
  }

  /**
   * One query, pair or text.
   *
   * @param text empty where it has none of its own
   */
  public record Item(String id, String text) {}

  /** The values of a report. */
  public static TaskOutcome of(TaskReport report) {
    List<Item> items =
        report.systems().getFirst().result().items().stream()
            .map(id -> new Item(id, report.itemTexts().getOrDefault(id, "")))
            .toList();
    return new TaskOutcome(
        report.task(),
        report.type(),
        report.data(),
        items,
        report.systems().stream().map(SystemOutcome::of).toList(),
        report.comparisons(),
        report.decisive());
  }

  /**
   * The system of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public SystemOutcome requireSystem(String name) {
    return systems.stream()
        .filter(system -> system.system().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(task + " has no system " + name));
  }

  /** All warnings, each once. */
  public Set<String> warnings() {
    Set<String> warnings = new LinkedHashSet<>();
    systems.forEach(system -> warnings.addAll(system.warnings()));
    return warnings;
  }

  /**
   * The letter display of {@link Family#letters}; empty where not every pair was compared.
   *
   * @param alpha level of the tests
   */
  public Map<String, String> letters(double alpha) {
    int pairs = systems.size() * (systems.size() - 1) / 2;
    return comparisons
        .filter(family -> family.comparisons().size() == pairs && pairs > 1)
        .map(family -> (Map<String, String>) family.letters(alpha))
        .orElse(Map.of());
  }

  /** The comparisons, or none. */
  public List<Comparison> compared() {
    return comparisons.map(Family::comparisons).orElse(List.of());
  }
}
