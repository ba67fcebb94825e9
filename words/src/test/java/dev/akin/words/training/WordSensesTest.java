package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.format.words.WordFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Senses of words that were made of two: which of them stands where is known. */
class WordSensesTest {
  private static final int TOPICS = 10;
  private static final int WORDS = 100;
  private static final int LENGTH = 10;

  /** The first words of a topic, which are one with those of another topic. */
  private static final int JOINED = 10;

  @TempDir Path folder = Path.of("");

  /** A word; p is one of the joined ones. */
  private static String word(int topic, int number) {
    return number < JOINED ? "p%dx%d".formatted(number, topic / 2) : Topics.word(topic, number);
  }

  private record Line(int topic, List<String> words) {}

  /** Lines whose words are all of one topic. */
  private static List<Line> lines(int count, long seed) {
    var random = new Random(seed);
    List<Line> lines = new ArrayList<>();
    for (int l = 0; l < count; l++) {
      int topic = random.nextInt(TOPICS);
      List<String> words = new ArrayList<>();
      for (int w = 0; w < LENGTH; w++) {
        words.add(word(topic, random.nextInt(WORDS)));
      }
      lines.add(new Line(topic, words));
    }
    return lines;
  }

  private static WordSource text(int count) {
    return sink -> {
      for (Line line : lines(count, 3)) {
        for (String word : line.words) {
          byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
          sink.word(bytes, 0, bytes.length);
        }
        sink.lineEnd();
      }
    };
  }

  private static TrainingOptions.Builder options(Method method) {
    return TrainingOptions.builder(method).dimension(50).sampling(0);
  }

  private TrainedTables train(WordSource text, TrainingOptions options) throws IOException {
    TrainingRun run = TrainingRun.in(folder);
    TrainedTables learned = new LookupTrainer(options).train(text, run, TrainingListener.NONE);
    run.clear();
    return learned;
  }

  @ParameterizedTest
  @EnumSource(names = {"SENSES", "MSSG"})
  void wordsOfTwoTopicsHaveTwoSensesAndOthersOne(Method method) throws IOException {
    try (TrainedTables learned = train(text(30_000), options(method).build())) {
      WordSenses senses = learned.senses();
      int ofOne = 0;
      int single = 0;
      for (int word = 0; word < learned.vocabulary().size(); word++) {
        double all = 0;
        for (int sense = 0; sense < senses.count(word); sense++) {
          all += senses.prior(word, sense);
        }
        assertThat(all).isBetween(0.8, 1.001);
        if (learned.vocabulary().words().word(word).startsWith("t")) {
          ofOne++;
          single += senses.prior(word, 0) > 0.8 ? 1 : 0;
        }
      }
      assertThat((double) single / ofOne).isGreaterThan(0.9);
      assertThat(meanRandIndex(learned)).isGreaterThan(0.8);
    }
  }

  /** The mean adjusted Rand index of the joined words, on lines that were not learned from. */
  private static double meanRandIndex(TrainedTables learned) {
    Map<String, List<int[]>> choices = new TreeMap<>();
    for (Line line : lines(3000, 77)) {
      int[] words =
          line.words.stream()
              .mapToInt(word -> learned.vocabulary().words().find(word).orElseThrow())
              .toArray();
      for (int at = 0; at < words.length; at++) {
        if (line.words.get(at).startsWith("p")) {
          double[] shares = learned.senses().probabilities(words, at);
          assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-6));
          int sense =
              IntStream.range(0, shares.length)
                  .reduce((a, b) -> shares[b] > shares[a] ? b : a)
                  .orElseThrow();
          choices
              .computeIfAbsent(line.words.get(at), _ -> new ArrayList<>())
              .add(new int[] {line.topic, sense});
        }
      }
    }
    return choices.values().stream().mapToDouble(WordSensesTest::randIndex).average().orElseThrow();
  }

  /** Adjusted Rand index by its definition, over all pairs of items. */
  private static double randIndex(List<int[]> items) {
    double both = 0;
    double first = 0;
    double second = 0;
    double pairs = 0;
    for (int i = 0; i < items.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean isFirst = items.get(i)[0] == items.get(j)[0];
        boolean isSecond = items.get(i)[1] == items.get(j)[1];
        both += isFirst && isSecond ? 1 : 0;
        first += isFirst ? 1 : 0;
        second += isSecond ? 1 : 0;
        pairs++;
      }
    }
    double chance = first * second / pairs;
    return (both - chance) / ((first + second) / 2 - chance);
  }

  @ParameterizedTest
  @EnumSource(names = {"SENSES", "MSSG"})
  void aSenseIsNearTheWordsOfItsTopicAndWrittenUnderItsNumber(Method method) throws IOException {
    Path file = folder.resolve("senses.txt");
    try (TrainedTables learned = train(text(3000), options(method).senses(3).epochs(3).build())) {
      WordSenses senses = learned.senses();
      learned.write(file, WordFormat.WORD2VEC_TEXT);
      List<String> written = Files.readAllLines(file);
      int word = learned.vocabulary().words().find("p0x0").orElseThrow();
      List<String> own = written.stream().filter(line -> line.startsWith("p0x0#")).toList();
      assertThat(own).hasSize(senses.count(word));
      assertThat(own.getFirst()).startsWith("p0x0#1 ");
      assertThat(Float.parseFloat(own.getFirst().split(" ", -1)[1]))
          .isCloseTo(senses.vector(word, 0)[0], within(1e-5f));
      int rows = IntStream.range(0, learned.vocabulary().size()).map(senses::count).sum();
      assertThat(written.getFirst()).startsWith(rows + " 50");
      float mean = 0;
      double all = 0;
      for (int sense = 0; sense < senses.count(word); sense++) {
        mean += (float) senses.prior(word, sense) * senses.vector(word, sense)[7];
        all += senses.prior(word, sense);
      }
      assertThat(learned.vector(word)[7]).isCloseTo((float) (mean / all), within(1e-5f));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SENSES", "MSSG"})
  void withoutAnotherWordTheSharesAreThePriorsAndTheContextIsZero(Method method)
      throws IOException {
    try (TrainedTables learned = train(text(3000), options(method).epochs(2).build())) {
      WordSenses senses = learned.senses();
      int word = learned.vocabulary().words().find("p0x0").orElseThrow();
      double[] shares = senses.probabilities(new int[] {word}, 0);
      assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-6));
      for (int sense = 1; sense < shares.length; sense++) {
        assertThat(shares[sense] / shares[0])
            .isCloseTo(senses.prior(word, sense) / senses.prior(word, 0), within(1e-6));
      }
      assertThat(senses.context(new int[] {word}, 0)).containsOnly(0).hasSize(50);
      float[] beside = senses.context(new int[] {word, 4}, 0);
      assertThat(beside).isEqualTo(Arrays.copyOf(learned.output().copyRow(4), 50));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SENSES", "MSSG"})
  void oneThreadGivesTheSameBytes(Method method) throws IOException {
    TrainingOptions options = options(method).epochs(2).build();
    try (TrainedTables first = train(text(1000), options);
        TrainedTables second = train(text(1000), options)) {
      assertThat(second.input().cells().mismatch(first.input().cells())).isEqualTo(-1);
      assertThat(second.output().cells().mismatch(first.output().cells())).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SENSES", "MSSG"})
  void whatHasNoSensesIsRefused(Method method) throws IOException {
    assertThatThrownBy(() -> options(method).senses(1).build()).hasMessageContaining("senses");
    assertThatThrownBy(() -> options(method).senses(5).dimension(10).build())
        .hasMessageContaining("11 cells");
    assertThatThrownBy(() -> options(method).negatives(0).build()).hasMessageContaining("noise");
    assertThatThrownBy(() -> TrainingOptions.builder(Method.CBOW).senses(2).build())
        .hasMessageContaining("cbow");
    try (TrainedTables learned =
        train(text(500), TrainingOptions.builder(Method.CBOW).epochs(1).build())) {
      assertThatThrownBy(learned::senses).hasMessageContaining("senses are learned by");
    }
  }
}
