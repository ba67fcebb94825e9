package dev.akin.format.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordTableWriterTest {
  @TempDir Path folder;

  @Test
  void theHeaderCountsTheRowsAndCellsReadBackAsTheSameFloats() throws IOException {
    Path file = folder.resolve("vectors.txt");
    try (Matrix rows = Matrix.of(new float[] {0.1f, -3f}, new float[] {1e-20f, 16777216f});
        var out = WordTableWriter.create(file, WordFormat.WORD2VEC_TEXT, 2)) {
      out.append("küche", rows, 0);
      out.append("b", rows, 1);
    }
    assertThat(Files.readString(file)).isEqualTo("2 2\nküche 0.1 -3.0\nb 1.0E-20 1.6777216E7\n");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void namesAndRowsThatDoNotFitAreRefused() throws IOException {
    try (Matrix rows = Matrix.allocate(1, 2);
        var out = WordTableWriter.create(folder.resolve("v"), WordFormat.WORD2VEC_TEXT, 3)) {
      assertThatThrownBy(() -> out.append("two words", rows, 0))
          .hasMessage(
              "a word2vec file cannot hold the name 'two words': names are not empty and hold no"
                  + " blank or line break");
      assertThatThrownBy(() -> out.append("a", rows, 0))
          .hasMessage("a row of 2 cells to a file of 3");
    }
  }
}
