package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.reader.ReadOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {
  @Test
  void aFileBelowTheWorkingFolderIsNamedWithoutItsDots() {
    Source here = Source.of(Path.of("."), ReadOptions.defaults());
    assertThat(here.place("./pom.xml")).isEqualTo("pom.xml");
    assertThat(here.place("././pom.xml")).isEqualTo("pom.xml");
  }

  @Test
  void aFileNamedFromElsewhereIsLookedForBelowTheSource(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("note.txt"), "birds");
    Source source = Source.of(folder, ReadOptions.defaults());
    assertThat(source.place("note.txt")).isEqualTo(folder.resolve("note.txt").toString());
    assertThat(source.place("gone.txt")).isEqualTo("gone.txt");
  }
}
