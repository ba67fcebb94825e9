package dev.akin.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.encoder.distil.DistillationOptions;
import dev.akin.encoder.distil.ExtractionMethod;
import dev.akin.encoder.distil.ExtractionMethod.Aggregated;
import dev.akin.encoder.distil.ExtractionMethod.Decontextualised;
import dev.akin.encoder.distil.StaticDistiller;
import dev.akin.encoder.distil.StaticDistiller.Distillation;
import dev.akin.encoder.distil.TokenWeighting;
import dev.akin.format.tensor.Safetensors;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Distils encoders of eight tokens and two cells, whose rows are known. PCA to as many cells turns
 * and shifts rows, so what is compared is the distances between them.
 */
class StaticDistillerTest {
  private static final DistillationOptions PLAIN =
      DistillationOptions.defaults().withWeighting(new TokenWeighting.Equal());
  private static final int RED = 4;
  private static final int GREEN = 5;
  private static final int BLUE = 6;
  private static final int QUERY = 7;

  @TempDir Path folder;

  private float[][] table(Encoder teacher, ExtractionMethod method, DistillationOptions options)
      throws IOException {
    Path into = folder.resolve("static");
    StaticDistiller.distil(teacher, method, options).model().write(into);
    try (Safetensors tensors = Safetensors.open(into.resolve("model.safetensors"))) {
      float[] cells = tensors.require("embeddings").toFloats();
      int dimension = Math.toIntExact(tensors.require("embeddings").shape().get(1));
      float[][] rows = new float[cells.length / dimension][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = Arrays.copyOfRange(cells, i * dimension, (i + 1) * dimension);
      }
      return rows;
    }
  }

  private static void assertDistances(float[][] table, int[] ids, float[][] expected) {
    for (int i = 0; i < ids.length; i++) {
      for (int j = 0; j < ids.length; j++) {
        assertThat(distance(table[ids[i]], table[ids[j]]))
            .as("tokens %d and %d", ids[i], ids[j])
            .isCloseTo(distance(expected[i], expected[j]), within(1e-5));
      }
    }
  }

  private static double distance(float[] a, float[] b) {
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  }

  @Test
  void aTokenAloneIsPooledWithItsSpecialTokens() throws IOException {
    try (Encoder teacher = Encoder.open(TinyModel.write(folder.resolve("tiny")))) {
      float[][] table = table(teacher, new Decontextualised(), PLAIN);
      // Means of [CLS] (1, 0), the token and [SEP] (0, 1).
      float[][] means = {{1, 1 / 3f}, {1 / 3f, 5 / 3f}, {4 / 3f, 4 / 3f}, {1 / 3f, -5 / 3f}};
      assertThat(table).hasNumberOfRows(8);
      assertDistances(table, new int[] {RED, GREEN, BLUE, QUERY}, means);
      for (int special = 0; special < 4; special++) {
        assertThat(table[special]).containsExactly(0, 0);
      }
    }
  }

  @Test
  void aTokenInTextsIsTheMeanOfItsFirstRowsThere() throws IOException {
    // Places from 0, [CLS] first: red at 1 and 2 and, not counted, 1; green at 2, 1 and 2;
    // blue beyond the six tokens that are read; query in no text.
    List<String> texts =
        List.of("red green", "green red", "red green red green blue", "nonsense green");
    try (Encoder teacher = new ShiftedTokens()) {
      Distillation made = StaticDistiller.distil(teacher, new Aggregated(texts::stream, 2), PLAIN);
      assertThat(made.tokens()).isEqualTo(4);
      assertThat(made.seen()).isEqualTo(2);
      assertThat(made.variance()).isCloseTo(1, within(1e-9));
      float[][] expected = {{3.5f, 1.5f}, {1.5f, 5.5f}, {4, 4}, {1, -5}};
      float[][] table = table(teacher, new Aggregated(texts::stream, 2), PLAIN);
      assertDistances(table, new int[] {RED, GREEN, BLUE, QUERY}, expected);
    }
  }

  @Test
  void ownWordsGetRowsOfTheirOwn() throws IOException {
    DistillationOptions options =
        PLAIN.withWords(List.of("red green", "red", "red  green", "green red"));
    try (Encoder teacher = Encoder.open(TinyModel.write(folder.resolve("tiny")))) {
      float[][] table = table(teacher, new Decontextualised(), options);
      // "red" is a token already and the third cannot be told from the first.
      assertThat(table).hasNumberOfRows(10);
      float[][] means = {{1, 1 / 3f}, {0.75f, 1.25f}, {0.75f, 1.25f}};
      assertDistances(table, new int[] {RED, 8, 9}, means);
      try (Encoder student = Encoder.open(folder.resolve("static"))) {
        assertThat(student.countTokens("red green blue")).isEqualTo(2);
        assertThat(student.countTokens("red greens blue")).isEqualTo(3);
      }
    }
  }

  @Test
  void wordsInTextsAreTheMeanOfTheirTokens() throws IOException {
    DistillationOptions options = PLAIN.withWords(List.of("red green"));
    try (Encoder teacher = new ShiftedTokens()) {
      float[][] table =
          table(teacher, new Aggregated(() -> List.of("blue red green").stream(), 9), options);
      // red (2, 0) at place 2 and green (0, 4) at place 3; blue at 1; red alone at 1.
      float[][] expected = {{3.5f, 4.5f}, {4, 4}, {3, 1}};
      assertDistances(table, new int[] {8, BLUE, RED}, expected);
    }
  }

  @Test
  void weightsMultiplyRowsByRank() throws IOException {
    double[] weights = new TokenWeighting.Sif(0.1).weights(4);
    double sum = 1 / 2.0 + 1 / 3.0 + 1 / 4.0 + 1 / 5.0;
    assertThat(weights[0]).isCloseTo(0.1 / (0.1 + 0.5 / sum), within(1e-12));
    assertThat(weights[3]).isCloseTo(0.1 / (0.1 + 0.2 / sum), within(1e-12));
    assertThat(new TokenWeighting.Zipf().weights(3)[2]).isCloseTo(Math.log(4), within(1e-12));

    try (Encoder teacher = Encoder.open(TinyModel.write(folder.resolve("tiny")))) {
      float[][] weighted =
          table(teacher, new Decontextualised(), PLAIN.withWeighting(new TokenWeighting.Sif(0.1)));
      // The centre of the four means is (3/4, 5/12).
      assertThat(Math.hypot(weighted[GREEN][0], weighted[GREEN][1]))
          .isCloseTo(weights[1] * Math.hypot(5 / 12.0, 5 / 4.0), within(1e-5));
    }
  }

  @Test
  void whatIsWrittenIsReadBackToTheSameRows() throws IOException {
    Path other = folder.resolve("other");
    try (Encoder teacher = Encoder.open(TinyModel.write(folder.resolve("tiny")))) {
      float[][] table = table(teacher, new Decontextualised(), DistillationOptions.defaults());
      StaticDistiller.distil(teacher, new Decontextualised(), DistillationOptions.defaults())
          .model()
          .write(other);
      for (String file :
          List.of("model.safetensors", "tokenizer.json", "config.json", "modules.json")) {
        assertThat(other.resolve(file)).hasSameBinaryContentAs(folder.resolve("static/" + file));
      }
      // The tiny tokenizer cuts at 3 tokens by itself; the static model reads all.
      assertThat(Files.readString(other.resolve("tokenizer.json"))).contains("\"truncation\":null");
      try (Encoder student = Encoder.open(other)) {
        float x = (table[RED][0] + table[BLUE][0]) / 2;
        float y = (table[RED][1] + table[BLUE][1]) / 2;
        float norm = (float) Math.hypot(x, y);
        assertThat(student.encode("red blue", Role.DOCUMENT))
            .containsExactly(new float[] {x / norm, y / norm}, within(1e-6f));
      }
    }
  }

  @Test
  void rowsAreTheSameOnAnyNumberOfThreads() throws IOException {
    try (Encoder teacher = Encoder.open(TinyModel.write(folder.resolve("tiny")))) {
      table(teacher, new Decontextualised(), DistillationOptions.defaults());
    }
    List<String> texts =
        java.util.stream.IntStream.range(0, 1000)
            .mapToObj(i -> i % 3 == 0 ? "red blue" : i % 7 == 0 ? "" : "green green query")
            .toList();
    try (Encoder one =
            Encoder.open(folder.resolve("static"), EncoderOptions.defaults().withThreads(1));
        Encoder three =
            Encoder.open(folder.resolve("static"), EncoderOptions.defaults().withThreads(3));
        var a = one.encode(texts, Role.DOCUMENT);
        var b = three.encode(texts, Role.DOCUMENT)) {
      assertThat(a.cells().mismatch(b.cells())).isEqualTo(-1);
    }
  }

  @Test
  void encodersWithoutTokenRowsAndFullFoldersAreRefused() throws IOException {
    try (Encoder hashed = HashedEncoder.of(8)) {
      assertThatThrownBy(() -> StaticDistiller.distil(hashed, new Decontextualised(), PLAIN))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("hashed-8 gives no row for each token");
    }
    Files.writeString(folder.resolve("mine.txt"), "mine");
    try (Encoder teacher = new ShiftedTokens()) {
      Distillation made = StaticDistiller.distil(teacher, new Decontextualised(), PLAIN);
      assertThatThrownBy(() -> made.model().write(folder))
          .isInstanceOf(DirectoryNotEmptyException.class);
    }
    assertThatThrownBy(() -> new DistillationOptions(0, new TokenWeighting.Equal(), List.of()))
        .hasMessageContaining("got 0");
    assertThatThrownBy(() -> new Aggregated(List.<String>of()::stream, 0))
        .hasMessageContaining("got 0");
    assertThatThrownBy(() -> new TokenWeighting.Sif(0)).hasMessageContaining("got 0");
  }
}
