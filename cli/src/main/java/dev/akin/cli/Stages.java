package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.search.Stage;
import dev.akin.text.Json;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a search looked, for people and machines. */
final class Stages {
  private Stages() {}

  /** {@code bm25: posting lists over 12 passages, 12 kept · dense: exact scan over …}. */
  static String line(List<Stage> stages) {
    return stages.stream().map(Stage::toString).collect(Collectors.joining(" · "));
  }

  static Json json(List<Stage> stages) {
    return new Json.Array(stages.stream().<Json>map(Stages::json).toList());
  }

  private static Json.Members json(Stage stage) {
    return Console.members(
        "name", Json.of(stage.leg()),
        "method", Json.of(stage.method().name().toLowerCase(Locale.ROOT)),
        "candidates", Json.of(stage.candidates()),
        "eligible", Json.of(stage.eligible()));
  }
}
