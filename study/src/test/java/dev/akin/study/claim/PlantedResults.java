package dev.akin.study.claim;

import dev.akin.eval.significance.Estimate;
import dev.akin.study.task.TaskResult;
import dev.akin.study.task.TaskType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Figures that no system reached: a mean that a test wants, and noise around it. */
public final class PlantedResults {
  private static final int ITEMS = 200;
  private static final double NOISE = 0.3;

  private PlantedResults() {}

  /**
   * Figures of 200 items, each with normal noise of 0.3.
   *
   * @param means of a system on a task
   */
  public static Results of(
      List<String> systems, List<String> tasks, ToDoubleBiFunction<String, String> means) {
    SplittableRandom random = new SplittableRandom(31);
    Map<String, Map<String, TaskResult>> byTask = new LinkedHashMap<>();
    for (String task : tasks) {
      for (String system : systems) {
        double mean = means.applyAsDouble(system, task);
        byTask
            .computeIfAbsent(task, _ -> new LinkedHashMap<>())
            .put(system, result(system, task, mean, random));
      }
    }
    return new Results(systems, tasks, byTask);
  }

  private static TaskResult result(
      String system, String task, double mean, SplittableRandom random) {
    double[] values =
        DoubleStream.generate(() -> mean + NOISE * random.nextGaussian()).limit(ITEMS).toArray();
    return new TaskResult(
        task,
        TaskType.STS,
        system,
        Map.of(),
        Estimate.mean(values),
        IntStream.range(0, ITEMS).mapToObj(i -> "item " + i).toList(),
        List.of());
  }
}
