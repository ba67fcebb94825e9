package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

  @Test
  void debugAddsTheStackTrace() {
    Path missing = folder.resolve("missing.run");
    assertThat(run("evaluate", missing, missing).err())
        .isEqualTo("akin: " + missing + ": no such file or folder\n");
    assertThat(run("evaluate", missing, missing, "--debug").err())
        .contains("no such file or folder\n", "NoSuchFileException", "\tat ");
  }
}
