package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandTest {
  @TempDir Path folder = Path.of("");

  private Cli.Outcome akin(Object... args) {
    return new Cli(folder.resolve("cache")).run(args);
  }

  @Test
  void aMissingNameIsSaidBeforeAMissingFolder() {
    Cli.Outcome outcome = akin("study", "run", "--into", folder.resolve("none").resolve("x"));
    assertThat(outcome.err()).contains("which study? one of ").contains("pooling");
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void withoutAFolderOfResultsOneIsAskedFor() {
    assumeThat(Path.of("docs", "studies")).doesNotExist();
    Cli.Outcome outcome = akin("study", "run", "needles");
    assertThat(outcome.err()).contains("there is no folder").contains("--into DIR");
    assertThat(outcome.code()).isEqualTo(2);
  }
}
