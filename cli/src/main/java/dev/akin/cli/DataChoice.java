package dev.akin.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where public data lie. */
final class DataChoice {
  /** Where they are looked for, beside --data and AKIN_DATA. */
  private static final Path BESIDE = Path.of("..", "shared", "data");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder of public data. Default: AKIN_DATA.")
  private Optional<Path> data = Optional.empty();

  /** The folder, whether it is there or not. */
  Path root(Map<String, String> env) {
    return data.orElseGet(() ->
        Optional.ofNullable(env.get("AKIN_DATA"))
            .map(Path::of)
            .orElse(Files.isDirectory(BESIDE) ? BESIDE : Path.of("data")));
  }
}
