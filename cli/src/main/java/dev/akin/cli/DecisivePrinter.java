package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.DisplayWidth;
import dev.akin.cli.console.Style;
import dev.akin.study.report.DecisiveQueries;
import dev.akin.study.report.DecisiveQueries.DecisiveQuery;
import dev.akin.study.report.DecisiveQueries.Relevant;
import dev.akin.study.report.DecisiveQueries.Shown;
import dev.akin.study.report.Wording;
import java.util.List;
import java.util.OptionalInt;

/** The queries that decide a difference, for a terminal. */
record DecisivePrinter(Console console) {
  void print(DecisiveQueries decisive) {
    if (decisive.queries().isEmpty()) {
      console.line(
          "  no query tells %s and %s apart".formatted(decisive.system(), decisive.baseline()));
      return;
    }
    console.line(
        "  %s − %s is decided by these queries; without them it is %s"
            .formatted(decisive.system(), decisive.baseline(), Wording.signed(decisive.without())));
    for (DecisiveQuery query : decisive.queries()) {
      console.line(
          cut(
              "    %s  %s: %s"
                  .formatted(
                      console.paint(Style.STRONG, Wording.signed(query.difference())),
                      query.id(),
                      query.text())));
      for (Relevant document : query.relevant()) {
        console.line(
            cut(
                "      relevant %s at %s and %s: %s"
                    .formatted(
                        document.id(),
                        rank(document.systemRank()),
                        rank(document.baselineRank()),
                        document.text())));
      }
      top(decisive.system(), query.systemTop());
      top(decisive.baseline(), query.baselineTop());
    }
  }

  private void top(String system, List<Shown> documents) {
    for (int i = 0; i < documents.size(); i++) {
      Shown document = documents.get(i);
      console.line(
          cut(
              "      %s %d %s %s: %s"
                  .formatted(
                      system, i + 1, judged(document.grade()), document.id(), document.text())));
    }
  }

  private static String rank(OptionalInt rank) {
    return rank.isPresent() ? "rank " + rank.getAsInt() : "no rank";
  }

  private static String judged(OptionalInt grade) {
    if (grade.isEmpty()) {
      return "(unjudged)";
    }
    return grade.getAsInt() > 0 ? "(relevant)" : "(not relevant)";
  }

  private String cut(String line) {
    return DisplayWidth.cut(line, Math.max(60, console.terminal().columns()));
  }
}
