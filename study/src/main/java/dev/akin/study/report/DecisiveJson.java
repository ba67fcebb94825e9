package dev.akin.study.report;

import dev.akin.study.json.JsonPlace;
import dev.akin.study.report.DecisiveQueries.DecisiveQuery;
import dev.akin.study.report.DecisiveQueries.Relevant;
import dev.akin.study.report.DecisiveQueries.Shown;
import dev.akin.text.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Decisive queries as JSON. */
final class DecisiveJson {
  private DecisiveJson() {}

  static Json.Members of(DecisiveQueries decisive) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("system", Json.of(decisive.system()));
    members.put("baseline", Json.of(decisive.baseline()));
    members.put("without", JsonPlace.number(decisive.without()));
    members.put(
        "queries", new Json.Array(decisive.queries().stream().map(DecisiveJson::of).toList()));
    return new Json.Members(members);
  }

  private static Json of(DecisiveQuery query) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("id", Json.of(query.id()));
    members.put("text", Json.of(query.text()));
    members.put("system_value", JsonPlace.number(query.systemValue()));
    members.put("baseline_value", JsonPlace.number(query.baselineValue()));
    members.put("system_top", shown(query.systemTop()));
    members.put("baseline_top", shown(query.baselineTop()));
    members.put(
        "relevant", new Json.Array(query.relevant().stream().map(DecisiveJson::of).toList()));
    return new Json.Members(members);
  }

  private static Json shown(List<Shown> documents) {
    return new Json.Array(
        documents.stream()
            .map(document -> {
              Map<String, Json> members = new LinkedHashMap<>();
              members.put("id", Json.of(document.id()));
              members.put("grade", whole(document.grade()));
              members.put("text", Json.of(document.text()));
              return (Json) new Json.Members(members);
            })
            .toList());
  }

  private static Json of(Relevant document) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("id", Json.of(document.id()));
    members.put("grade", Json.of(document.grade()));
    members.put("system_rank", whole(document.systemRank()));
    members.put("baseline_rank", whole(document.baselineRank()));
    members.put("text", Json.of(document.text()));
    return new Json.Members(members);
  }

  private static Json whole(OptionalInt number) {
    return number.isPresent() ? Json.of(number.getAsInt()) : new Json.Null();
  }

  static DecisiveQueries parse(JsonPlace json) {
    return new DecisiveQueries(
        json.require("system").text(),
        json.require("baseline").text(),
        json.require("without").number(),
        json.list("queries").stream().map(DecisiveJson::query).toList());
  }

  private static DecisiveQuery query(JsonPlace json) {
    return new DecisiveQuery(
        json.require("id").text(),
        json.require("text").text(),
        json.require("system_value").number(),
        json.require("baseline_value").number(),
        json.list("system_top").stream().map(DecisiveJson::shown).toList(),
        json.list("baseline_top").stream().map(DecisiveJson::shown).toList(),
        json.list("relevant").stream().map(DecisiveJson::relevant).toList());
  }

  private static Shown shown(JsonPlace json) {
    return new Shown(json.require("id").text(), json.require("text").text(), count(json, "grade"));
  }

  private static Relevant relevant(JsonPlace json) {
    return new Relevant(
        json.require("id").text(),
        json.require("text").text(),
        json.require("grade").count(),
        count(json, "system_rank"),
        count(json, "baseline_rank"));
  }

  private static OptionalInt count(JsonPlace json, String name) {
    return json.find(name).map(n -> OptionalInt.of(n.count())).orElse(OptionalInt.empty());
  }
}
