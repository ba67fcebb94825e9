package dev.akin.study.claim;

import java.util.List;

/**
 * What a study measured.
 *
 * @param claim the figure that the claim stands or falls with
 * @param control by how much the method beats the study's control
 * @param tables all figures
 * @param notes what a reader must know to read them, in a sentence each
 * @param projections rows to look at, drawn below the tables
 */
public record Outcome(
    Measure claim,
    Measure control,
    List<ResultTable> tables,
    List<String> notes,
    List<Projection> projections) {
  public Outcome {
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
    projections = List.copyOf(projections);
  }

  /** An outcome with nothing to look at. */
  public Outcome(Measure claim, Measure control, List<ResultTable> tables, List<String> notes) {
    this(claim, control, tables, notes, List.of());
  }

  /** The same with rows to look at. */
  public Outcome withProjections(List<Projection> seen) {
    return new Outcome(claim, control, tables, notes, seen);
  }

  /** What follows. */
  public Verdict verdict() {
    return Verdict.of(claim, control);
  }
}
