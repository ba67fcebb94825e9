package dev.akin.study.report;

import dev.akin.eval.significance.Estimate;
import dev.akin.eval.significance.Interval;
import dev.akin.eval.suite.ScoreMatrix;
import dev.akin.eval.suite.Standing;
import dev.akin.eval.suite.SuiteMean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All of an evaluation as plain values: what was measured, with what, on what, how it was compared
 * and what came out. {@link ReportJson} keeps it, {@link ReportPage} and {@link ReportMarkdown}
 * show it, {@link MtebResults} hands it on, {@link ReportChanges} holds two against each other.
 *
 * @param provenance command, version, date and machine
 * @param options tests, intervals, draws and seed
 * @param systems in the order in which they were named
 * @param tasks in the order in which they were measured
 */
public record EvaluationReport(
    Provenance provenance,
    EvaluationOptions options,
    List<ReportedSystem> systems,
    List<TaskOutcome> tasks) {
  public EvaluationReport {
    systems = List.copyOf(systems);
    tasks = List.copyOf(tasks);
  }

  /**
   * A system and what decides its results.
   *
   * @param identity hash of the vector space, or the formula and its parameters
   */
  public record ReportedSystem(String name, String identity) {}

  /**
   * Where a system stands over all tasks.
   *
   * @param interval of the mean over tasks, tasks drawn: what other tasks like these would give
   */
  public record SuiteStanding(Standing standing, Interval interval) {}

  /** The standings over all tasks, in the order of the systems; empty for a single task. */
  public List<SuiteStanding> standings() {
    if (tasks.size() < 2) {
      return List.of();
    }
    ScoreMatrix matrix = matrix();
    Map<String, Estimate> means = new LinkedHashMap<>(SuiteMean.overTasks(matrix));
    List<SuiteStanding> standings = new ArrayList<>();
    for (Standing standing : Standing.of(matrix)) {
      Estimate mean = Objects.requireNonNull(means.get(standing.system()));
      standings.add(new SuiteStanding(standing, Interval.of(mean, options.comparison())));
    }
    return standings;
  }

  private ScoreMatrix matrix() {
    double[][] scores = new double[systems.size()][tasks.size()];
    for (int s = 0; s < systems.size(); s++) {
      for (int t = 0; t < tasks.size(); t++) {
        scores[s][t] = tasks.get(t).requireSystem(systems.get(s).name()).value();
      }
    }
    return ScoreMatrix.of(
        systems.stream().map(ReportedSystem::name).toList(),
        tasks.stream()
            .map(task -> new dev.akin.eval.suite.Task(task.task(), task.type().printedName()))
            .toList(),
        scores);
  }
}
