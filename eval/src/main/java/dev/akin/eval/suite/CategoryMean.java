package dev.akin.eval.suite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The mean over categories of the means over their tasks.
 *
 * @param categoryOfTask each task's category, from 0
 * @param categories how many there are
 */
@SuppressWarnings("ArrayRecordComponent") // made and read in this package, compared nowhere
record CategoryMean(int[] categoryOfTask, int categories) {
  static CategoryMean of(List<Task> tasks) {
    Map<String, Integer> places = new LinkedHashMap<>();
    int[] categoryOfTask =
        tasks.stream()
            .mapToInt(task -> {
              places.putIfAbsent(task.category(), places.size());
              return places.getOrDefault(task.category(), 0);
            })
            .toArray();
    return new CategoryMean(categoryOfTask, places.size());
  }

  /** Of a score a task. */
  double of(double[] scores) {
    return of(scores, IntStream.range(0, scores.length).toArray());
  }

  /** Of these tasks, drawn once or more often, over the categories that occur among them. */
  double of(double[] scores, int[] tasks) {
    double[] sums = new double[categories];
    int[] counts = new int[categories];
    for (int task : tasks) {
      sums[categoryOfTask[task]] += scores[task];
      counts[categoryOfTask[task]]++;
    }
    return IntStream.range(0, categories)
        .filter(category -> counts[category] > 0)
        .mapToDouble(category -> sums[category] / counts[category])
        .average()
        .orElse(Double.NaN);
  }
}
