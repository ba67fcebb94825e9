package dev.akin.eval.suite;

import dev.akin.eval.significance.Estimate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A suite's mean as an {@link Estimate}, so that it gets an interval and systems can be compared by
 * it. There are two questions, and two kinds of items.
 *
 * <ul>
 *   <li><b>On tasks like these?</b> Items are tasks; each is drawn or left out as a whole, with all
 *       its queries: {@link #overTasks}, {@link #overCategories}. A few tasks say little about
 *       others, and the intervals are as wide as that.
 *   <li><b>On these tasks?</b> Items are queries, the tasks stay what they are: {@link #ofQueries}.
 * </ul>
 */
public final class SuiteMean {
  private SuiteMean() {}

  /**
   * Each system's mean over tasks, each task an item.
   *
   * @throws IllegalArgumentException if a score is missing (names system and task)
   */
  public static SequencedMap<String, Estimate> overTasks(ScoreMatrix matrix) {
    matrix.requireComplete("a mean over tasks");
    SequencedMap<String, Estimate> means = new LinkedHashMap<>();
    for (int s = 0; s < matrix.systems().size(); s++) {
      means.put(matrix.systems().get(s), Estimate.mean(matrix.row(s)));
    }
    return means;
  }

  /**
   * Each system's mean over category means, each task an item. A resample averages the categories
   * that occur in it; one with a single task often does not, which the interval pays for.
   *
   * @throws IllegalArgumentException if a score is missing (names system and task)
   */
  public static SequencedMap<String, Estimate> overCategories(ScoreMatrix matrix) {
    matrix.requireComplete("a mean over categories");
    CategoryMean categories = CategoryMean.of(matrix.tasks());
    SequencedMap<String, Estimate> means = new LinkedHashMap<>();
    for (int s = 0; s < matrix.systems().size(); s++) {
      double[] row = matrix.row(s);
      means.put(
          matrix.systems().get(s), Estimate.of(row.length, tasks -> categories.of(row, tasks)));
    }
    return means;
  }

  /**
   * One system's mean over tasks of the means over their queries, each query an item: the mean of
   * all values, those of small tasks weighted up. The tasks stand in the given order.
   *
   * @param perTask the values of each task's queries, at least one each
   * @throws IllegalArgumentException if there is no task, or a task has no query (names its place)
   */
  public static Estimate ofQueries(List<double[]> perTask) {
    int queries = perTask.stream().mapToInt(values -> values.length).sum();
    double[] weighted = new double[queries];
    int filled = 0;
    for (int task = 0; task < perTask.size(); task++) {
      double[] values = perTask.get(task);
      if (values.length == 0) {
        throw new IllegalArgumentException("task %d has no query".formatted(task));
      }
      double weight = (double) queries / perTask.size() / values.length;
      for (double value : values) {
        weighted[filled++] = weight * value;
      }
    }
    return Estimate.mean(weighted);
  }
}
