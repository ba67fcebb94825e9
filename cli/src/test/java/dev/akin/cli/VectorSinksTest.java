package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.text.Document;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorSinksTest {
  @TempDir Path folder;
  private final Interruption interruption = new Interruption();

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private List<VectorSink> sinks() throws IOException {
    return List.of(
        VectorSinks.npy(folder.resolve("v.npy"), 2, interruption),
        VectorSinks.word2vec(folder.resolve("v.vec"), 2, interruption),
        VectorSinks.jsonLines(folder.resolve("v.jsonl"), interruption));
  }

  private static void append(VectorSink sink) throws IOException {
    try (Matrix rows = Matrix.of(new float[] {1, 2})) {
      sink.append(List.of(Document.of("d1", "text")), rows);
    }
  }

  @Test
  void filesHaveTheirNamesWhenTheyAreWhole() throws IOException {
    for (VectorSink sink : sinks()) {
      append(sink);
      assertThat(names()).anyMatch(name -> name.endsWith(".part"));
      sink.finish();
      sink.close();
    }
    assertThat(names()).containsExactly("v.jsonl", "v.npy", "v.npy.ids", "v.vec");
  }

  @Test
  void whatIsNotFinishedLeavesNothing() throws IOException {
    for (VectorSink sink : sinks()) {
      append(sink);
      sink.close();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aProcessThatIsEndedLeavesNothing() throws IOException {
    for (VectorSink sink : sinks()) {
      append(sink);
    }
    assertThat(names()).hasSizeGreaterThanOrEqualTo(4);
    interruption.request(note -> {});
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void eachProcessHasPartsOfItsOwn() throws IOException {
    try (VectorSink sink = VectorSinks.jsonLines(folder.resolve("v.jsonl"), interruption)) {
      append(sink);
      assertThat(names())
          .containsExactly("v.jsonl.%d.part".formatted(ProcessHandle.current().pid()));
    }
  }
}
