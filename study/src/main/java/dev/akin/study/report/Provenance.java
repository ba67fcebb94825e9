package dev.akin.study.report;

import java.time.Instant;
import java.util.List;

/**
 * Where figures come from: enough to have them again.
 *
 * @param command what was typed, word by word; empty where a program made the report
 * @param akin the version
 * @param date when it was finished
 * @param machine on what
 */
public record Provenance(List<String> command, String akin, Instant date, Machine machine) {
  public Provenance {
    command = List.copyOf(command);
  }

  /**
   * A machine and what runs on it.
   *
   * @param java the virtual machine and its version
   * @param system the operating system
   * @param processor its model, as the system calls it
   * @param cores that may be used
   * @param heapBytes the most that the heap may take
   */
  public record Machine(String java, String system, String processor, int cores, long heapBytes) {}
}
