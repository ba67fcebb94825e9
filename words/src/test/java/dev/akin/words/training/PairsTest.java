package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.format.words.WordFormat;
import dev.akin.vector.FormatException;
import dev.akin.vector.Similarity;
import dev.akin.words.WordVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairsTest {
  @TempDir Path folder = Path.of("");

  @Test
  void whatPredictsTheSameComesTogether() throws IOException {
    var random = new Random(2);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      int user = random.nextInt(20);
      lines.add("user%d\titem%d_%d".formatted(user, user % 2, random.nextInt(15)));
    }
    Path file = Files.write(folder.resolve("pairs.tsv"), lines);
    TrainingOptions options = TrainingOptions.builder(Method.PAIRS).dimension(16).build();
    try (TrainedTables learned =
        new LookupTrainer(options)
            .train(new PairLines(file), TrainingRun.in(folder), TrainingListener.NONE)) {
      assertThat(learned.vocabulary().size()).isEqualTo(20);
      assertThat(learned.output().rows()).isEqualTo(30);
      assertThat(cosine(learned, "user0", "user2"))
          .isGreaterThan(cosine(learned, "user0", "user1") + 0.5);
    }
  }

  @Test
  void whatIsPredictedIsWrittenWithTheVectorsThatScoreIt() throws IOException {
    var random = new Random(2);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      int user = random.nextInt(20);
      lines.add("user%d\titem%d_%d".formatted(user, user % 2, random.nextInt(15)));
    }
    Path file = Files.write(folder.resolve("pairs.tsv"), lines);
    TrainingOptions options = TrainingOptions.builder(Method.PAIRS).dimension(16).build();
    Path written = folder.resolve("items.vec");
    try (TrainedTables learned = train(options, file)) {
      learned.writePredicted(written, WordFormat.WORD2VEC_TEXT);
      assertThat(learned.predicted().size()).isEqualTo(30);
      try (var items = WordVectors.open(written)) {
        assertThat(items.size()).isEqualTo(30);
        for (int item = 0; item < 15; item++) {
          float[] liked = items.requireVector("item0_" + item);
          float[] other = items.requireVector("item1_" + item);
          assertThat(Similarity.DOT.between(vector(learned, "user4"), liked))
              .isGreaterThan(Similarity.DOT.between(vector(learned, "user4"), other) + 1);
        }
      }
    }
    try (TrainedTables tree = train(options.toBuilder().negatives(0).build(), file)) {
      assertThatThrownBy(() -> tree.writePredicted(written, WordFormat.WORD2VEC_TEXT))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("learned by pairs with 0 noise words");
    }
  }

  private TrainedTables train(TrainingOptions options, Path file) throws IOException {
    return new LookupTrainer(options)
        .train(new PairLines(file), TrainingRun.in(folder), TrainingListener.NONE);
  }

  private static double cosine(TrainedTables learned, String a, String b) {
    return Similarity.COSINE.between(vector(learned, a), vector(learned, b));
  }

  private static float[] vector(TrainedTables learned, String word) {
    return learned.vector(learned.vocabulary().words().find(word).orElseThrow());
  }

  @Test
  void whatIsNoPairIsRefusedWithItsLine() throws IOException {
    Path file = Files.writeString(folder.resolve("pairs.tsv"), "a\tb\n\nnew york\tcity\n");
    assertThatThrownBy(() ->
            new LookupTrainer(TrainingOptions.of(Method.PAIRS))
                .train(new PairLines(file), TrainingRun.in(folder), TrainingListener.NONE))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("pairs.tsv, line 3")
        .hasMessageContaining("3 words");
  }

  @Test
  void pairsOfWhichNoneIsKeptAreRefused() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      // Firsts and seconds that stand often never stand in one pair.
      lines.add("often%d\tonce%d".formatted(i % 2, i));
      lines.add("single%d\tusual%d".formatted(i, i % 2));
    }
    Path file = Files.write(folder.resolve("pairs.tsv"), lines);
    assertThatThrownBy(() ->
            new LookupTrainer(TrainingOptions.of(Method.PAIRS))
                .train(new PairLines(file), TrainingRun.in(folder), TrainingListener.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("of no pair do both words stand at least 5 times");
  }

  @Test
  void pairsAreNotSampled() {
    assertThatThrownBy(() -> TrainingOptions.builder(Method.PAIRS).sampling(1e-4).build())
        .hasMessageContaining("the sampling is 0, got 1.0E-4");
  }
}
