package dev.akin.study.report;

import dev.akin.eval.significance.Comparison;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.page.Axis;
import dev.akin.study.page.HtmlPage;
import dev.akin.study.page.IntervalPlot;
import dev.akin.study.page.PageBuilder;
import dev.akin.study.page.PairPlot;
import dev.akin.study.page.Tone;
import dev.akin.study.report.DecisiveQueries.DecisiveQuery;
import dev.akin.study.report.DecisiveQueries.Relevant;
import dev.akin.study.report.DecisiveQueries.Shown;
import dev.akin.study.report.EvaluationReport.SuiteStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A report as one HTML file. */
public final class ReportPage {
  /** Pairs of systems that are drawn item by item without being asked for. */
  private static final int OPEN_PAIRS = 1;

  /** Pairs that are drawn at all: each takes a dot an item. */
  private static final int MOST_PAIRS = 12;

  private static final int LABEL_LETTERS = 100;

  private final EvaluationReport report;
  private final ReportTables tables;

  private ReportPage(EvaluationReport report) {
    this.report = report;
    this.tables = new ReportTables(report);
  }

  /** The whole file: {@link HtmlPage#toHtml} writes it. */
  public static HtmlPage of(EvaluationReport report) {
    String tasks =
        report.tasks().size() == 1
            ? report.tasks().getFirst().task()
            : report.tasks().size() + " tasks";
    return HtmlPage.of("Evaluation: " + tasks, new ReportPage(report)::write);
  }

  private void write(PageBuilder page) {
    page.paragraph(
        "%s on %s, measured on %s with Akin %s."
            .formatted(
                counted(report.systems().size(), "system"),
                counted(report.tasks().size(), "task"),
                report.provenance().date().toString().substring(0, 10),
                report.provenance().akin()));
    List<SuiteStanding> standings = report.standings();
    if (!standings.isEmpty()) {
      overview(page, standings);
    }
    report.tasks().forEach(task -> task(page, task));
    page.heading("How this was measured").table(tables.identities()).facts(tables.facts());
    if (!report.provenance().command().isEmpty()) {
      page.code(tables.command());
    }
  }

  private static String counted(int number, String thing) {
    return "%d %s%s".formatted(number, thing, number == 1 ? "" : "s");
  }

  private void overview(PageBuilder page, List<SuiteStanding> standings) {
    List<IntervalPlot.Row> rows = new ArrayList<>();
    for (SuiteStanding standing : standings) {
      double mean = standing.standing().meanOverTasks().orElseThrow();
      rows.add(
          new IntervalPlot.Row(
              standing.standing().system(),
              mean,
              standing.interval().low(),
              standing.interval().high(),
              Wording.digits(mean)));
    }
    page.heading("All tasks")
        .table(tables.overview(standings))
        .figure(
            IntervalPlot.of(Axis.linear("mean over tasks"), rows),
            "Lines are "
                + tables.percent()
                + " intervals for other tasks like these; a few tasks say little about others."
                + " Means hide which system won where: see mean rank and Borda's count.");
  }

  private void task(PageBuilder page, TaskOutcome task) {
    Map<String, String> letters = task.letters(report.options().alpha());
    List<IntervalPlot.Row> rows =
        task.systems().stream()
            .map(system ->
                new IntervalPlot.Row(
                    system.system(),
                    system.value(),
                    system.interval().low(),
                    system.interval().high(),
                    (Wording.digits(system.value())
                            + " "
                            + letters.getOrDefault(system.system(), ""))
                        .strip()))
            .toList();
    String alike =
        letters.isEmpty() ? "" : " Systems that share a letter are not told apart by the test.";
    page.heading(task.task())
        .paragraph("%s, %s.".formatted(task.type().printedName(), task.data()));
    task.warnings().forEach(warning -> page.callout(Tone.WARNING, warning));
    page.figure(
            IntervalPlot.of(Axis.linear(task.type().mainMetric()), rows),
            "Lines are "
                + tables.percent()
                + " intervals of single systems; two may overlap although the difference is sure."
                + alike)
        .table(tables.scores(task));
    if (!task.compared().isEmpty()) {
      differences(page, task);
    }
    page.fold("All figures", inner -> inner.table(tables.figures(task)));
  }

  private void differences(PageBuilder page, TaskOutcome task) {
    List<IntervalPlot.Row> rows =
        task.compared().stream()
            .map(c ->
                new IntervalPlot.Row(
                    c.system().system() + " − " + c.baseline().system(),
                    c.difference(),
                    c.interval().low(),
                    c.interval().high(),
                    Wording.signed(c.difference())))
            .toList();
    page.subheading("Differences")
        .figure(
            IntervalPlot.of(Axis.linear("difference in " + task.type().mainMetric()), rows)
                .withReference(0),
            tables.percent()
                + " intervals of the differences, item by item. The test and the interval are two"
                + " methods: near the border one may leave out 0 and the other not.")
        .table(tables.comparisons(task));
    List<PairPlot> pairs = pairs(task);
    if (!pairs.isEmpty()) {
      page.subheading("Item by item");
    }
    for (PairPlot pair : pairs.subList(0, Math.min(OPEN_PAIRS, pairs.size()))) {
      figure(page, pair);
    }
    if (pairs.size() > OPEN_PAIRS) {
      page.fold(
          "Other pairs",
          inner -> pairs.subList(OPEN_PAIRS, pairs.size()).forEach(pair -> figure(inner, pair)));
    }
    task.decisive().forEach(decisive -> decisive(page, decisive));
  }

  private static void figure(PageBuilder page, PairPlot pair) {
    page.figure(
        pair,
        "Each dot is an item, larger where several coincide; above the line %s is better. Rest the"
                .formatted(pair.up())
            + " pointer on a dot to read which items it is.");
  }

  /** The pairs whose figures are means of items. */
  private static List<PairPlot> pairs(TaskOutcome task) {
    List<PairPlot> pairs = new ArrayList<>();
    for (Comparison comparison : task.compared()) {
      SystemOutcome up = task.requireSystem(comparison.system().system());
      SystemOutcome across = task.requireSystem(comparison.baseline().system());
      boolean isDrawn = pairs.size() < MOST_PAIRS && !up.perItem().isEmpty();
      if (isDrawn && up.perItem().size() == across.perItem().size()) {
        List<PairPlot.Item> items = new ArrayList<>();
        for (int i = 0; i < up.perItem().size(); i++) {
          items.add(
              new PairPlot.Item(
                  label(task.items().get(i)), across.perItem().get(i), up.perItem().get(i)));
        }
        pairs.add(new PairPlot(across.system(), up.system(), items));
      }
    }
    return pairs;
  }

  private static String label(TaskOutcome.Item item) {
    String text = item.text().isEmpty() ? item.id() : item.id() + ": " + item.text();
    return text.codePointCount(0, text.length()) <= LABEL_LETTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LABEL_LETTERS)) + "…";
  }

  private static void decisive(PageBuilder page, DecisiveQueries decisive) {
    page.subheading("Queries that decide %s − %s".formatted(decisive.system(), decisive.baseline()))
        .paragraph(
            decisive.queries().isEmpty()
                ? "No query tells the two apart."
                : "Without these %s the difference is %s."
                    .formatted(
                        counted(decisive.queries().size(), "query").replace("querys", "queries"),
                        Wording.signed(decisive.without())));
    for (DecisiveQuery query : decisive.queries()) {
      page.fold(
          "%s  %s".formatted(Wording.signed(query.difference()), query.text()),
          inner -> query(inner, decisive, query));
    }
  }

  private static void query(PageBuilder page, DecisiveQueries decisive, DecisiveQuery query) {
    page.paragraph(
        "Query %s: %s %s, %s %s."
            .formatted(
                query.id(),
                decisive.system(),
                Wording.digits(query.systemValue()),
                decisive.baseline(),
                Wording.digits(query.baselineValue())));
    ResultTable.Builder relevant =
        ResultTable.titled(
            "Relevant documents and their ranks",
            "document",
            "grade",
            decisive.system(),
            decisive.baseline(),
            "text");
    for (Relevant document : query.relevant()) {
      relevant.row(
          document.id(),
          Integer.toString(document.grade()),
          rank(document.systemRank()),
          rank(document.baselineRank()),
          document.text());
    }
    page.table(relevant.build())
        .table(top(decisive.system(), query.systemTop()))
        .table(top(decisive.baseline(), query.baselineTop()));
  }

  private static String rank(OptionalInt rank) {
    return rank.isPresent() ? Integer.toString(rank.getAsInt()) : "–";
  }

  private static ResultTable top(String system, List<Shown> documents) {
    ResultTable.Builder table =
        ResultTable.titled("First documents of " + system, "rank", "judged", "document", "text");
    for (int i = 0; i < documents.size(); i++) {
      Shown document = documents.get(i);
      table.row(Integer.toString(i + 1), judged(document.grade()), document.id(), document.text());
    }
    return table.build();
  }

  private static String judged(OptionalInt grade) {
    if (grade.isEmpty()) {
      return "unjudged";
    }
    return grade.getAsInt() > 0 ? "relevant (%d)".formatted(grade.getAsInt()) : "not relevant";
  }
}
