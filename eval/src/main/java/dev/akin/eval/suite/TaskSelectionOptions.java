package dev.akin.eval.suite;

import java.util.Set;

/**
 * When to stop dropping tasks, and which never to drop.
 *
 * @param threshold a task goes only if the others predict it with at least this Spearman's ρ
 * @param fewestTasks how many stay at least
 * @param ridge λ of the regressions on z-scores; it must be more than 0, as there are seldom more
 *     systems than tasks, and plain least squares then predicts nothing
 * @param protectedTasks names of tasks that stay
 */
public record TaskSelectionOptions(
    double threshold, int fewestTasks, double ridge, Set<String> protectedTasks) {
  /** MMTEB's threshold of 0.8, a ridge of 1, and nothing protected. */
  public static final TaskSelectionOptions DEFAULT = new TaskSelectionOptions(0.8, 1, 1, Set.of());

  /** Refuses what is no correlation, no count and no ridge. */
  public TaskSelectionOptions {
    protectedTasks = Set.copyOf(protectedTasks);
    if (!(threshold >= -1 && threshold <= 1)) {
      throw new IllegalArgumentException("a correlation is in [-1, 1], got " + threshold);
    }
    if (fewestTasks < 1) {
      throw new IllegalArgumentException("at least one task must stay, got " + fewestTasks);
    }
    if (!(ridge > 0 && Double.isFinite(ridge))) {
      throw new IllegalArgumentException("a ridge is more than 0, got " + ridge);
    }
  }
}
