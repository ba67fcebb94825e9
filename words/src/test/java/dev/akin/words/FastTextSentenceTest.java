package dev.akin.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncodingReport;
import dev.akin.encoder.Role;
import dev.akin.format.words.FastTextModel;
import dev.akin.format.words.WordList;
import dev.akin.testkit.OtherProgram;
import dev.akin.text.split.Boundaries;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FastTextSentenceTest {
  private static final List<String> WORDS =
      List.of("the", "naïveté", "Straße", "птица", "पक्षी", "地磁", "kingdom", "steers", "🙂x", "q");

  /** Known and unseen words of one to four bytes a letter, labels, many blanks, none. */
  private static final List<String> TEXTS =
      List.of(
          "the kingdom steers",
          "steers kingdom the",
          "kingdoms, Straßenbahn  птицами पक्षियों\t地磁导航 🙂🙂",
          "q",
          "q q q the\u00a0the",
          "",
          "   ",
          "  the naïveté of the kingdom and the птица steers q ",
          "__label__a the __label__none kingdom steers",
          "THE Kingdom");

  /** It prints five. */
  private static final float DIGITS = 6e-5f;

  @TempDir Path folder;

  /** A model that the program itself learns. */
  private Path learned(OtherProgram fastText, String... arguments) throws Exception {
    List<String> lines = new ArrayList<>();
    var random = new Random(7);
    for (int i = 0; i < 300; i++) {
      List<String> line = new ArrayList<>(WORDS);
      Collections.shuffle(line, random);
      String label =
          arguments[0].equals("supervised") ? "__label__" + "ab".charAt(i % 2) + " " : "";
      lines.add(label + String.join(" ", line.subList(0, 6)));
    }
    Path text = Files.write(folder.resolve("text.txt"), lines);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("-input", text.toString(), "-output", folder.resolve("model").toString()));
    all.addAll(List.of("-dim", "7", "-minCount", "1", "-epoch", "20", "-thread", "1"));
    all.addAll(List.of("-lr", "0.5"));
    fastText.run(folder, List.of(), all.toArray(String[]::new));
    return folder.resolve("model.bin");
  }

  /** Compares all texts, and gives how far apart two orders of the same words are. */
  private double assertRowsAreWhatItPrints(OtherProgram fastText, Path model) throws Exception {
    List<String> printed = fastText.run(folder, TEXTS, "print-sentence-vectors", model.toString());
    assertThat(printed).hasSameSizeAs(TEXTS);
    String name = "fasttext:" + model;
    try (Encoder encoder =
            WordVectorEncoder.of(
                name,
                WordVectors.open(model),
                WordEncoderOptions.ofName(name, Boundaries.jdk(Locale.ROOT)));
        Matrix rows = encoder.encode(TEXTS, Role.DOCUMENT)) {
      for (int i = 0; i < TEXTS.size(); i++) {
        String[] cells = printed.get(i).strip().split(" ", -1);
        assertThat(cells).hasSize(encoder.dimension());
        for (int c = 0; c < cells.length; c++) {
          float theirs = Float.parseFloat(cells[c]);
          assertThat(rows.get(i, c))
              .as("'%s', cell %d", TEXTS.get(i), c)
              .isCloseTo(theirs, within(DIGITS * Math.abs(theirs)));
        }
      }
      double most = 0;
      for (int c = 0; c < encoder.dimension(); c++) {
        most = Math.max(most, Math.abs(rows.get(0, c) / rows.get(1, c) - 1));
      }
      return most;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "skipgram -minn 2 -maxn 4 -bucket 300",
        "cbow -minn 0 -maxn 0",
        "skipgram -minn 0 -maxn 0 -wordNgrams 2 -loss hs",
        "supervised",
        "supervised -wordNgrams 3 -bucket 200",
        "supervised -wordNgrams 2 -minn 2 -maxn 3 -bucket 200 -loss hs"
      })
  void rowsAreWhatFastTextPrints(String arguments) throws Exception {
    OtherProgram fastText = OtherProgram.require("fasttext");
    double ofOrder =
        assertRowsAreWhatItPrints(fastText, learned(fastText, arguments.split(" ", -1)));
    // n-grams of words would be missed, were they left out.
    boolean seesOrder = arguments.startsWith("supervised -wordNgrams");
    assertThat(ofOrder > 100 * DIGITS).isEqualTo(seesOrder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-qnorm", "-cutoff 280"})
  void rowsOfAQuantisedClassifierAreWhatFastTextPrints(String arguments) throws Exception {
    OtherProgram fastText = OtherProgram.require("fasttext");
    learned(
        fastText, "supervised", "-wordNgrams", "2", "-minn", "2", "-maxn", "3", "-bucket", "300");
    List<String> all =
        new ArrayList<>(List.of("quantize", "-input", folder.resolve("text.txt").toString()));
    all.addAll(List.of("-output", folder.resolve("model").toString(), "-dsub", "2"));
    all.addAll(List.of(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)));
    fastText.run(folder, List.of(), all.toArray(String[]::new));
    assertRowsAreWhatItPrints(fastText, folder.resolve("model.ftz"));
  }

  @Test
  void aRowIsTheMeanOfTheWordsAtLengthOne() {
    WordList words = WordList.of(List.of("a", "b", "zero"));
    Matrix rows = Matrix.of(new float[] {3, 0}, new float[] {0, 0.5f}, new float[] {0, 0});
    try (Encoder encoder =
            WordVectorEncoder.of(
                "m",
                WordVectors.of(FastTextModel.ofTable(words, rows)),
                WordEncoderOptions.fastTextSentence());
        Matrix out = Matrix.allocate(3, 2)) {
      EncodingReport report =
          encoder.encode(List.of("b a\ta zero\nc A", "zero", "half \ud83d b"), Role.QUERY, out, 0);
      assertThat(report).isEqualTo(new EncodingReport(3, 10, 0, 0, 6));
      float third = (float) (1.0 / 3);
      assertThat(out.copyRow(0)).containsExactly(2 * third, third);
      assertThat(out.copyRow(1)).containsExactly(0, 0);
      assertThat(out.copyRow(2)).containsExactly(0, 1);
      assertThat(encoder.countTokens("b a\ta zero\nc A")).isEqualTo(6);
      // The mean of the words as they are, brought to length 1, is another.
      try (WordVectorEncoder mean =
          WordVectorEncoder.of(
              "m",
              Tables.of(List.of("a", "b"), new float[] {3, 0}, new float[] {0, 0.5f}),
              WordEncoderOptions.defaults())) {
        assertThat(mean.encode("b a a", Role.QUERY)[0]).isGreaterThan(0.99f);
      }
    }
  }

  @Test
  void sentencesAndMeansOfOneModelAreTwoSpaces() {
    List<String> hashes = new ArrayList<>();
    for (WordEncoderOptions options :
        List.of(WordEncoderOptions.defaults(), WordEncoderOptions.fastTextSentence())) {
      try (WordVectorEncoder encoder =
              WordVectorEncoder.of(
                  "m", Tables.withNgrams(new SplittableRandom(3), WORDS, 4), options);
          WordVectorEncoder again =
              WordVectorEncoder.of(
                  "n", Tables.withNgrams(new SplittableRandom(3), WORDS, 4), options)) {
        assertThat(encoder.identity().isSameSpace(again.identity())).isTrue();
        hashes.add(encoder.identity().hash());
      }
    }
    assertThat(hashes).doesNotHaveDuplicates();
  }

  @Test
  void theNameSaysWhichRowsAreMeant() {
    Boundaries thai = Boundaries.jdk(Locale.forLanguageTag("th"));
    assertThat(WordVectorEncoder.findFile("fasttext:a/m.bin")).hasValue(Path.of("a/m.bin"));
    assertThat(WordVectorEncoder.findFile("words:fasttext:m")).hasValue(Path.of("fasttext:m"));
    assertThat(WordVectorEncoder.findFile("fasttext")).isEmpty();
    assertThat(WordEncoderOptions.ofName("fasttext:m.bin", thai).row())
        .isEqualTo(TextRow.FASTTEXT_SENTENCE);
    assertThat(WordEncoderOptions.ofName("words:m.bin", thai))
        .satisfies(options -> assertThat(options.row()).isEqualTo(TextRow.MEAN_OF_WORDS))
        .satisfies(options -> assertThat(options.boundaries()).isEqualTo(thai));
  }

  @Test
  void whatFastTextDoesItselfCannotBeAskedForOtherwise() throws IOException {
    WordEncoderOptions sentence = WordEncoderOptions.fastTextSentence();
    assertThat(sentence.withCasing(Casing.AS_WRITTEN_OR_LOWER)).isEqualTo(sentence);
    assertThatThrownBy(() -> sentence.withCasing(Casing.LOWER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("they are not made with")
        .hasMessageContaining("LOWER");
    assertThatThrownBy(() -> sentence.withUnknown(OutOfVocabulary.ABSENT))
        .hasMessageContaining("ABSENT");
    try (WordVectors plain = Tables.of(List.of("a"), new float[] {1})) {
      assertThatThrownBy(() -> WordVectorEncoder.of("fasttext:v.vec", plain, sentence))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "fasttext:v.vec: fastText's sentence vectors need its model (.bin, .ftz), and this is"
                  + " a file of word2vec; words:FILE takes any");
      assertThatThrownBy(() -> sentence.withWeights(WordWeights.sif(plain, 0.1)))
          .hasMessageContaining("sif 0.1 weights");
    }
  }
}
