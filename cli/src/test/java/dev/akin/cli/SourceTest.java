package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.reader.ReadOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SourceTest {
  private static String place(String source, String typed, String file) {
    return Source.of(Path.of(source), ReadOptions.defaults()).place(Path.of(typed), file);
  }

  @Test
  void aFileBelowTheWorkingFolderIsNamedWithoutItsDots() {
    assertThat(place(".", ".", "./pom.xml")).isEqualTo("pom.xml");
    assertThat(place("./.", "./.", "././pom.xml")).isEqualTo("pom.xml");
  }

  @Test
  void aFileReadFromElsewhereIsNamedAsItIsFoundFromHere() {
    assertThat(place("../a", "a", "a/b/note.txt")).isEqualTo("../a/b/note.txt");
    assertThat(place("../a", ".", "./pom.xml")).isEqualTo("../a/pom.xml");
    assertThat(place("../a/x.jsonl", "/home/a/x.jsonl", "/home/a/x.jsonl"))
        .isEqualTo("../a/x.jsonl");
    assertThat(place("a", "b", "c/x.txt")).isEqualTo("c/x.txt");
  }
}
