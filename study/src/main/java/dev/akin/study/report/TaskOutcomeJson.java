package dev.akin.study.report;

import dev.akin.eval.significance.Comparison;
import dev.akin.eval.significance.ComparisonOptions;
import dev.akin.eval.significance.Effect;
import dev.akin.eval.significance.Family;
import dev.akin.eval.significance.Interval;
import dev.akin.eval.significance.PairedTest;
import dev.akin.eval.significance.SampleSize;
import dev.akin.eval.significance.Scored;
import dev.akin.eval.significance.TestResult;
import dev.akin.study.json.JsonPlace;
import dev.akin.study.task.TaskType;
import dev.akin.text.FormatException;
import dev.akin.text.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One task of a report as JSON.
 *
 * @param options what intervals and tests of the whole report share
 */
record TaskOutcomeJson(ComparisonOptions options) {
  static Json of(TaskOutcome task) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("task", Json.of(task.task()));
    members.put("type", Json.of(task.type().printedName()));
    members.put("main_metric", Json.of(task.type().mainMetric()));
    members.put("data", Json.of(task.data()));
    members.put("systems", array(task.systems().stream().map(TaskOutcomeJson::of).toList()));
    members.put("comparisons", array(task.compared().stream().map(TaskOutcomeJson::of).toList()));
    members.put("decisive", array(task.decisive().stream().map(DecisiveJson::of).toList()));
    members.put("items", array(task.items().stream().map(TaskOutcomeJson::of).toList()));
    return new Json.Members(members);
  }

  private static Json array(List<? extends Json> items) {
    return new Json.Array(List.copyOf(items));
  }

  private static Json of(TaskOutcome.Item item) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("id", Json.of(item.id()));
    if (!item.text().isEmpty()) {
      members.put("text", Json.of(item.text()));
    }
    return new Json.Members(members);
  }

  private static Json of(SystemOutcome system) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("system", Json.of(system.system()));
    members.put("main_score", JsonPlace.number(system.value()));
    members.put("interval", of(system.interval()));
    members.put("seconds", JsonPlace.number(system.seconds()));
    Map<String, Json> scores = new LinkedHashMap<>();
    system.scores().forEach((name, value) -> scores.put(name, JsonPlace.number(value)));
    members.put("scores", new Json.Members(scores));
    members.put("per_item", ReportJson.numbers(system.perItem()));
    members.put("warnings", JsonPlace.texts(system.warnings()));
    return new Json.Members(members);
  }

  private static Json of(Interval interval) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("low", JsonPlace.number(interval.low()));
    members.put("high", JsonPlace.number(interval.high()));
    members.put("method", JsonPlace.constant(interval.method()));
    return new Json.Members(members);
  }

  static Json.Members of(Comparison c) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("system", Json.of(c.system().system()));
    members.put("baseline", Json.of(c.baseline().system()));
    members.put("difference", JsonPlace.number(c.difference()));
    members.put("interval", of(c.interval()));
    members.put("test", JsonPlace.constant(c.test().test()));
    members.put("basis", JsonPlace.constant(c.test().basis()));
    members.put("statistic", JsonPlace.number(c.test().statistic()));
    members.put("p", JsonPlace.number(c.test().p()));
    members.put("adjusted_p", JsonPlace.number(c.test().adjustedP()));
    members.put("effect", JsonPlace.number(c.effect().size()));
    members.put("effect_kind", JsonPlace.constant(c.effect().kind()));
    c.effect()
        .outcomes()
        .ifPresent(outcomes -> {
          members.put("wins", Json.of(outcomes.wins()));
          members.put("ties", Json.of(outcomes.ties()));
          members.put("losses", Json.of(outcomes.losses()));
        });
    members.put("items", Json.of(c.sample().items()));
    OptionalLong settle = c.sample().itemsToSettle();
    members.put(
        "items_to_settle", settle.isPresent() ? Json.of(settle.getAsLong()) : new Json.Null());
    members.put("items_to_settle_minimum", Json.of(c.sample().itemsToSettleMinimum()));
    members.put("minimum_detectable", JsonPlace.number(c.sample().minimumDetectable()));
    return new Json.Members(members);
  }

  TaskOutcome parse(JsonPlace json) {
    List<SystemOutcome> systems = json.list("systems").stream().map(this::system).toList();
    List<Comparison> comparisons =
        json.list("comparisons").stream().map(c -> comparison(c, systems)).toList();
    List<Scored> scored = systems.stream().map(s -> new Scored(s.system(), s.value())).toList();
    JsonPlace type = json.require("type");
    return new TaskOutcome(
        json.require("task").text(),
        TaskType.find(type.text())
            .orElseThrow(() ->
                new FormatException(
                    type.where(), "there is no type of tasks '%s'".formatted(type.text()))),
        json.require("data").text(),
        json.list("items").stream().map(TaskOutcomeJson::item).toList(),
        systems,
        systems.size() < 2
            ? Optional.empty()
            : Optional.of(new Family(scored, comparisons, options.adjustment())),
        json.list("decisive").stream().map(DecisiveJson::parse).toList());
  }

  private static TaskOutcome.Item item(JsonPlace json) {
    return new TaskOutcome.Item(
        json.require("id").text(), json.find("text").map(JsonPlace::text).orElse(""));
  }

  private SystemOutcome system(JsonPlace json) {
    Map<String, Double> scores = new LinkedHashMap<>();
    json.require("scores").members().forEach((name, value) -> scores.put(name, value.number()));
    return new SystemOutcome(
        json.require("system").text(),
        json.require("main_score").number(),
        interval(json.require("interval")),
        json.require("seconds").number(),
        scores,
        json.list("per_item").stream().map(JsonPlace::number).toList(),
        json.list("warnings").stream().map(JsonPlace::text).toList());
  }

  private Interval interval(JsonPlace json) {
    return new Interval(
        json.require("low").number(),
        json.require("high").number(),
        options.level(),
        json.require("method").constant(Interval.Method.class),
        options.resampling());
  }

  private Comparison comparison(JsonPlace json, List<SystemOutcome> systems) {
    return new Comparison(
        scored(json.require("system"), systems),
        scored(json.require("baseline"), systems),
        interval(json.require("interval")),
        new TestResult(
            json.require("test").constant(PairedTest.class),
            json.require("basis").constant(TestResult.Basis.class),
            json.require("statistic").number(),
            json.require("p").number(),
            json.require("adjusted_p").number()),
        effect(json),
        new SampleSize(
            json.require("items").count(),
            json.find("items_to_settle")
                .map(n -> OptionalLong.of(n.whole()))
                .orElse(OptionalLong.empty()),
            json.require("items_to_settle_minimum").whole(),
            json.require("minimum_detectable").number()));
  }

  private static Scored scored(JsonPlace name, List<SystemOutcome> systems) {
    return systems.stream()
        .filter(system -> system.system().equals(name.text()))
        .findFirst()
        .map(system -> new Scored(system.system(), system.value()))
        .orElseThrow(() ->
            new FormatException(name.where(), "there is no system '%s'".formatted(name.text())));
  }

  private static Effect effect(JsonPlace json) {
    Optional<Effect.Outcomes> outcomes =
        json.find("wins")
            .map(wins ->
                new Effect.Outcomes(
                    wins.count(), json.require("ties").count(), json.require("losses").count()));
    return new Effect(
        json.require("effect_kind").constant(Effect.Kind.class),
        json.require("effect").number(),
        outcomes);
  }
}
