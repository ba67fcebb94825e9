package dev.akin.study.report;

import dev.akin.study.task.TaskResult;
import java.io.IOException;

/** Hears how far an evaluation is. */
@FunctionalInterface
public interface EvaluationListener {
  EvaluationListener SILENT = (_, _) -> {};

  /** Called before a system is measured on a task. */
  void onStart(String task, String system);

  /**
   * Called when a system was measured, its rankings still at hand; they are let go afterwards.
   *
   * @throws IOException if what is made of them cannot be written; ends the evaluation
   */
  default void onResult(TaskResult result) throws IOException {}
}
