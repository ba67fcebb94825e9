package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.DisplayWidth;
import dev.akin.cli.console.Style;
import dev.akin.eval.significance.Comparison;
import dev.akin.eval.significance.Family;
import dev.akin.eval.significance.SampleSize;
import dev.akin.study.report.TaskReport;
import dev.akin.study.report.TaskReport.SystemScore;
import dev.akin.study.task.TaskResult;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What systems reached on a task, for a terminal: figures with intervals, then what is known of
 * their differences.
 *
 * @param alpha level of the tests
 * @param hasBaseline whether all systems were held against one, instead of against each other
 */
record TaskReportPrinter(Console console, double alpha, boolean hasBaseline) {
  void print(TaskReport report) {
    console.line(
        "%s  %s, %s"
            .formatted(
                console.paint(Style.STRONG, report.task()),
                report.type().printedName(),
                report.data()));
    int width =
        report.systems().stream()
            .mapToInt(score -> DisplayWidth.of(score.result().system()))
            .max()
            .orElse(0);
    Map<String, String> letters =
        report
            .comparisons()
            .filter(_ -> !hasBaseline)
            .map(family -> (Map<String, String>) family.letters(alpha))
            .orElse(Map.of());
    for (SystemScore score : report.systems()) {
      TaskResult result = score.result();
      console.line(
          "  %s  %s %s  [%s, %s]  %s"
              .formatted(
                  DisplayWidth.pad(result.system(), width),
                  report.type().mainMetric(),
                  digits(result.mainScore()),
                  digits(score.interval().low()),
                  digits(score.interval().high()),
                  letters.getOrDefault(result.system(), "")));
    }
    report.comparisons().ifPresent(this::print);
    for (String warning : warnings(report.systems())) {
      console.note("akin: %s: %s".formatted(report.task(), warning));
    }
  }

  private void print(Family family) {
    for (Comparison comparison : family.comparisons()) {
      console.line("  " + sentence(comparison));
    }
  }

  /** {@code minilm − bm25: +0.0123 [−0.0012, +0.0310], p .071: undecided; …}. */
  private String sentence(Comparison c) {
    SampleSize sample = c.sample();
    String settle =
        sample.itemsToSettle().isPresent() && c.verdict(alpha) == Comparison.Verdict.UNDECIDED
            ? String.format(
                Locale.ROOT,
                "; %,d items would settle such a difference (there are %,d)",
                sample.itemsToSettle().getAsLong(),
                sample.items())
            : "";
    return "%s − %s: %s [%s, %s], p %s: %s%s"
        .formatted(
            c.system().system(),
            c.baseline().system(),
            signed(c.difference()),
            signed(c.interval().low()),
            signed(c.interval().high()),
            probability(c.test().adjustedP()),
            verdict(c),
            settle);
  }

  private String verdict(Comparison c) {
    return switch (c.verdict(alpha)) {
      case BETTER -> "better";
      case WORSE -> "worse";
      case UNDECIDED -> "undecided";
    };
  }

  private static Set<String> warnings(List<SystemScore> scores) {
    Set<String> warnings = new LinkedHashSet<>();
    scores.forEach(score -> warnings.addAll(score.result().warnings()));
    return warnings;
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.4f", value).replace('-', '−');
  }

  private static String probability(double p) {
    return p < 0.0001 ? "< .0001" : String.format(Locale.ROOT, "%.4f", p).substring(1);
  }
}
