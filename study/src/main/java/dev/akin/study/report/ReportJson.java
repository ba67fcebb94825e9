package dev.akin.study.report;

import dev.akin.eval.significance.Adjustment;
import dev.akin.eval.significance.ComparisonOptions;
import dev.akin.eval.significance.Interval;
import dev.akin.eval.significance.PairedTest;
import dev.akin.eval.significance.Resampling;
import dev.akin.study.json.JsonPlace;
import dev.akin.study.report.EvaluationReport.ReportedSystem;
import dev.akin.study.report.Provenance.Machine;
import dev.akin.text.FormatException;
import dev.akin.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report as one JSON object, which reads back to an equal report. Format {@code akin-evaluation},
 * version 1; its members are described in {@code docs/evaluation/reports.md}.
 */
public final class ReportJson {
  private static final String FORMAT = "akin-evaluation";

  /** Raised when a member changes its meaning; a reader refuses versions above its own. */
  private static final int VERSION = 1;

  private ReportJson() {}

  /** The report as JSON. */
  public static Json.Members of(EvaluationReport report) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("format", Json.of(FORMAT));
    members.put("version", Json.of(VERSION));
    members.put("akin", Json.of(report.provenance().akin()));
    members.put("date", Json.of(report.provenance().date().toString()));
    members.put("command", JsonPlace.texts(report.provenance().command()));
    members.put("machine", machine(report.provenance().machine()));
    members.put("comparison", options(report.options()));
    members.put("systems", new Json.Array(report.systems().stream().map(ReportJson::of).toList()));
    members.put("tasks", new Json.Array(report.tasks().stream().map(TaskOutcomeJson::of).toList()));
    return new Json.Members(members);
  }

  private static Json machine(Machine machine) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("java", Json.of(machine.java()));
    members.put("system", Json.of(machine.system()));
    members.put("processor", Json.of(machine.processor()));
    members.put("cores", Json.of(machine.cores()));
    members.put("heap_bytes", Json.of(machine.heapBytes()));
    return new Json.Members(members);
  }

  private static Json options(EvaluationOptions options) {
    ComparisonOptions comparison = options.comparison();
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("test", comparison.test().map(JsonPlace::constant).orElse(new Json.Null()));
    members.put("interval", JsonPlace.constant(comparison.interval()));
    members.put("level", Json.of(comparison.level()));
    members.put("minimum_effect", Json.of(comparison.minimumEffect()));
    members.put("adjustment", JsonPlace.constant(comparison.adjustment()));
    members.put("draws", Json.of(comparison.resampling().draws()));
    members.put("seed", Json.of(comparison.resampling().seed()));
    members.put("baseline", options.baseline().map(Json::of).orElse(new Json.Null()));
    members.put("decisive", Json.of(options.decisive()));
    return new Json.Members(members);
  }

  private static Json of(ReportedSystem system) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("name", Json.of(system.name()));
    members.put("identity", Json.of(system.identity()));
    return new Json.Members(members);
  }

  /**
   * Reads what {@link #of} wrote.
   *
   * @throws FormatException if the file is no report, one of a later version, or damaged (names the
   *     member)
   */
  public static EvaluationReport read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return parse(new String(bytes, StandardCharsets.UTF_8), file.toString());
  }

  /**
   * The same from a text.
   *
   * @param where names the text in errors
   */
  public static EvaluationReport parse(String text, String where) {
    JsonPlace root = JsonPlace.parse(text, where);
    boolean isReport =
        root.find("format").filter(format -> format.value().equals(Json.of(FORMAT))).isPresent();
    if (!isReport) {
      throw new FormatException(
          where,
          "this is no report of akin evaluate: it has no member \"format\":\"%s\""
              .formatted(FORMAT));
    }
    long version = root.require("version").whole();
    if (version != VERSION) {
      throw new FormatException(
          where,
          "a report of version %d, and this akin reads version %d".formatted(version, VERSION));
    }
    try {
      return report(root);
    } catch (IllegalArgumentException e) {
      throw new FormatException(where, e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }
  }

  private static EvaluationReport report(JsonPlace root) {
    EvaluationOptions options = options(root.require("comparison"));
    return new EvaluationReport(
        provenance(root),
        options,
        root.list("systems").stream()
            .map(system ->
                new ReportedSystem(
                    system.require("name").text(), system.require("identity").text()))
            .toList(),
        root.list("tasks").stream()
            .map(task -> new TaskOutcomeJson(options.comparison()).parse(task))
            .toList());
  }

  private static Provenance provenance(JsonPlace root) {
    JsonPlace machine = root.require("machine");
    JsonPlace date = root.require("date");
    try {
      return new Provenance(
          root.list("command").stream().map(JsonPlace::text).toList(),
          root.require("akin").text(),
          Instant.parse(date.text()),
          new Machine(
              machine.require("java").text(),
              machine.require("system").text(),
              machine.require("processor").text(),
              machine.require("cores").count(),
              machine.require("heap_bytes").whole()));
    } catch (DateTimeException e) {
      throw new FormatException(date.where(), "'%s' is no date".formatted(date.text()), e);
    }
  }

  private static EvaluationOptions options(JsonPlace json) {
    Optional<PairedTest> test = json.find("test").map(t -> t.constant(PairedTest.class));
    return new EvaluationOptions(
        new ComparisonOptions(
            test,
            json.require("interval").constant(Interval.Method.class),
            json.require("level").number(),
            json.require("minimum_effect").number(),
            json.require("adjustment").constant(Adjustment.class),
            new Resampling(json.require("draws").count(), json.require("seed").whole())),
        json.find("baseline").map(JsonPlace::text),
        json.require("decisive").count());
  }

  static Json numbers(List<Double> values) {
    return new Json.Array(values.stream().map(JsonPlace::number).toList());
  }
}
