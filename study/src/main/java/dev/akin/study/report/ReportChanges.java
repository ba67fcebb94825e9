package dev.akin.study.report;

import dev.akin.eval.significance.Comparison;
import dev.akin.study.report.EvaluationReport.ReportedSystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What differs between an evaluation and its repetition.
 *
 * @param circumstances version, machine and identities of systems that are not what they were
 * @param figures those that differ, or are in one of the reports only
 * @param compared how many figures the two have
 */
public record ReportChanges(List<Change> circumstances, List<Change> figures, int compared) {
  /**
   * Figures this near are equal: vectors may differ in their last bits from one processor to
   * another, and a rank that changes moves a figure by far more.
   */
  public static final double TOLERANCE = 1e-6;

  public ReportChanges {
    circumstances = List.copyOf(circumstances);
    figures = List.copyOf(figures);
  }

  /**
   * One thing that changed.
   *
   * @param what task, system and figure, or a circumstance
   */
  public record Change(String what, String before, String after) {}

  /** Whether every figure came out again. */
  public boolean isSame() {
    return figures.isEmpty();
  }

  /** Holds two reports against each other; times are not looked at. */
  public static ReportChanges between(EvaluationReport before, EvaluationReport after) {
    Map<String, Double> first = figures(before);
    Map<String, Double> second = figures(after);
    Set<String> names = new LinkedHashSet<>(first.keySet());
    names.addAll(second.keySet());
    List<Change> changed = new ArrayList<>();
    for (String name : names) {
      Double a = first.get(name);
      Double b = second.get(name);
      if (a == null || b == null || !isEqual(a, b)) {
        changed.add(
            new Change(name, a == null ? "none" : a.toString(), b == null ? "none" : b.toString()));
      }
    }
    return new ReportChanges(circumstances(before, after), changed, names.size());
  }

  private static boolean isEqual(double a, double b) {
    return Double.compare(a, b) == 0 || Math.abs(a - b) <= TOLERANCE;
  }

  private static Map<String, Double> figures(EvaluationReport report) {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (TaskOutcome task : report.tasks()) {
      for (SystemOutcome system : task.systems()) {
        String of = "%s, %s: ".formatted(task.task(), system.system());
        figures.put(of + "main figure", system.value());
        figures.put(of + "interval, low", system.interval().low());
        figures.put(of + "interval, high", system.interval().high());
        system.scores().forEach((name, value) -> figures.put(of + name, value));
        for (int i = 0; i < system.perItem().size(); i++) {
          figures.put(of + "item " + task.items().get(i).id(), system.perItem().get(i));
        }
      }
      for (Comparison c : task.compared()) {
        String of =
            "%s, %s − %s: ".formatted(task.task(), c.system().system(), c.baseline().system());
        figures.put(of + "difference", c.difference());
        figures.put(of + "interval, low", c.interval().low());
        figures.put(of + "interval, high", c.interval().high());
        figures.put(of + "p", c.test().p());
        figures.put(of + "adjusted p", c.test().adjustedP());
      }
    }
    return figures;
  }

  private static List<Change> circumstances(EvaluationReport before, EvaluationReport after) {
    Map<String, String> first = circumstances(before);
    Map<String, String> second = circumstances(after);
    Set<String> names = new LinkedHashSet<>(first.keySet());
    names.addAll(second.keySet());
    List<Change> changed = new ArrayList<>();
    for (String name : names) {
      String a = first.getOrDefault(name, "none");
      String b = second.getOrDefault(name, "none");
      if (!a.equals(b)) {
        changed.add(new Change(name, a, b));
      }
    }
    return changed;
  }

  private static Map<String, String> circumstances(EvaluationReport report) {
    Map<String, String> all = new LinkedHashMap<>();
    Provenance provenance = report.provenance();
    all.put("akin", provenance.akin());
    all.put("java", provenance.machine().java());
    all.put("system", provenance.machine().system());
    all.put("processor", provenance.machine().processor());
    for (ReportedSystem system : report.systems()) {
      all.put("identity of " + system.name(), system.identity());
    }
    for (TaskOutcome task : report.tasks()) {
      all.put("data of " + task.task(), task.data());
    }
    return all;
  }
}
