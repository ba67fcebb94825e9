package dev.akin.study.claim;

import java.util.List;

/**
 * What a study measured.
 *
 * @param claim the figure that the claim stands or falls with
 * @param control by how much the method beats the study's control
 * @param tables all figures
 * @param notes what a reader must know to read them, in a sentence each
 */
public record Outcome(
    Measure claim, Measure control, List<ResultTable> tables, List<String> notes) {
  public Outcome {
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
  }

  /** What follows. */
  public Verdict verdict() {
    return Verdict.of(claim, control);
  }
}
