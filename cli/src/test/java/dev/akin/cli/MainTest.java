package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private static String endsAfter(String failure, String brokenPipe) {
    var err = new ByteArrayOutputStream();
    var results =
        new ResultStream(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException(failure);
              }
            },
            () -> brokenPipe);
    var out = new PrintStream(results, true, StandardCharsets.UTF_8);
    var console =
        new Console(out, new PrintStream(err, true, StandardCharsets.UTF_8), Terminal.NONE);
    console.line("a result");
    int code = Main.exitCode(ExitCode.OK, results, console);
    return code + " " + err.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void resultsThatDoNotArriveAreAFailureUnlessTheirReaderWantedNoMore() {
    assertThat(endsAfter("No space left on device", "Broken pipe"))
        .isEqualTo("1 akin: standard output: No space left on device; the results are not whole");
    assertThat(endsAfter("Broken pipe", "Broken pipe")).isEqualTo("0 ");
    assertThat(endsAfter("Relais brisé (pipe)", "Relais brisé (pipe)")).isEqualTo("0 ");
  }

  @Test
  void aBrokenPipeIsKnownByWhatTheSystemSaysOfOne() throws Exception {
    Process deaf = new ProcessBuilder("sh", "-c", "exec 0<&-; exec sleep 60").start();
    try {
      assertThatThrownBy(() -> deaf.getOutputStream().write(new byte[1 << 20]))
          .isInstanceOf(IOException.class)
          .hasMessage(ResultStream.brokenPipe());
    } finally {
      deaf.destroyForcibly();
    }
  }

  /** Standard output of a process of its own under a user's language. */
  private List<String> lines(String language, String country, Object... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Duser.language=" + language,
            "-Duser.country=" + country,
            "--add-modules",
            "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.akin.cli.Main"));
    for (Object arg : args) {
      command.add(arg.toString());
    }
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("AKIN_CACHE", folder.resolve("cache").toString());
    Process process = builder.start();
    List<String> lines;
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      lines = out.lines().toList();
    }
    assertThat(process.waitFor()).isZero();
    return lines;
  }

  @Test
  void whatIsPrintedAndWrittenDoesNotDependOnTheUsersLanguage() throws Exception {
    Path beir = TinyCorpus.beir(folder.resolve("beir"));
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 1204; i++) {
      texts.add("{\"_id\":\"d%d\",\"text\":\"number %d\"}".formatted(i, i));
    }
    Files.write(beir.resolve("corpus.jsonl"), texts);
    for (List<String> user : List.of(List.of("de", "DE"), List.of("ar", "EG"))) {
      String language = user.getFirst();
      Path index = folder.resolve(language);
      assertThat(
              lines(
                      language,
                      user.getLast(),
                      "index",
                      beir,
                      "--into",
                      index,
                      "--model",
                      "hashed-64")
                  .subList(0, 4))
          .satisfiesExactly(
              line ->
                  assertThat(line)
                      .isEqualTo(
                          "documents  1,204 (1,204 added, 0 updated, 0 removed, 0 unchanged)"),
              line -> assertThat(line).isEqualTo("passages   1,204"),
              line -> assertThat(line).isEqualTo("truncated  0 (tokens not read in this run: 0)"),
              line -> assertThat(line).matches("recall     [01]\\.[0-9]{4} of the true 10 .*"));
      Path run = folder.resolve(language + ".run");
      lines(
          language,
          user.getLast(),
          "search",
          index,
          "--queries",
          beir.resolve("queries.jsonl"),
          "--run",
          run);
      assertThat(Files.readAllLines(run))
          .isNotEmpty()
          .allMatch(line -> line.matches("q[1-3] Q0 d[0-9]+ [0-9]+ [0-9.E-]+ akin-bm25\\+dense"));
    }
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
