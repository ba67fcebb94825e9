package dev.akin.study.report;

import dev.akin.eval.significance.Comparison;
import dev.akin.study.report.DecisiveQueries.DecisiveQuery;
import dev.akin.study.report.EvaluationReport.SuiteStanding;
import java.util.ArrayList;
import java.util.List;

/** A report in Markdown. */
public final class ReportMarkdown {
  private final EvaluationReport report;
  private final ReportTables tables;
  private final List<String> lines = new ArrayList<>();

  private ReportMarkdown(EvaluationReport report) {
    this.report = report;
    this.tables = new ReportTables(report);
  }

  /** The whole file. */
  public static String of(EvaluationReport report) {
    return new ReportMarkdown(report).write();
  }

  private String write() {
    block("# Evaluation");
    List<SuiteStanding> standings = report.standings();
    if (!standings.isEmpty()) {
      block("## All tasks");
      block(tables.overview(standings).toMarkdown());
    }
    report.tasks().forEach(this::task);
    block("## How this was measured");
    block(tables.identities().toMarkdown());
    tables.facts().forEach((name, value) -> lines.add("- %s: %s".formatted(name, plain(value))));
    lines.add("");
    block("```\n" + tables.command() + "\n```");
    return String.join("\n", lines).stripTrailing() + "\n";
  }

  private void task(TaskOutcome task) {
    block("## " + plain(task.task()));
    block("%s, %s.".formatted(task.type().printedName(), plain(task.data())));
    block(tables.scores(task).toMarkdown());
    for (Comparison comparison : task.compared()) {
      lines.add("- " + plain(Wording.sentence(comparison, report.options().alpha())));
    }
    task.warnings().forEach(warning -> lines.add("- **Note**: " + plain(warning)));
    lines.add("");
    for (DecisiveQueries decisive : task.decisive()) {
      decisive(decisive);
    }
  }

  private void decisive(DecisiveQueries decisive) {
    if (decisive.queries().isEmpty()) {
      block(
          "No query tells %s and %s apart."
              .formatted(plain(decisive.system()), plain(decisive.baseline())));
      return;
    }
    block(
        "Queries that decide %s − %s; without them it is %s:"
            .formatted(
                plain(decisive.system()),
                plain(decisive.baseline()),
                Wording.signed(decisive.without())));
    for (DecisiveQuery query : decisive.queries()) {
      lines.add(
          "- %s (%s against %s): %s"
              .formatted(
                  Wording.signed(query.difference()),
                  Wording.digits(query.systemValue()),
                  Wording.digits(query.baselineValue()),
                  plain(query.text())));
    }
    lines.add("");
  }

  private void block(String text) {
    lines.add(text);
    lines.add("");
  }

  /** Text that Markdown leaves alone. */
  private static String plain(String text) {
    return text.replaceAll("\\R", " ").replaceAll("([\\\\`*_<|])", "\\\\$1").replace("](", "]\\(");
  }
}
