package dev.akin.eval.complexity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.TestData;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class DatasetComplexityTest {
  @Test
  void meansAreTakenOverTexts() {
    DatasetComplexity complexity = DatasetComplexity.of(List.of("a b", "a b c d", ""));
    assertThat(complexity.texts()).isEqualTo(3);
    assertThat(complexity.entropy()).isCloseTo((1 + 2 + 0) / 3.0, within(1e-15));
    // Words a, a, b, b, c, d.
    assertThat(complexity.pooledEntropy()).isCloseTo(1.9182958340544893, within(1e-12));
    assertThat(complexity.fog()).isCloseTo(0.4 * (2 + 4) / 3, within(1e-15));
    assertThat(complexity.solverError()).isEmpty();
    assertThat(complexity.dependencyDistance()).isEmpty();
  }

  @Test
  void whatWasMeasuredElsewhereIsAdded() {
    DependencyDistance distance = new DependencyDistance(2.5, 100, 10);
    DatasetComplexity complexity =
        DatasetComplexity.of(List.of("a")).with(new SolverError("BM25", 0.3)).with(distance);
    assertThat(complexity.solverError()).contains(new SolverError("BM25", 0.3));
    assertThat(complexity.dependencyDistance()).contains(distance);
  }

  @Test
  void whatIsNoMeasureIsRefused() {
    assertThatThrownBy(() -> DatasetComplexity.of(List.of())).hasMessage("no texts to measure");
    assertThatThrownBy(() -> new SolverError("BM25", 30))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an error rate is in [0, 1], that of BM25 is 30.0");
    assertThatThrownBy(() -> new SolverError(" ", 0.3)).hasMessageContaining("name");
  }

  /** Scientific abstracts are harder than news: by entropy and by fog. */
  @Test
  void abstractsAreHarderThanNews() throws IOException {
    Path abstracts = TestData.require("retrieval/scifact/corpus.jsonl.gz");
    Path news = TestData.require("classification/ag-news/all.tsv.gz");
    Pattern text = Pattern.compile("\"text\": ?\"((?:[^\"\\\\]|\\\\.)*+)\"");
    List<String> science =
        text.matcher(unpacked(abstracts)).results().limit(500).map(m -> m.group(1)).toList();
    List<String> daily =
        unpacked(news).lines().skip(1).limit(500).map(line -> line.split("\t", -1)[0]).toList();
    DatasetComplexity hard = DatasetComplexity.of(science);
    DatasetComplexity easy = DatasetComplexity.of(daily);
    assertThat(hard.entropy()).isGreaterThan(easy.entropy());
    assertThat(hard.fog()).isGreaterThan(easy.fog());
  }

  private static String unpacked(Path file) throws IOException {
    try (Reader reader =
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)) {
      StringBuilder all = new StringBuilder();
      char[] buffer = new char[1 << 16];
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        all.append(buffer, 0, n);
      }
      return all.toString();
    }
  }
}
