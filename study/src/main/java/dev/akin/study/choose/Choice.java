package dev.akin.study.choose;

import dev.akin.eval.significance.Comparison;
import dev.akin.eval.significance.ComparisonOptions;
import dev.akin.eval.significance.Estimate;
import dev.akin.eval.significance.Family;
import dev.akin.eval.significance.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What came out of a grid.
 *
 * @param task what was measured on
 * @param data its size in a few words
 * @param metric what is called quality
 * @param rows best first
 * @param agreements of BM25 and the encoders as they are, each pair
 * @param leftOut what was not tried, and why
 * @param notes what a reader of the figures must know, in one sentence each
 */
public record Choice(
    String task,
    String data,
    String metric,
    List<ChoiceRow> rows,
    List<Agreement> agreements,
    List<LeftOut> leftOut,
    List<String> notes) {
  public Choice {
    agreements = List.copyOf(agreements);
    rows = List.copyOf(rows);
    leftOut = List.copyOf(leftOut);
    notes = List.copyOf(notes);
  }

  /** The same with more notes before its own. */
  public Choice withNotes(List<String> more) {
    List<String> all = new ArrayList<>(more);
    all.addAll(notes);
    return new Choice(task, data, metric, rows, agreements, leftOut, all);
  }

  /**
   * A system, or a stage of the grid, that was not tried.
   *
   * @param reason in a few words
   */
  public record LeftOut(String what, String reason) {}

  /** A system that was measured, not yet held against others. */
  record Measured(dev.akin.study.system.SystemSpec spec, Estimate figure, ChoiceRow.Cost cost) {}

  /**
   * Ranks what was measured: intervals, the front, and every system against the best one. With one
   * query there is neither interval nor test, so at least two are needed.
   */
  static List<ChoiceRow> ranked(List<Measured> measured, ComparisonOptions options) {
    List<Measured> bestFirst =
        measured.stream()
            .sorted(Comparator.comparingDouble((Measured m) -> m.figure().value()).reversed())
            .toList();
    Map<String, Comparison> comparisons = comparisons(bestFirst, options);
    List<ChoiceRow> rows = new ArrayList<>();
    for (Measured each : bestFirst) {
      rows.add(
          new ChoiceRow(
              each.spec(),
              each.figure(),
              Interval.of(each.figure(), options),
              each.cost(),
              false,
              Optional.ofNullable(comparisons.get(each.spec().text()))));
    }
    return rows.stream().map(row -> onFront(row, rows)).toList();
  }

  private static ChoiceRow onFront(ChoiceRow row, List<ChoiceRow> rows) {
    boolean isFront = rows.stream().noneMatch(other -> other.beats(row));
    return new ChoiceRow(
        row.spec(), row.figure(), row.interval(), row.cost(), isFront, row.againstBest());
  }

  private static Map<String, Comparison> comparisons(
      List<Measured> bestFirst, ComparisonOptions options) {
    Map<String, Comparison> bySystem = new LinkedHashMap<>();
    if (bestFirst.size() > 1) {
      SequencedMap<String, Estimate> figures = new LinkedHashMap<>();
      bestFirst.forEach(m -> figures.put(m.spec().text(), m.figure()));
      Family family = Family.against(bestFirst.getFirst().spec().text(), figures, options);
      family.comparisons().forEach(c -> bySystem.put(c.system().system(), c));
    }
    return bySystem;
  }
}
