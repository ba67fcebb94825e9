package dev.akin.study.choose;

import dev.akin.eval.significance.ComparisonOptions;
import dev.akin.study.choose.Choice.LeftOut;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.page.Axis;
import dev.akin.study.page.HtmlPage;
import dev.akin.study.page.IntervalPlot;
import dev.akin.study.page.PageBuilder;
import dev.akin.study.page.ScatterPlot;
import dev.akin.study.page.Tone;
import dev.akin.study.report.EvaluationOptions;
import dev.akin.study.report.Provenance;
import dev.akin.study.report.Wording;
import dev.akin.text.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A choice on paper.
 *
 * @param choice what came out
 * @param options how systems were compared
 * @param provenance command, version, date and machine
 */
public record ChoiceReport(Choice choice, ComparisonOptions options, Provenance provenance) {
  private static final String FRONT = "●";
  private static final double THOUSAND = 1000;

  /** Systems in the plot of intervals: more cannot be read. */
  private static final int MOST_INTERVALS = 40;

  private double alpha() {
    return 1 - options.level();
  }

  /** All systems, best first: a dot for those on the front. */
  public ResultTable table() {
    ResultTable.Builder table =
        ResultTable.titled(
            "Systems, best first",
            "front",
            "system",
            choice.metric(),
            percent() + " interval",
            "ms a query",
            "bytes a document",
            "build s",
            "against the best");
    for (ChoiceRow row : choice.rows()) {
      table.row(
          row.isFront() ? FRONT : "",
          row.spec().text(),
          Wording.digits(row.quality()),
          Wording.interval(row.interval()),
          short1(row.cost().millisAQuery()),
          String.format(Locale.ROOT, "%,.0f", row.cost().bytesADocument()),
          short1(row.cost().buildSeconds()),
          againstBest(row));
    }
    return table.build();
  }

  private String percent() {
    return String.format(Locale.ROOT, "%.0f %%", options.level() * 100);
  }

  /** {@code best}, {@code not told apart} or {@code worse, p .0012}. */
  private String againstBest(ChoiceRow row) {
    return row.againstBest()
        .map(c ->
            c.test().isSignificant(alpha())
                ? "worse, p " + Wording.probability(c.test().adjustedP())
                : "not told apart")
        .orElse("best");
  }

  /** How alike systems rank. */
  public ResultTable agreement() {
    ResultTable.Builder table =
        ResultTable.titled("How alike systems rank", "system", "and", "overlap@10", "RBO (p 0.9)");
    for (Agreement each : choice.agreements()) {
      table.row(
          each.first(),
          each.second(),
          Wording.digits(each.overlap()),
          Wording.digits(each.rankBiasedOverlap()));
    }
    return table.build();
  }

  /** What was not tried. */
  public ResultTable leftOut() {
    ResultTable.Builder table = ResultTable.titled("Not measured", "system", "why");
    for (LeftOut each : choice.leftOut()) {
      table.row(each.what(), each.reason());
    }
    return table.build();
  }

  /** How to choose by it, in one sentence each. */
  public List<String> advice() {
    List<String> sentences = new ArrayList<>();
    ChoiceRow best = choice.rows().getFirst();
    sentences.add(
        "Best: %s, %s %s %s."
            .formatted(
                best.spec().text(),
                choice.metric(),
                Wording.digits(best.quality()),
                Wording.interval(best.interval())));
    List<ChoiceRow> alike =
        choice.rows().stream().filter(row -> againstBest(row).equals("not told apart")).toList();
    alike.stream()
        .min(java.util.Comparator.comparingDouble(row -> row.cost().millisAQuery()))
        .filter(row -> row.cost().millisAQuery() < best.cost().millisAQuery())
        .ifPresent(row ->
            sentences.add(
                "Fastest of those not told apart from it: %s, %s ms instead of %s."
                    .formatted(
                        row.spec().text(),
                        short1(row.cost().millisAQuery()),
                        short1(best.cost().millisAQuery()))));
    alike.stream()
        .min(java.util.Comparator.comparingDouble(row -> row.cost().bytesADocument()))
        .filter(row -> row.cost().bytesADocument() < best.cost().bytesADocument())
        .ifPresent(row ->
            sentences.add(
                String.format(
                    Locale.ROOT,
                    "Smallest of those not told apart from it: %s, %,.0f bytes a document instead"
                        + " of %,.0f.",
                    row.spec().text(),
                    row.cost().bytesADocument(),
                    best.cost().bytesADocument())));
    return sentences;
  }

  private static String short1(double value) {
    return String.format(
        Locale.ROOT, value < 10 ? "%.2f" : value < THOUSAND ? "%.1f" : "%,.0f", value);
  }

  /** As Markdown. */
  public String toMarkdown() {
    StringBuilder text = new StringBuilder("# Systems for " + choice.task() + "\n\n");
    text.append(choice.data()).append(".\n\n");
    advice().forEach(sentence -> text.append("- ").append(sentence).append('\n'));
    choice.notes().forEach(note -> text.append("- **").append(note).append("**\n"));
    text.append('\n').append(table().toMarkdown()).append("\n\n").append(legend()).append("\n");
    text.append("\n## ").append(agreement().caption()).append("\n\n");
    text.append(agreement().toMarkdown()).append('\n');
    if (!choice.leftOut().isEmpty()) {
      text.append("\n## Not measured\n\n").append(leftOut().toMarkdown()).append('\n');
    }
    text.append("\n## Where this is from\n\n");
    facts()
        .forEach((name, value) ->
            text.append("- ").append(name).append(": ").append(value).append('\n'));
    return text.toString();
  }

  private String legend() {
    return "● no other system is at least as good in quality, time and bytes and better in one."
        + " Times are of one thread: a query's includes encoding it, building is the number of"
        + " documents times what one took in a sample. Choosing the best of many on the same"
        + " queries flatters it a little; the tests against it are adjusted for their number. "
        + walked();
  }

  /** How much of the grid was measured, and that the rest was not all products of its choices. */
  public String walked() {
    return ("%d systems measured, %d left out%s. The grid is walked in stages, each from the best"
            + " of the one before: a product of choices that are not best alone is not tried.")
        .formatted(
            choice.rows().size(),
            choice.leftOut().size(),
            choice.leftOut().isEmpty() ? "" : " and listed with the reason");
  }

  private SequencedMap<String, String> facts() {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    if (!provenance.command().isEmpty()) {
      facts.put("command", "akin " + String.join(" ", provenance.command()));
    }
    facts.put("akin", provenance.akin());
    facts.put("date", provenance.date().toString());
    Provenance.Machine machine = provenance.machine();
    facts.put(
        "machine",
        "%s, %d cores; %s; %s"
            .formatted(machine.processor(), machine.cores(), machine.system(), machine.java()));
    String best = choice.rows().getFirst().spec().text();
    facts.put("comparison", Wording.method(new EvaluationOptions(options, Optional.of(best), 0)));
    return facts;
  }

  /** As one page that needs nothing else. */
  public HtmlPage toPage() {
    return HtmlPage.of("Systems for " + choice.task(), this::fill);
  }

  private void fill(PageBuilder page) {
    page.paragraph(choice.data() + ".");
    page.callout(Tone.GOOD, String.join(" ", advice()));
    choice.notes().forEach(note -> page.callout(Tone.WARNING, note));
    page.heading("Quality and time")
        .figure(
            scatter("milliseconds a query", row -> row.cost().millisAQuery()),
            "Up and to the left is better. Joined: no other system is both faster and better.");
    page.heading("Quality and size")
        .figure(
            scatter("bytes a document", row -> row.cost().bytesADocument()),
            "Up and to the left is better. Joined: no other system is both smaller and better.");
    page.heading("Quality")
        .figure(
            intervals(),
            "Intervals of "
                + percent()
                + ". Two may overlap although the difference is sure: the table's last column says"
                + " what a paired test finds.");
    page.heading("All systems").table(table()).paragraph(legend());
    page.heading(agreement().caption()).table(agreement());
    if (!choice.leftOut().isEmpty()) {
      page.heading("Not measured").table(leftOut());
    }
    page.heading("Where this is from").facts(facts());
  }

  private ScatterPlot scatter(
      String label, java.util.function.ToDoubleFunction<ChoiceRow> measure) {
    List<ScatterPlot.Point> points = new ArrayList<>();
    for (ChoiceRow row : choice.rows()) {
      // A clock that saw no time pass has no place on an axis of ratios.
      double x = Math.max(measure.applyAsDouble(row), 1e-3);
      points.add(ScatterPlot.Point.of(row.spec().text(), x, row.quality()));
    }
    return ScatterPlot.of(Axis.logarithmic(label), Axis.linear(choice.metric()), points)
        .withFront(ScatterPlot.Front.LESS_X_MORE_Y);
  }

  private IntervalPlot intervals() {
    List<IntervalPlot.Row> rows =
        choice.rows().stream()
            .limit(MOST_INTERVALS)
            .map(row ->
                new IntervalPlot.Row(
                    row.spec().text(),
                    row.quality(),
                    row.interval().low(),
                    row.interval().high(),
                    Wording.digits(row.quality())))
            .toList();
    return IntervalPlot.of(Axis.linear(choice.metric()), rows);
  }

  /** One object a system, as {@code --json} prints them. */
  public List<Json> rowsAsJson() {
    List<Json> rows = new ArrayList<>();
    for (ChoiceRow row : choice.rows()) {
      Map<String, Json> members = new LinkedHashMap<>();
      members.put("system", Json.of(row.spec().text()));
      members.put("metric", Json.of(choice.metric()));
      members.put("value", Json.of(row.quality()));
      members.put("low", Json.of(row.interval().low()));
      members.put("high", Json.of(row.interval().high()));
      members.put("ms_a_query", Json.of(row.cost().millisAQuery()));
      members.put("bytes_a_document", Json.of(row.cost().bytesADocument()));
      members.put("build_seconds", Json.of(row.cost().buildSeconds()));
      members.put("front", Json.of(row.isFront()));
      row.againstBest()
          .ifPresent(c -> {
            members.put("difference_from_best", Json.of(c.difference()));
            members.put("p_adjusted", Json.of(c.test().adjustedP()));
          });
      members.put("told_apart_from_best", Json.of(againstBest(row).startsWith("worse")));
      rows.add(new Json.Members(members));
    }
    return rows;
  }

  /** Everything as one object. */
  public Json toJson() {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("task", Json.of(choice.task()));
    members.put("data", Json.of(choice.data()));
    members.put("notes", list(choice.notes().stream().map(Json::of).toList()));
    members.put("systems", list(rowsAsJson()));
    members.put(
        "not_measured",
        list(
            choice.leftOut().stream()
                .<Json>map(each ->
                    new Json.Members(
                        new LinkedHashMap<>(
                            Map.of(
                                "system", Json.of(each.what()),
                                "why", Json.of(each.reason())))))
                .toList()));
    Map<String, Json> facts = new LinkedHashMap<>();
    facts().forEach((name, value) -> facts.put(name, Json.of(value)));
    members.put("provenance", new Json.Members(facts));
    return new Json.Members(members);
  }

  private static Json list(List<Json> values) {
    return new Json.Array(values);
  }
}
