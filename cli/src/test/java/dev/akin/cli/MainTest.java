package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir Path folder;

  private Cli.Outcome run(Object... args) {
    return new Cli(folder.resolve("cache")).run(args);
  }

  @Test
  void helpListsEveryCommandAndGoesToStandardOutput() {
    Cli.Outcome help = run("--help");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("Usage: akin", "evaluate", "completion", "Examples:");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void everyCommandHasHelpWithAnExample() {
    for (String name : CommandTree.names().split(", ", -1)) {
      Cli.Outcome help = run(name, "--help");
      assertThat(help.code()).as(name).isZero();
      assertThat(help.out()).as(name).contains("Usage: akin " + name, "Example", "--json");
    }
  }

  @Test
  void noCommandIsABadUse() {
    Cli.Outcome none = run();
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).startsWith("akin: a command is missing: one of ");
  }

  @Test
  void aMistypedCommandIsAnsweredWithTheNearestOne() {
    Cli.Outcome typo = run("evalaute");
    assertThat(typo.code()).isEqualTo(2);
    assertThat(typo.err())
        .isEqualTo(
            "akin: there is no command 'evalaute'; did you mean 'evaluate'?; see 'akin --help'\n");
  }

  @Test
  void anUnknownOptionIsRefusedWithTheNearestOne() {
    Cli.Outcome typo = run("evaluate", "a", "b", "--metrics", "MAP");
    assertThat(typo.code()).isEqualTo(2);
    assertThat(typo.err()).contains("--metrics", "did you mean '--metric'?");
  }

  @Test
  void theVersionIsPrinted() {
    assertThat(run("--version").out()).startsWith("akin ");
  }

  /** What a command that did its job ends with if results go to a stream that fails so. */
  private static String endsAfter(String failure) {
    var err = new ByteArrayOutputStream();
    var results =
        new ResultStream(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException(failure);
              }
            });
    var out = new PrintStream(results, true, StandardCharsets.UTF_8);
    var console =
        new Console(out, new PrintStream(err, true, StandardCharsets.UTF_8), Terminal.NONE);
    console.line("a result");
    int code = Main.exitCode(ExitCode.OK, results, console);
    return code + " " + err.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void resultsThatDoNotArriveAreAFailureUnlessTheirReaderWantedNoMore() {
    assertThat(endsAfter("No space left on device"))
        .isEqualTo("1 akin: standard output: No space left on device; the results are not whole");
    assertThat(endsAfter("Broken pipe")).isEqualTo("0 ");
  }

  @Test
  void tooLittleMemoryIsSaidInOneLine() {
    var err = new ByteArrayOutputStream();
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    var console =
        new Console(nowhere, new PrintStream(err, true, StandardCharsets.UTF_8), Terminal.NONE);
    var invocation =
        new Invocation(
            List.of(), Map.of(), InputStream.nullInputStream(), console, new Interruption());
    assertThat(new Failures(invocation).outOfMemory(new OutOfMemoryError("Java heap space")))
        .isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("akin: out of memory (Java heap space): the JVM may take ")
        .endsWith("AKIN_JAVA_OPTIONS=-Xmx8g, or ask for less\n");
  }

  @Test
  void debugAddsTheStackTrace() {
    Path missing = folder.resolve("missing.run");
    assertThat(run("evaluate", missing, missing).err())
        .isEqualTo("akin: " + missing + ": no such file or folder\n");
    assertThat(run("evaluate", missing, missing, "--debug").err())
        .contains("no such file or folder\n", "NoSuchFileException", "\tat ");
  }
}
