package dev.akin.eval.suite;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Scores of systems on tasks, higher is better; NaN where a system has none. Immutable.
 *
 * <p>A mean over tasks is only fair between systems that have the same ones. What needs all scores
 * says so and refuses the others; {@link #withoutMissing} leaves the tasks that every system has.
 */
public final class ScoreMatrix {
  private final List<String> systems;
  private final List<Task> tasks;

  /** [systems × tasks]. */
  private final double[][] scores;

  private ScoreMatrix(List<String> systems, List<Task> tasks, double[][] scores) {
    this.systems = systems;
    this.tasks = tasks;
    this.scores = scores;
  }

  /**
   * A copy of these scores.
   *
   * @param systems distinct names, at least one
   * @param tasks distinct names, at least one
   * @param scores [systems × tasks], NaN where there is none
   * @throws IllegalArgumentException if a name occurs twice, the shape is another, or a score is
   *     infinite (names system and task)
   */
  public static ScoreMatrix of(List<String> systems, List<Task> tasks, double[][] scores) {
    requireDistinct("system", systems);
    requireDistinct("task", tasks.stream().map(Task::name).toList());
    if (scores.length != systems.size()) {
      throw new IllegalArgumentException(
          "%d rows of scores for %d systems".formatted(scores.length, systems.size()));
    }
    for (int s = 0; s < scores.length; s++) {
      if (scores[s].length != tasks.size()) {
        throw new IllegalArgumentException(
            "system %s has %d scores for %d tasks"
                .formatted(systems.get(s), scores[s].length, tasks.size()));
      }
      for (int t = 0; t < scores[s].length; t++) {
        if (Double.isInfinite(scores[s][t])) {
          throw new IllegalArgumentException(
              "system %s, task %s: %s"
                  .formatted(systems.get(s), tasks.get(t).name(), scores[s][t]));
        }
      }
    }
    double[][] copy = Arrays.stream(scores).map(double[]::clone).toArray(double[][]::new);
    return new ScoreMatrix(List.copyOf(systems), List.copyOf(tasks), copy);
  }

  private static void requireDistinct(String what, List<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a suite needs at least one " + what);
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException("there are two %ss named %s".formatted(what, name));
      }
    }
  }

  /** The systems, in order. */
  public List<String> systems() {
    return systems;
  }

  /** The tasks, in order. */
  public List<Task> tasks() {
    return tasks;
  }

  /** The score of one system on one task, by their places; NaN if there is none. */
  public double score(int system, int task) {
    return scores[system][task];
  }

  /** All systems' scores on a task. */
  double[] column(int task) {
    return Arrays.stream(scores).mapToDouble(row -> row[task]).toArray();
  }

  /** A system's scores on all tasks. */
  double[] row(int system) {
    return scores[system].clone();
  }

  /** How many scores a system lacks. */
  public int missing(int system) {
    return (int) Arrays.stream(scores[system]).filter(Double::isNaN).count();
  }

  /** The same systems on the tasks of these names, in the order they have here. */
  public ScoreMatrix withTasks(Set<String> names) {
    Set<String> unknown = new HashSet<>(names);
    tasks.forEach(task -> unknown.remove(task.name()));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("there are no tasks named %s".formatted(unknown));
    }
    return select(task -> names.contains(tasks.get(task).name()));
  }

  /**
   * The same systems on those tasks for which all of them have a score.
   *
   * @throws IllegalArgumentException if there is no such task
   */
  public ScoreMatrix withoutMissing() {
    return select(task -> Arrays.stream(column(task)).noneMatch(Double::isNaN));
  }

  private ScoreMatrix select(IntPredicate kept) {
    int[] places = IntStream.range(0, tasks.size()).filter(kept).toArray();
    double[][] selected =
        Arrays.stream(scores)
            .map(row -> Arrays.stream(places).mapToDouble(task -> row[task]).toArray())
            .toArray(double[][]::new);
    return of(systems, Arrays.stream(places).mapToObj(tasks::get).toList(), selected);
  }

  /** Refuses missing scores, naming the first. */
  void requireComplete(String purpose) {
    for (int s = 0; s < systems.size(); s++) {
      for (int t = 0; t < tasks.size(); t++) {
        if (Double.isNaN(scores[s][t])) {
          throw new IllegalArgumentException(
              "%s needs all scores: system %s has none on task %s"
                  .formatted(purpose, systems.get(s), tasks.get(t).name()));
        }
      }
    }
  }

  @Override
  public String toString() {
    return "ScoreMatrix[%d systems, %d tasks]".formatted(systems.size(), tasks.size());
  }
}
