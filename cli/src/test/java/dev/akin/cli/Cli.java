package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs the command in this process.
 *
 * @param cache where it keeps its indexes
 */
record Cli(Path cache) {
  /** What a command left behind. */
  record Outcome(int code, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  Outcome run(Object... args) {
    return run(Terminal.NONE, "", args);
  }

  Outcome run(Terminal terminal, String input, Object... args) {
    return call(terminal, input, new Interruption(), List.of(args));
  }

  /** The same when the user has pressed Ctrl-C already. */
  Outcome runStopped(Object... args) {
    var interruption = new Interruption();
    interruption.request(_ -> {});
    return call(Terminal.NONE, "", interruption, List.of(args));
  }

  private Outcome call(
      Terminal terminal, String input, Interruption interruption, List<Object> args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console =
        new Console(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal);
    List<String> typed = args.stream().map(String::valueOf).toList();
    var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    int code =
        Main.run(
            new Invocation(
                typed, Map.of("AKIN_CACHE", cache.toString()), in, console, interruption));
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
