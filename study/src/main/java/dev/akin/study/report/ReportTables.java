package dev.akin.study.report;

import dev.akin.eval.significance.Comparison;
import dev.akin.eval.significance.Effect;
import dev.akin.eval.suite.Standing;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.report.EvaluationReport.ReportedSystem;
import dev.akin.study.report.EvaluationReport.SuiteStanding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** A report's tables, for Markdown and HTML alike. */
record ReportTables(EvaluationReport report) {
  private double alpha() {
    return report.options().alpha();
  }

  /** A task's main figures. */
  ResultTable scores(TaskOutcome task) {
    String level = percent() + " interval";
    Map<String, String> letters = task.letters(alpha());
    boolean hasLetters = !letters.isEmpty();
    List<List<String>> rows = new ArrayList<>();
    for (SystemOutcome system : task.systems()) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  system.system(),
                  Wording.digits(system.value()),
                  Wording.interval(system.interval())));
      if (hasLetters) {
        row.add(letters.getOrDefault(system.system(), ""));
      }
      row.add(Wording.seconds(system.seconds()));
      rows.add(row);
    }
    return new ResultTable(
        "",
        hasLetters
            ? List.of("system", task.type().mainMetric(), level, "alike", "seconds")
            : List.of("system", task.type().mainMetric(), level, "seconds"),
        rows);
  }

  String percent() {
    return String.format(Locale.ROOT, "%.4g", report.options().comparison().level() * 100)
            .replaceAll("\\.?0+$", "")
        + " %";
  }

  /** A task's differences. */
  ResultTable comparisons(TaskOutcome task) {
    ResultTable.Builder table =
        ResultTable.titled(
            "",
            "pair",
            "difference",
            percent() + " interval",
            "p",
            "adjusted p",
            "effect",
            "won / tied / lost",
            "items needed",
            "verdict");
    for (Comparison c : task.compared()) {
      table.row(
          c.system().system() + " − " + c.baseline().system(),
          Wording.signed(c.difference()),
          Wording.signedInterval(c.interval()),
          Wording.probability(c.test().p()),
          Wording.probability(c.test().adjustedP()),
          effect(c.effect()),
          c.effect().outcomes().map(ReportTables::outcomes).orElse("–"),
          needed(c),
          Wording.verdict(c, alpha()));
    }
    return table.build();
  }

  private static String effect(Effect effect) {
    return Double.isFinite(effect.size())
        ? String.format(Locale.ROOT, "%+.2f", effect.size()).replace('-', '−')
        : effect.size() > 0 ? "∞" : "−∞";
  }

  private static String outcomes(Effect.Outcomes outcomes) {
    return "%d / %d / %d".formatted(outcomes.wins(), outcomes.ties(), outcomes.losses());
  }

  private static String needed(Comparison c) {
    return c.sample().itemsToSettle().isPresent()
        ? String.format(
            Locale.ROOT, "%,d of %,d", c.sample().itemsToSettle().getAsLong(), c.sample().items())
        : "–";
  }

  /** Every figure of a task. */
  ResultTable figures(TaskOutcome task) {
    Set<String> names = new LinkedHashSet<>();
    task.systems().forEach(system -> names.addAll(system.scores().keySet()));
    List<String> columns = new ArrayList<>(List.of("figure"));
    task.systems().forEach(system -> columns.add(system.system()));
    List<List<String>> rows = new ArrayList<>();
    for (String name : names) {
      List<String> row = new ArrayList<>(List.of(name));
      for (SystemOutcome system : task.systems()) {
        Double value = system.scores().get(name);
        row.add(value == null ? "–" : Wording.digits(value));
      }
      rows.add(row);
    }
    return new ResultTable("", columns, rows);
  }

  /** Main figures of all tasks, and where systems stand by them. */
  ResultTable overview(List<SuiteStanding> standings) {
    List<String> columns = new ArrayList<>(List.of("system"));
    report.tasks().forEach(task -> columns.add(task.task()));
    if (!standings.isEmpty()) {
      columns.addAll(List.of("mean", percent() + " interval", "mean rank", "Borda"));
    }
    Map<String, SuiteStanding> bySystem = new LinkedHashMap<>();
    standings.forEach(standing -> bySystem.put(standing.standing().system(), standing));
    List<List<String>> rows = new ArrayList<>();
    for (ReportedSystem system : report.systems()) {
      List<String> row = new ArrayList<>(List.of(system.name()));
      report
          .tasks()
          .forEach(task -> row.add(Wording.digits(task.requireSystem(system.name()).value())));
      SuiteStanding standing = bySystem.get(system.name());
      if (standing != null) {
        Standing s = standing.standing();
        row.add(Wording.digits(s.meanOverTasks().orElse(Double.NaN)));
        row.add(Wording.interval(standing.interval()));
        row.add(String.format(Locale.ROOT, "%.2f", s.meanRank().orElse(Double.NaN)));
        row.add(String.format(Locale.ROOT, "%d (%.1f)", s.borda().rank(), s.borda().points()));
      }
      rows.add(row);
    }
    return new ResultTable("", columns, rows);
  }

  /** Systems and what decides their results. */
  ResultTable identities() {
    ResultTable.Builder table = ResultTable.titled("", "system", "identity");
    report.systems().forEach(system -> table.row(system.name(), system.identity()));
    return table.build();
  }

  /** Command, versions and machine. */
  SequencedMap<String, String> facts() {
    Provenance provenance = report.provenance();
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    facts.put("compared by", Wording.method(report.options()));
    facts.put("date", provenance.date().toString());
    facts.put("akin", provenance.akin());
    facts.put("java", provenance.machine().java());
    facts.put("system", provenance.machine().system());
    facts.put("processor", provenance.machine().processor());
    facts.put(
        "cores, heap",
        String.format(
            Locale.ROOT,
            "%d, %,d MB",
            provenance.machine().cores(),
            provenance.machine().heapBytes() >> 20));
    return facts;
  }

  /** What was typed, as a shell takes it. */
  String command() {
    List<String> words = new ArrayList<>(List.of("akin"));
    for (String word : report.provenance().command()) {
      boolean isPlain = word.matches("[\\w@%+=:,./-]+");
      words.add(isPlain ? word : "'" + word.replace("'", "'\\''") + "'");
    }
    return String.join(" ", words);
  }
}
