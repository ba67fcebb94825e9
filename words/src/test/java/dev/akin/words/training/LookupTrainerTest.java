package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.format.words.Subwords;
import dev.akin.vector.FormatException;
import dev.akin.vector.Matrix;
import dev.akin.vector.RowBlock;
import dev.akin.vector.Similarity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LookupTrainerTest {
  private static final Topics TEXT = new Topics(5, 20, 3000, 7);

  /** Some 20,000 words, so few that a stretch is one grain. */
  private static final int STRETCHES_OF_A_LINE = 26;

  private static final int WORDS_OF_A_STRETCH = 7;

  @TempDir Path folder = Path.of("");

  static List<TrainingOptions> variants() {
    List<TrainingOptions> variants = new ArrayList<>();
    for (Method method :
        List.of(
            Method.SKIP_GRAM,
            Method.CBOW,
            Method.POSITIONAL_CBOW,
            Method.ORDER_CBOW,
            Method.STRUCTURED_SKIP_GRAM,
            Method.PV_DM)) {
      TrainingOptions options = small(method);
      variants.add(options);
      variants.add(options.toBuilder().negatives(0).build());
      if (method != Method.ORDER_CBOW) {
        variants.add(options.toBuilder().subwords(new Subwords(3, 4, 1000)).build());
      }
    }
    return variants;
  }

  private static TrainingOptions small(Method method) {
    return smallBuilder(method).build();
  }

  private static TrainingOptions.Builder smallBuilder(Method method) {
    return TrainingOptions.builder(method).dimension(20).sampling(0).epochs(5).rate(0.1);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void wordsOfOneTopicComeTogether(TrainingOptions options) throws IOException {
    try (TrainedTables learned = train(options)) {
      double same = 0;
      double other = 0;
      for (int w = 0; w < 20; w++) {
        same += cosine(learned, Topics.word(0, w), Topics.word(0, (w + 1) % 20));
        other += cosine(learned, Topics.word(0, w), Topics.word(1, w));
      }
      assertThat(same / 20).isGreaterThan(other / 20 + 0.3);
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void aSeedGivesTheSameBytesWithOneThreadAndAnotherSeedOthers(TrainingOptions options)
      throws IOException {
    TrainingOptions once = options.toBuilder().epochs(1).build();
    try (TrainedTables first = train(once);
        TrainedTables again = train(once);
        TrainedTables other = train(once.toBuilder().seed(2).build())) {
      assertThat(first.input().cells().mismatch(again.input().cells())).isEqualTo(-1);
      assertThat(first.output().cells().mismatch(again.output().cells())).isEqualTo(-1);
      assertThat(first.input().cells().mismatch(other.input().cells())).isNotEqualTo(-1);
    }
  }

  @Test
  void moreThreadsLearnTheSameThings() throws IOException {
    try (TrainedTables learned = train(smallBuilder(Method.SKIP_GRAM).threads(3).build())) {
      assertThat(cosine(learned, "t0w1", "t0w2"))
          .isGreaterThan(cosine(learned, "t0w1", "t1w2") + 0.3);
    }
  }

  @Test
  void whatFillsRowsUpStaysZero() throws IOException {
    try (TrainedTables learned = train(small(Method.SKIP_GRAM))) {
      Matrix input = learned.input();
      int stride = RowBlock.stride(20);
      assertThat(stride).isGreaterThan(20);
      assertThat(input.dimension()).isEqualTo(stride);
      assertThat(input.get(3, 19)).isNotZero();
      assertThat(input.get(3, 20)).isZero();
      assertThat(learned.output().get(3, stride - 1)).isZero();
    }
  }

  @Test
  void nothingIsLeftInTheFolder() throws IOException {
    train(smallBuilder(Method.SKIP_GRAM).epochs(1).build()).close();
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SKIP_GRAM", "ORDER_CBOW"})
  void anEndedTrainingGoesOnToTheSameBytes(Method method) throws IOException {
    int epochs = method == Method.SKIP_GRAM ? 60 : 25;
    goesOnToTheSameBytes(smallBuilder(method).epochs(epochs).build(), TEXT);
    // Whoever dies before the vectors are written has lost no more than since the last saving.
    assertThat(folder.resolve("state")).exists();
    run(folder).clear();
    assertThat(folder.resolve("state")).doesNotExist();
  }

  @Test
  void aTextOfOneLineGoesOnToTheSameBytesToo() throws IOException {
    goesOnToTheSameBytes(
        smallBuilder(Method.SKIP_GRAM).epochs(60).build(), oneLine(STRETCHES_OF_A_LINE));
  }

  private void goesOnToTheSameBytes(TrainingOptions options, WordSource text) throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    try (TrainedTables whole = trainer(options).train(text, run(elsewhere), progress -> true)) {
      try (TrainedTables ended = trainer(options).train(text, run(folder), progress -> false)) {
        assertThat(ended.isComplete()).isFalse();
      }
      assertThat(folder.resolve("state")).exists();
      try (TrainedTables resumed = trainer(options).train(text, run(folder), progress -> true)) {
        assertThat(resumed.isComplete()).isTrue();
        assertThat(resumed.input().cells().mismatch(whole.input().cells())).isEqualTo(-1);
        assertThat(resumed.output().cells().mismatch(whole.output().cells())).isEqualTo(-1);
      }
    }
  }

  @Test
  void everyStretchOfALineIsLearnedInTheFirstEpoch() throws IOException {
    WordSource text = oneLine(STRETCHES_OF_A_LINE);
    TrainingOptions once = smallBuilder(Method.SKIP_GRAM).epochs(1).build();
    // So low a rate changes no cell of a word: the words are as they begin.
    try (TrainedTables learned = train(once, text);
        TrainedTables begun = train(once.toBuilder().rate(1e-30).build(), text)) {
      // At the end of the last stretch the rate is next to nothing.
      for (int stretch = 0; stretch < STRETCHES_OF_A_LINE - 1; stretch++) {
        for (int word = 0; word < WORDS_OF_A_STRETCH; word++) {
          float[] after = vector(learned, Topics.word(stretch, word));
          float[] before = vector(begun, Topics.word(stretch, word));
          assertThat(Similarity.EUCLIDEAN.between(after, before))
              .as("word %d of stretch %d", word, stretch)
              .isLessThan(-0.01f);
        }
      }
    }
  }

  /** One line without an end, as text8 is; each stretch has words that stand nowhere else. */
  private static WordSource oneLine(int stretches) {
    return sink -> {
      for (int i = 0; i < stretches * TokenFile.GRAIN - 1; i++) {
        String word = Topics.word(i / TokenFile.GRAIN, i % WORDS_OF_A_STRETCH);
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        sink.word(bytes, 0, bytes.length);
      }
      sink.lineEnd();
    };
  }

  @Test
  void theStateOfAnotherTrainingAndADamagedOneAreRefused() throws IOException {
    TrainingOptions options = smallBuilder(Method.SKIP_GRAM).epochs(60).build();
    trainer(options).train(TEXT, run(folder), progress -> false).close();
    Path state = folder.resolve("state");
    assertThatThrownBy(
            () -> trainer(options.toBuilder().seed(3).build()).train(TEXT, run(folder), _ -> true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "the state of another training: seed is 1 there and 3 here; run that one to its end");
    var longer = new Topics(1, 30, 20, 4);
    assertThatThrownBy(() -> trainer(options).train(longer, run(folder), _ -> true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the state of another training: the text differs; run");
    byte[] bytes = Files.readAllBytes(state);
    byte[] elsewhere = bytes.clone();
    ByteBuffer.wrap(elsewhere).putInt(16, 1024);
    Files.write(state, elsewhere);
    assertThatThrownBy(() -> trainer(options).train(TEXT, run(folder), _ -> true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("state has rows of 1024 cells, where this machine works on");
    bytes[bytes.length / 2] ^= 1;
    Files.write(state, bytes);
    assertThatThrownBy(() -> trainer(options).train(TEXT, run(folder), _ -> true))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("state")
        .hasMessageContaining("checksum");
    Files.write(state, Arrays.copyOf(bytes, bytes.length - 9));
    assertThatThrownBy(() -> trainer(options).train(TEXT, run(folder), _ -> true))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("bytes where");
  }

  @Test
  void theStateOfTheSameDocumentsInAnotherOrderIsRefused() throws IOException {
    List<String> documents = new ArrayList<>(List.of("a b a c a", "b c b c c"));
    for (int i = 0; i < 3000; i++) {
      documents.add("a b c a b c");
    }
    TrainingOptions options = smallBuilder(Method.PV_DBOW).epochs(150).build();
    trainer(options).train(lines(documents), run(folder), _ -> false).close();
    List<String> swapped = new ArrayList<>(documents);
    Collections.swap(swapped, 0, 1);
    assertThatThrownBy(() -> trainer(options).train(lines(swapped), run(folder), _ -> true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the state of another training: the text differs; run");
    try (TrainedTables resumed = trainer(options).train(lines(documents), run(folder), _ -> true)) {
      assertThat(resumed.isComplete()).isTrue();
    }
  }

  private static WordSource lines(List<String> lines) {
    return sink -> {
      for (String line : lines) {
        for (String word : line.split(" ", -1)) {
          byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
          sink.word(bytes, 0, bytes.length);
        }
        sink.lineEnd();
      }
    };
  }

  @Test
  void tablesThatTakeTooMuchMemoryAreRefusedBeforeTheyAreMade() {
    var run = new TrainingRun(folder, TrainingRun.USUAL_SAVING, 10 << 20);
    TrainingOptions options =
        smallBuilder(Method.CBOW).subwords(new Subwords(3, 6, 2_000_000)).build();
    long megabytes = (2_000_000L * RowBlock.stride(20) * Float.BYTES) >> 20;
    assertThatThrownBy(() -> trainer(options).train(TEXT, run, _ -> true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "2,000,000 n-grams of 20 cells take %d MB and may take 10".formatted(megabytes));
  }

  private static LookupTrainer trainer(TrainingOptions options) {
    return new LookupTrainer(options);
  }

  private static TrainingRun run(Path folder) {
    return new TrainingRun(folder, Duration.ofMillis(300), Long.MAX_VALUE);
  }

  @Test
  void aTextWithoutWordsOrWithOneIsRefused() {
    assertThatThrownBy(() -> train(small(Method.CBOW), new Topics(1, 1, 0, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds no words");
    assertThatThrownBy(() -> train(small(Method.CBOW), new Topics(1, 1, 10, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 of its 1 different words stands at least 5 times");
  }

  @Test
  void settingsOutOfBoundsAreRefusedByNameAndValue() {
    assertThatThrownBy(() -> smallBuilder(Method.CBOW).dimension(0).build())
        .hasMessage("dimension is from 1 to 16,384, got 0");
    assertThatThrownBy(() -> smallBuilder(Method.CBOW).rate(Double.NaN).build())
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> smallBuilder(Method.CBOW).sampling(1).build())
        .hasMessageContaining("got 1.0");
    assertThatThrownBy(
            () -> smallBuilder(Method.ORDER_CBOW).subwords(new Subwords(3, 4, 1000)).build())
        .hasMessageContaining("none for n-grams, so there are none, got Subwords[least=3, most=4");
  }

  private TrainedTables train(TrainingOptions options) throws IOException {
    return train(options, TEXT);
  }

  private TrainedTables train(TrainingOptions options, WordSource text) throws IOException {
    return new LookupTrainer(options).train(text, TrainingRun.in(folder), TrainingListener.NONE);
  }

  private static double cosine(TrainedTables learned, String a, String b) {
    return Similarity.COSINE.between(vector(learned, a), vector(learned, b));
  }

  private static float[] vector(TrainedTables learned, String word) {
    return learned.vector(learned.vocabulary().words().find(word).orElseThrow());
  }
}
