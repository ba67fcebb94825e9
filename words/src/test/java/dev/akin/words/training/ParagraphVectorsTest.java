package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.format.words.WordFormat;
import dev.akin.vector.FormatException;
import dev.akin.vector.Similarity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParagraphVectorsTest {
  private static final int DOCUMENTS = 400;
  private static final int TOPICS = 4;

  @TempDir Path folder = Path.of("");

  /**
   * Document d is of topic d mod 4; every 50th has no known word. Every other word is of no topic,
   * so that in a window of one word only the document tells the topic.
   */
  private static final WordSource TEXT =
      sink -> {
        var random = new Random(3);
        for (int d = 0; d < DOCUMENTS; d++) {
          int length = 10 + random.nextInt(60);
          for (int w = 0; w < length; w++) {
            String word =
                d % 50 == 49
                    ? "d%dw%d".formatted(d, w)
                    : w % 2 == 0
                        ? Topics.word(d % TOPICS, random.nextInt(30))
                        : "x" + random.nextInt(5);
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            sink.word(bytes, 0, bytes.length);
          }
          sink.lineEnd();
        }
      };

  private static TrainingOptions options(Method method) {
    return TrainingOptions.builder(method)
        .dimension(24)
        .window(1)
        .sampling(0)
        .epochs(30)
        .rate(method == Method.PV_DM ? 0.1 : 0.025)
        .build();
  }

  private TrainedTables train(TrainingOptions options) throws IOException {
    return new LookupTrainer(options).train(TEXT, TrainingRun.in(folder), TrainingListener.NONE);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"PV_DBOW", "PV_DM", "PV_DM_SUM", "BINARY_PV", "BINARY_PV_DM", "REAL_BINARY_PV"})
  void theNearestDocumentIsOfTheSameTopic(Method method) throws IOException {
    try (TrainedTables learned = train(options(method))) {
      assertThat(learned.documents()).isEqualTo(DOCUMENTS);
      int same = 0;
      int asked = 0;
      for (int d = 0; d < DOCUMENTS; d++) {
        if (d % 50 != 49) {
          asked++;
          same += nearest(learned, d) % TOPICS == d % TOPICS ? 1 : 0;
        }
      }
      assertThat((double) same / asked).isGreaterThan(0.9);
    }
  }

  private static int nearest(TrainedTables learned, int document) {
    int best = -1;
    double highest = Double.NEGATIVE_INFINITY;
    for (int other = 0; other < DOCUMENTS; other++) {
      double near = Similarity.COSINE.between(learned.document(document), learned.document(other));
      if (other != document && other % 50 != 49 && near > highest) {
        highest = near;
        best = other;
      }
    }
    return best;
  }

  @ParameterizedTest
  @EnumSource(
      names = {"PV_DBOW", "PV_DM", "PV_DM_SUM", "BINARY_PV", "BINARY_PV_DM", "REAL_BINARY_PV"})
  void anInferredDocumentIsNearThoseOfItsTopicAlsoFromAModelReadBack(Method method)
      throws IOException {
    Path written = Files.createDirectory(folder.resolve("model"));
    try (TrainedTables learned = train(options(method))) {
      learned.writeModel(written);
      try (ParagraphModel model = ParagraphModel.read(written)) {
        assertThat(model.options().toString())
            .isEqualTo(learned.options().toBuilder().build().toString());
        var random = new Random(17);
        for (int topic = 0; topic < TOPICS; topic++) {
          int[] words = new int[40];
          for (int w = 0; w < words.length; w++) {
            String word =
                w % 2 == 0 ? Topics.word(topic, random.nextInt(30)) : "x" + random.nextInt(5);
            words[w] = model.vocabulary().words().find(word).orElseThrow();
          }
          float[] inferred = model.infer(words);
          double same = 0;
          double other = 0;
          for (int d = 0; d < 40; d++) {
            double near = Similarity.COSINE.between(inferred, learned.document(d));
            same += d % TOPICS == topic ? near / 10 : 0;
            other += d % TOPICS == topic ? 0 : near / 30;
          }
          assertThat(same).isGreaterThan(other + 0.2);
          assertThat(model.infer(words)).isEqualTo(inferred);
        }
        assertThat(model.infer()).containsOnly(0f);
      }
    }
  }

  @Test
  void aRealVectorStandsBesideItsCodeAndRanksTopicsToo() throws IOException {
    Path written = Files.createDirectory(folder.resolve("model"));
    Path file = folder.resolve("real.txt");
    TrainingOptions options =
        options(Method.REAL_BINARY_PV).toBuilder().dimension(16).realDimension(40).build();
    try (TrainedTables learned = train(options)) {
      learned.writeModel(written);
      List<String> names = IntStream.range(0, DOCUMENTS).mapToObj(d -> "d" + d).toList();
      learned.writeRealDocuments(file, WordFormat.WORD2VEC_TEXT, names);
      assertThat(Files.readAllLines(file).getFirst()).isEqualTo("400 40");
      assertThat(learned.realDocument(49)).hasSize(40).containsOnly(0f);
      assertThat(learned.document(49)).hasSize(16).containsOnly(0f);
      for (int bit = 0; bit < 16; bit++) {
        int cell = bit;
        long set = IntStream.range(0, DOCUMENTS).filter(d -> learned.document(d)[cell] > 0).count();
        assertThat(set).isBetween(DOCUMENTS / 20L, DOCUMENTS * 19L / 20);
      }
      try (ParagraphModel model = ParagraphModel.read(written)) {
        int[] words = new int[30];
        for (int w = 0; w < words.length; w++) {
          words[w] = model.vocabulary().words().find(Topics.word(2, w)).orElseThrow();
        }
        float[] real = model.inferReal(words);
        assertThat(real).hasSize(40);
        assertThat(model.infer(words)).hasSize(16).containsAnyOf(1f).containsAnyOf(-1f);
        double same = 0;
        double other = 0;
        for (int d = 0; d < 40; d++) {
          double near = Similarity.COSINE.between(real, learned.realDocument(d));
          same += d % TOPICS == 2 ? near / 10 : 0;
          other += d % TOPICS == 2 ? 0 : near / 30;
        }
        assertThat(same).isGreaterThan(other + 0.2);
      }
    }
    try (TrainedTables learned = train(options(Method.BINARY_PV))) {
      assertThatThrownBy(() -> learned.realDocument(0)).hasMessageContaining("real-binary-pv");
    }
  }

  @Test
  void inferenceLeavesTheTablesAsTheyAre() throws IOException {
    Path written = Files.createDirectory(folder.resolve("model"));
    try (TrainedTables learned = train(options(Method.PV_DM))) {
      learned.writeModel(written);
    }
    try (ParagraphModel model = ParagraphModel.read(written)) {
      String before = model.hash();
      float[] first = model.infer(0, 1, 2, 3);
      model.infer(4, 5, 6, 7, 8, 9);
      assertThat(model.infer(0, 1, 2, 3)).isEqualTo(first);
      assertThat(model.hash()).isEqualTo(before);
    }
  }

  @Test
  void aDamagedModelIsRefusedByName() throws IOException {
    Path written = Files.createDirectory(folder.resolve("model"));
    try (TrainedTables learned = train(options(Method.PV_DBOW))) {
      learned.writeModel(written);
    }
    refuses(
        written, "paragraph.properties", text -> text.replace("-vectors-1", "-vectors-9"), "-9");
    assertThatThrownBy(() -> ParagraphModel.read(folder))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("no such file, and a folder of paragraph vectors has it");
    refuses(written, "paragraph.properties", text -> text.replace("PV_DBOW", "CBOW"), "cbow");
    refuses(
        written,
        "paragraph.properties",
        text -> text.replace("dimension=24", "dimension=0"),
        "got 0");
    refuses(
        written,
        "paragraph.properties",
        text -> text.replace("dimension=24", "dimension=25"),
        "25 cells");
    refuses(written, "words.tsv", text -> text.replaceFirst("\t[0-9]+", "\t-4"), "words.tsv:1");
    refuses(written, "words.tsv", text -> text + "another\t9\n", "126 words");
    refuses(written, "words.tsv", _ -> "", "0 words");
    refuses(written, "output.npy", text -> text.substring(0, text.length() - 400), "output.npy");
  }

  private static void refuses(Path model, String name, UnaryOperator<String> damage, String said)
      throws IOException {
    Path file = model.resolve(name);
    byte[] good = Files.readAllBytes(file);
    String damaged = damage.apply(new String(good, StandardCharsets.ISO_8859_1));
    Files.write(file, damaged.getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> ParagraphModel.read(model).close())
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(said);
    Files.write(file, good);
  }

  @ParameterizedTest
  @EnumSource(names = {"BINARY_PV", "BINARY_PV_DM"})
  void bitsAreOneOrMinusOneAndFewAreConstant(Method method) throws IOException {
    try (TrainedTables learned = train(options(method))) {
      int constant = 0;
      for (int c = 0; c < 24; c++) {
        int set = 0;
        for (int d = 0; d < DOCUMENTS; d++) {
          // Every fiftieth document has no known word, and so no code.
          assertThat(Math.abs(learned.document(d)[c])).isEqualTo(d % 50 == 49 ? 0 : 1);
          set += learned.document(d)[c] > 0 ? 1 : 0;
        }
        constant += Math.abs(set - DOCUMENTS / 2) > 0.45 * DOCUMENTS ? 1 : 0;
      }
      assertThat(constant).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void aDocumentWithoutAKnownWordIsZero() throws IOException {
    try (TrainedTables learned = train(options(Method.PV_DBOW))) {
      assertThat(learned.document(49)).containsOnly(0f);
      assertThat(learned.document(48)).isNotEqualTo(new float[24]);
    }
  }

  @Test
  void namesAreAsManyAsDocuments() throws IOException {
    try (TrainedTables learned = train(options(Method.PV_DBOW))) {
      assertThatThrownBy(() ->
              learned.writeDocuments(
                  folder.resolve("v.vec"), WordFormat.WORD2VEC_TEXT, List.of("a")))
          .hasMessage("1 names for 400 documents");
    }
  }

  @Test
  void oneThreadGivesTheSameBytes() throws IOException {
    try (TrainedTables first = train(options(Method.PV_DM));
        TrainedTables again = train(options(Method.PV_DM))) {
      assertThat(first.input().cells().mismatch(again.input().cells())).isEqualTo(-1);
      assertThat(first.output().get(0, 0)).isCloseTo(again.output().get(0, 0), within(0f));
    }
  }
}
