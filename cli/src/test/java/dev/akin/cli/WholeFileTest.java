package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.format.words.WordFormat;
import dev.akin.format.words.WordTableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aFileHasItsNameOnlyWhenItIsWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("v.vec"), "before");
    try (WholeFile whole = WholeFile.begin(file, new Interruption())) {
      Files.writeString(whole.part(), "after");
      assertThat(file).hasContent("before");
      whole.finish();
    }
    assertThat(file).hasContent("after");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void whatFailsLeavesNothing() {
    Path file = folder.resolve("v.vec");
    assertThatThrownBy(() ->
            WholeFile.write(
                file,
                new Interruption(),
                part -> {
                  Files.writeString(part, "half");
                  throw new IOException("the disk is full");
                }))
        .hasMessage("the disk is full");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aProcessThatIsEndedLeavesNothing() throws IOException {
    var interruption = new Interruption();
    WholeFile whole = WholeFile.begin(folder.resolve("v.vec"), interruption);
    var _ = WordTableWriter.create(whole.part(), WordFormat.WORD2VEC_TEXT, 2);
    Files.writeString(whole.part(), "half");
    assertThat(files()).hasSize(2);
    interruption.request(note -> {});
    assertThat(files()).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
