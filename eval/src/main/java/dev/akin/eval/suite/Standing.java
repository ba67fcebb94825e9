package dev.akin.eval.suite;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Where a system stands in a suite, by each of the ways in use: they do not always agree.
 *
 * @param meanOverTasks each task counts the same; empty if a score is missing
 * @param meanOverCategories each category counts the same, whatever the number of its tasks; empty
 *     if a score is missing
 * @param borda points and place by Borda's count
 * @param meanRank over the tasks that the system has a score on, 1 the best; ties share the average
 *     rank; empty if it has none
 * @param missing how many tasks it has no score on
 */
public record Standing(
    String system,
    OptionalDouble meanOverTasks,
    OptionalDouble meanOverCategories,
    Borda borda,
    OptionalDouble meanRank,
    int missing) {
  /**
   * Borda's count as MMTEB takes it (Enevoldsen et al. 2025): it looks at ranks only, so one task
   * with a wide spread of scores decides no more than another.
   *
   * @param points summed over tasks: the number of systems minus the rank on the task, ties sharing
   *     the average rank; a missing score gives none
   * @param rank 1 for the most points; among equal points the mean of the scores a system has
   *     decides, and those equal in both share the best of their ranks
   */
  public record Borda(double points, int rank) {}

  /** The standings of all systems, in the order of the matrix. O(systems · tasks · log systems). */
  public static List<Standing> of(ScoreMatrix matrix) {
    return new Standings(matrix).all();
  }
}
