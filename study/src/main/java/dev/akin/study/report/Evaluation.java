package dev.akin.study.report;

import dev.akin.eval.significance.Estimate;
import dev.akin.eval.significance.Family;
import dev.akin.eval.significance.Interval;
import dev.akin.study.report.TaskReport.SystemScore;
import dev.akin.study.system.MeasuredSystem;
import dev.akin.study.task.Task;
import dev.akin.study.task.TaskResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Measures systems on tasks and compares them, item by item. */
public final class Evaluation {
  private final List<MeasuredSystem> systems;
  private final EvaluationOptions options;

  /**
   * An evaluation of some systems.
   *
   * @throws IllegalArgumentException if there is none, two have the same name, or the baseline is
   *     not among them (names it)
   */
  public Evaluation(List<MeasuredSystem> systems, EvaluationOptions options) {
    Set<String> names = new HashSet<>();
    for (MeasuredSystem system : systems) {
      if (!names.add(system.name())) {
        throw new IllegalArgumentException("the system %s is named twice".formatted(system.name()));
      }
    }
    if (systems.isEmpty()) {
      throw new IllegalArgumentException("an evaluation needs a system");
    }
    if (options.baseline().isPresent() && !names.contains(options.baseline().get())) {
      throw new IllegalArgumentException(
          "the baseline %s is not among the systems %s"
              .formatted(
                  options.baseline().get(), systems.stream().map(MeasuredSystem::name).toList()));
    }
    this.systems = List.copyOf(systems);
    this.options = options;
  }

  /** Measures all systems on the tasks, one task after the other. */
  public List<TaskReport> run(List<Task> tasks, EvaluationListener listener) throws IOException {
    List<TaskReport> reports = new ArrayList<>();
    for (Task task : tasks) {
      reports.add(run(task, listener));
    }
    return reports;
  }

  /** Measures all systems on one task. */
  public TaskReport run(Task task, EvaluationListener listener) throws IOException {
    List<SystemScore> scores = new ArrayList<>();
    Optional<WinsAndLosses> wins =
        options.decisive() > 0 ? task.findRetrieval().map(WinsAndLosses::new) : Optional.empty();
    SequencedMap<String, Estimate> figures = new LinkedHashMap<>();
    for (MeasuredSystem system : systems) {
      listener.onStart(task.name(), system.name());
      long start = System.nanoTime();
      TaskResult measured = task.evaluate(system);
      double seconds = (System.nanoTime() - start) / 1e9;
      requireItems(measured);
      listener.onResult(measured);
      wins.ifPresent(w -> w.add(measured));
      TaskResult result = measured.withoutRun();
      figures.put(system.name(), result.main());
      scores.add(
          new SystemScore(result, Interval.of(result.main(), options.comparison()), seconds));
    }
    Optional<Family> family = systems.size() < 2 ? Optional.empty() : Optional.of(family(figures));
    List<DecisiveQueries> decisive =
        wins.isPresent() && family.isPresent()
            ? wins.get().of(family.get().comparisons(), options.decisive())
            : List.of();
    return new TaskReport(
        task.name(), task.type(), task.data(), scores, family, texts(task), decisive);
  }

  private static void requireItems(TaskResult result) {
    if (result.items().size() < 2) {
      throw new IllegalArgumentException(
          "%s: a figure with an interval takes 2 queries, pairs or texts, and here is 1"
              .formatted(result.task()));
    }
  }

  private static Map<String, String> texts(Task task) {
    Map<String, String> texts = new LinkedHashMap<>();
    task.findRetrieval()
        .ifPresent(set -> set.queries().forEach(query -> texts.put(query.id(), query.text())));
    return texts;
  }

  private Family family(SequencedMap<String, Estimate> figures) {
    return options
        .baseline()
        .map(baseline -> Family.against(baseline, figures, options.comparison()))
        .orElseGet(() -> Family.allPairs(figures, options.comparison()));
  }
}
