package dev.akin.study.claim;

import dev.akin.eval.significance.Estimate;
import dev.akin.study.system.MeasuredSystem;
import dev.akin.study.system.SystemSpec;
import dev.akin.study.task.Task;
import dev.akin.study.task.TaskResult;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The main figures of some systems on some tasks, each task's items the same for all systems.
 *
 * @param systems their texts, in the order asked
 * @param tasks their names, in the order asked
 */
public record Results(
    List<String> systems, List<String> tasks, Map<String, Map<String, TaskResult>> byTask) {
  /** Copies the lists. */
  public Results {
    systems = List.copyOf(systems);
    tasks = List.copyOf(tasks);
    byTask = Map.copyOf(byTask);
  }

  /** Measures every system on every task, telling the context what is being done. */
  public static Results measure(
      StudyContext context, List<String> systems, List<? extends Task> tasks) throws IOException {
    Map<String, Map<String, TaskResult>> byTask = new LinkedHashMap<>();
    for (String spec : systems) {
      MeasuredSystem system = context.systems().open(SystemSpec.parse(spec));
      for (Task task : tasks) {
        context.progress().accept(spec + " on " + task.name());
        byTask
            .computeIfAbsent(task.name(), _ -> new LinkedHashMap<>())
            .put(spec, task.evaluate(system));
      }
    }
    return new Results(systems, tasks.stream().map(Task::name).toList(), byTask);
  }

  /**
   * A system's figure on a task.
   *
   * @throws IllegalArgumentException if it was not measured
   */
  public Estimate figure(String system, String task) {
    TaskResult result = byTask.getOrDefault(task, Map.of()).get(system);
    if (result == null) {
      throw new IllegalArgumentException("%s was not measured on %s".formatted(system, task));
    }
    return result.main();
  }

  /** A system's main figure on a task as a number. */
  public double value(String system, String task) {
    return figure(system, task).value();
  }

  /** A row a system, a column a task. */
  public ResultTable table(String caption) {
    String[] columns = new String[tasks.size() + 1];
    columns[0] = "system";
    for (int t = 0; t < tasks.size(); t++) {
      columns[t + 1] = tasks.get(t);
    }
    ResultTable.Builder table = ResultTable.titled(caption, columns);
    for (String system : systems) {
      String[] cells = new String[columns.length];
      cells[0] = system;
      for (int t = 0; t < tasks.size(); t++) {
        cells[t + 1] = digits(value(system, tasks.get(t)));
      }
      table.row(cells);
    }
    return table.build();
  }

  /** A measure's interval, as tables print it. */
  public static String interval(Measure measure) {
    return "[%s, %s]".formatted(digits(measure.low()), digits(measure.high()));
  }

  /** Four digits behind the point. */
  public static String digits(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /** A p value in three digits, {@code .242}, or {@code < .001}. */
  public static String probability(double p) {
    if (p < 0.001) {
      return "< .001";
    }
    String text = String.format(Locale.ROOT, "%.3f", p);
    return text.startsWith("0") ? text.substring(1) : text;
  }
}
