package dev.akin.study.task;

import dev.akin.study.system.MeasuredSystem;
import java.io.IOException;
import java.util.Optional;

/**
 * Data, a protocol and a main metric. Immutable; every draw has a fixed seed, so that all systems
 * see the same texts.
 */
public interface Task {
  /** What it is called in reports; unique in an evaluation. */
  String name();

  /** Its category. */
  TaskType type();

  /** What the data are, in a few words: {@code 5,183 documents, 300 queries}. */
  String data();

  /** The corpus, queries and judgments, where the items are queries; empty for other tasks. */
  default Optional<RetrievalData> findRetrieval() {
    return Optional.empty();
  }

  /**
   * Measures a system.
   *
   * @throws IllegalArgumentException if the system lacks what the task needs
   * @throws dev.akin.text.FormatException if the data are bad
   */
  TaskResult evaluate(MeasuredSystem system) throws IOException;
}
