package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.DisplayWidth;
import dev.akin.cli.console.Style;
import dev.akin.eval.significance.Comparison;
import dev.akin.eval.suite.Standing;
import dev.akin.study.report.EvaluationReport;
import dev.akin.study.report.EvaluationReport.SuiteStanding;
import dev.akin.study.report.SystemOutcome;
import dev.akin.study.report.TaskOutcome;
import dev.akin.study.report.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What systems reached, for a terminal: figures with intervals, what is known of their differences,
 * and the queries that decide them.
 *
 * @param alpha level of the tests
 */
record TaskReportPrinter(Console console, double alpha) {
  void print(TaskOutcome task) {
    console.line(
        "%s  %s, %s"
            .formatted(
                console.paint(Style.STRONG, task.task()), task.type().printedName(), task.data()));
    int width = width(task.systems().stream().map(SystemOutcome::system).toList());
    Map<String, String> letters = task.letters(alpha);
    for (SystemOutcome system : task.systems()) {
      console.line(
          "  %s  %s %s  %s  %s"
              .formatted(
                  DisplayWidth.pad(system.system(), width),
                  task.type().mainMetric(),
                  Wording.digits(system.value()),
                  Wording.interval(system.interval()),
                  letters.getOrDefault(system.system(), ""))
              .stripTrailing());
    }
    for (Comparison comparison : task.compared()) {
      console.line("  " + Wording.sentence(comparison, alpha));
    }
    task.decisive().forEach(new DecisivePrinter(console)::print);
    for (String warning : task.warnings()) {
      console.note("akin: %s: %s".formatted(task.task(), warning));
    }
  }

  /** Where systems stand over all tasks. */
  void printStandings(EvaluationReport report) {
    List<SuiteStanding> standings = report.standings();
    if (standings.isEmpty()) {
      return;
    }
    console.line(
        "%s  %d tasks".formatted(console.paint(Style.STRONG, "all"), report.tasks().size()));
    int width = width(standings.stream().map(s -> s.standing().system()).toList());
    for (SuiteStanding place : standings) {
      Standing standing = place.standing();
      console.line(
          String.format(
              Locale.ROOT,
              "  %s  mean %s  %s  mean rank %.2f  Borda %d",
              DisplayWidth.pad(standing.system(), width),
              Wording.digits(standing.meanOverTasks().orElse(Double.NaN)),
              Wording.interval(place.interval()),
              standing.meanRank().orElse(Double.NaN),
              standing.borda().rank()));
    }
  }

  private static int width(List<String> names) {
    return names.stream().mapToInt(DisplayWidth::of).max().orElse(0);
  }
}
