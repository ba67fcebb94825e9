package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.format.words.WordFormat;
import dev.akin.words.counting.BitCipher;
import dev.akin.words.counting.CountedVectors;
import dev.akin.words.counting.CountingMethod;
import dev.akin.words.counting.CountingOptions;
import dev.akin.words.counting.CountingRun;
import dev.akin.words.counting.Glove;
import dev.akin.words.counting.PpmiSvd;
import dev.akin.words.training.TextWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrainCountsCommandTest {
  @TempDir Path folder = Path.of("");

  private Path text = Path.of("");

  @BeforeEach
  void writeText() throws IOException {
    var random = new Random(5);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      var line = new StringBuilder();
      for (int w = 0; w < 9; w++) {
        line.append((char) ('a' + random.nextInt(1 + random.nextInt(12)))).append(' ');
      }
      lines.add(line.toString());
    }
    text = Files.write(folder.resolve("text.txt"), lines);
  }

  private Cli.Outcome counts(Path out, String options) {
    List<Object> args = new ArrayList<>(List.of("train", "counts", text, "--out", out));
    args.addAll(List.of("--min-count", 1, "--force"));
    if (!options.contains("--dimension")) {
      args.addAll(List.of("--dimension", 4));
    }
    args.addAll(List.of(options.split(" ", -1)));
    return new Cli(folder.resolve("cache")).run(args.toArray());
  }

  static Stream<Arguments> methods() {
    return Stream.of(
        Arguments.of("--method glove", Glove.usual()),
        Arguments.of("--window 3 --epochs 4 --rate 0.1 --x-max 3.5", new Glove(3, 4, 0.1, 3.5)),
        Arguments.of("--method ppmi-svd", PpmiSvd.usual()),
        Arguments.of(
            "--method ppmi-svd --window 2 --smoothing 1 --shift 1.5 --power 0",
            new PpmiSvd(2, 1, 1.5, 0)),
        Arguments.of("--method bit-cipher", BitCipher.sum()),
        Arguments.of("--method bit-cipher --window 1", new BitCipher(1, false)),
        Arguments.of("--method bit-cipher-concat --window 3", new BitCipher(3, true)));
  }

  /** Not the same bytes as without the options, or they would be ignored. */
  @ParameterizedTest
  @MethodSource("methods")
  void optionsAreThoseOfTheMethod(String options, CountingMethod expected) throws IOException {
    Path out = folder.resolve("v.bin");
    Cli.Outcome outcome = counts(out, options);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    Path parts = Files.createDirectories(folder.resolve("parts"));
    Path own = folder.resolve("own.bin");
    try (CountedVectors learned =
        CountedVectors.learn(
            new TextWords(text),
            expected,
            new CountingOptions(4, 1, 512L << 20, 1),
            CountingRun.in(parts))) {
      learned.write(own, WordFormat.WORD2VEC_BINARY);
    }
    assertThat(out).hasSameBinaryContentAs(own);
    if (options.contains("--window")) {
      String without = options.replaceAll("--(?!method)[-a-z]+ \\S+", "").strip();
      counts(own, without.isEmpty() ? "--method glove" : without);
      assertThat(Files.mismatch(out, own)).isNotEqualTo(-1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --shift 5                              | --shift: glove has no such setting; it has --window, --epochs, --rate, --x-max
          --method ppmi-svd --x-max 10           | --x-max: ppmi-svd has no such setting; it has --window, --smoothing, --shift, --power
          --method bit-cipher --epochs 5         | --epochs: bit-cipher has no such setting; it has --window
          --method bit-cipher-concat --power 1   | --power: bit-cipher-concat has no such setting; it has --window
          --window 0                             | --window is from 1 to 100, got 0
          --method ppmi-svd --window 101         | --window is from 1 to 100, got 101
          --epochs 0                             | --epochs is 1 or more, got 0
          --rate 2                               | --rate is above 0 and at most 1, got 2.0
          --x-max 0                              | --x-max is above 0 and finite, got 0.0
          --x-max Infinity                       | --x-max is above 0 and finite, got Infinity
          --method ppmi-svd --smoothing 1.5      | --smoothing is above 0 and at most 1, got 1.5
          --method ppmi-svd --shift 0.5          | --shift is 1 or more and finite, got 0.5
          --method ppmi-svd --power -1           | --power is from 0 to 1, got -1.0
          --method bit-cipher-concat --window 100 --dimension 100 | --dimension 100 at 200 places makes 20,000 cells, and vectors have at most 16,384; ask for fewer bits or a smaller window
          """)
  void whatAMethodDoesNotHaveIsRefusedInOneLine(String options, String complaint) {
    Path out = folder.resolve("v.vec");
    Cli.Outcome outcome = counts(out, options);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).isEqualTo("akin: " + complaint + "\n");
    assertThat(out).doesNotExist();
  }

  @Test
  void helpNamesTheDefaultOfEachMethod() {
    String help = new Cli(folder.resolve("cache")).run("train", "counts", "--help").out();
    assertThat(help).contains("--x-max", "--smoothing", "--shift", "--power", "of glove 10");
  }
}
