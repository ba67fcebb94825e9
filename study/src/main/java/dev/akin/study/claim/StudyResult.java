package dev.akin.study.claim;

import dev.akin.study.json.JsonPlace;
import dev.akin.text.FormatException;
import dev.akin.text.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is kept of a study's run: a JSON file that its page is written from.
 *
 * @param study the study's name
 * @param environment machine and versions
 * @param date of the run, ISO 8601
 * @param seconds it took
 * @param seed all draws came from it
 */
public record StudyResult(
    String study, String environment, String date, double seconds, long seed, Outcome outcome) {
  /** As JSON. */
  public Json.Members toJson() {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("study", Json.of(study));
    members.put("verdict", Json.of(outcome.verdict().printedName()));
    members.put("claim", toJson(outcome.claim()));
    members.put("control", toJson(outcome.control()));
    members.put("tables", array(outcome.tables().stream().map(StudyResult::toJson).toList()));
    members.put("notes", JsonPlace.texts(outcome.notes()));
    if (!outcome.projections().isEmpty()) {
      members.put(
          "projections", array(outcome.projections().stream().map(StudyResult::toJson).toList()));
    }
    members.put("environment", Json.of(environment));
    members.put("date", Json.of(date));
    members.put("seconds", Json.of(seconds));
    members.put("seed", Json.of(seed));
    return new Json.Members(members);
  }

  private static Json toJson(Measure measure) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("name", Json.of(measure.name()));
    members.put("value", Json.of(measure.value()));
    members.put("low", Json.of(measure.low()));
    members.put("high", Json.of(measure.high()));
    members.put("threshold", Json.of(measure.threshold()));
    return new Json.Members(members);
  }

  private static Json toJson(ResultTable table) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("caption", Json.of(table.caption()));
    members.put("columns", JsonPlace.texts(table.columns()));
    members.put("rows", array(table.rows().stream().map(JsonPlace::texts).toList()));
    return new Json.Members(members);
  }

  private static Json toJson(Projection projection) {
    List<Json> points = new ArrayList<>();
    for (Projection.Point point : projection.points()) {
      points.add(array(List.of(Json.of(point.label()), Json.of(point.x()), Json.of(point.y()))));
    }
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("caption", Json.of(projection.caption()));
    members.put("points", array(points));
    return new Json.Members(members);
  }

  private static Projection projection(JsonPlace json) {
    List<Projection.Point> points = new ArrayList<>();
    for (JsonPlace point : json.list("points")) {
      List<JsonPlace> cells = point.items();
      if (cells.size() != 3) {
        throw new FormatException(
            point.where(), "a point is a label and two numbers, not %d".formatted(cells.size()));
      }
      points.add(
          new Projection.Point(cells.get(0).text(), cells.get(1).number(), cells.get(2).number()));
    }
    return new Projection(json.require("caption").text(), points);
  }

  private static Json array(List<? extends Json> items) {
    return new Json.Array(List.copyOf(items));
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws dev.akin.text.FormatException if a member is missing or of another kind (names it)
   */
  public static StudyResult parse(String text, String where) {
    JsonPlace root = JsonPlace.parse(text, where);
    Outcome outcome =
        new Outcome(
            measure(root.require("claim")),
            measure(root.require("control")),
            root.list("tables").stream().map(StudyResult::table).toList(),
            root.list("notes").stream().map(JsonPlace::text).toList(),
            root.find("projections").map(JsonPlace::items).orElse(List.of()).stream()
                .map(StudyResult::projection)
                .toList());
    return new StudyResult(
        root.require("study").text(),
        root.require("environment").text(),
        root.require("date").text(),
        root.require("seconds").number(),
        root.require("seed").whole(),
        outcome);
  }

  private static Measure measure(JsonPlace json) {
    return new Measure(
        json.require("name").text(),
        json.require("value").number(),
        json.require("low").number(),
        json.require("high").number(),
        json.require("threshold").number());
  }

  private static ResultTable table(JsonPlace json) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonPlace row : json.list("rows")) {
      rows.add(row.items().stream().map(JsonPlace::text).toList());
    }
    return new ResultTable(
        json.require("caption").text(),
        json.list("columns").stream().map(JsonPlace::text).toList(),
        rows);
  }
}
