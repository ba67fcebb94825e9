package dev.akin.study.report;

/** Hears how far an evaluation is. */
@FunctionalInterface
public interface EvaluationListener {
  EvaluationListener SILENT = (_, _) -> {};

  /** Called before a system is measured on a task. */
  void onStart(String task, String system);
}
