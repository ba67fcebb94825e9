package dev.akin.format.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.format.words.FastTextArgs.Kind;
import dev.akin.format.words.FastTextArgs.Loss;
import dev.akin.testkit.Damage;
import dev.akin.vector.FormatException;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FastTextModelTest {
  /** Where the version and maxn stand: behind the mark, and behind eleven numbers more. */
  private static final int VERSION_OFFSET = 4;

  private static final int BUCKETS_OFFSET = 8 + 8 * 4;
  private static final int MOST_OFFSET = 8 + 10 * 4;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "skip-gram.bin, skip-gram.tsv",
    "cbow.bin, cbow.tsv",
    "no-ngrams.bin, no-ngrams.tsv",
    "supervised.bin, supervised.tsv",
    "quantized.ftz, quantized.tsv",
    "pruned.ftz, pruned.tsv"
  })
  void vectorsOfKnownAndUnseenWordsAreFastTextsOwnBitForBit(String file, String expected)
      throws IOException {
    try (FastTextModel model = open(Fixtures.copy(folder, file))) {
      assertIsExpected(model, Fixtures.expected(expected));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"skip-gram", "supervised"})
  void aPackedModelGivesTheSame(String name) throws IOException {
    Path file = folder.resolve("packed");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(Fixtures.bytes(name + ".bin"));
    }
    Path zstandard = folder.resolve("zstandard");
    Files.write(zstandard, Fixtures.zstd(Fixtures.bytes(name + ".bin")));
    for (Path packed : java.util.List.of(file, zstandard)) {
      try (FastTextModel model = open(packed)) {
        assertIsExpected(model, Fixtures.expected(name + ".tsv"));
      }
    }
  }

  private static void assertIsExpected(FastTextModel model, Map<String, float[]> expected) {
    int unseen = 0;
    for (var entry : expected.entrySet()) {
      OptionalInt known = model.words().find(entry.getKey());
      Optional<float[]> vector =
          known.isPresent()
              ? Optional.of(model.copyVector(known.getAsInt()))
              : model.compose(entry.getKey());
      unseen += known.isEmpty() ? 1 : 0;
      // fastText prints zeros where a word has no row at all.
      assertThat(vector.orElse(new float[model.dimension()]))
          .as(entry.getKey())
          .containsExactly(entry.getValue());
    }
    assertThat(unseen).isGreaterThanOrEqualTo(15);
    assertThat(expected.size() - unseen).isEqualTo(model.words().size());
  }

  @Test
  void whatTheFileSaysOfItsTrainingIsRead() throws IOException {
    try (FastTextModel model = open(Fixtures.copy(folder, "cbow.bin"))) {
      assertThat(model.format()).isEqualTo(WordFormat.FASTTEXT);
      assertThat(model.args().kind()).isEqualTo(Kind.CBOW);
      assertThat(model.args().loss()).isEqualTo(Loss.HIERARCHICAL_SOFTMAX);
      assertThat(model.args().subwords()).isEqualTo(new Subwords(1, 3, 30));
      assertThat(model.args().epochs()).isEqualTo(3);
      assertThat(model.args().sampling()).isEqualTo(1e-4);
      assertThat(model.labels().size()).isZero();
      assertThat(model.words().word(0)).isEqualTo("</s>");
      assertThat(model.count(0)).isEqualTo(200);
      assertThat(model.isWritable()).isTrue();
    }
  }

  @Test
  void labelsOfAClassifierAreNoWords() throws IOException {
    try (FastTextModel model = open(Fixtures.copy(folder, "quantized.ftz"))) {
      assertThat(model.format()).isEqualTo(WordFormat.FASTTEXT_QUANTIZED);
      assertThat(model.args().kind()).isEqualTo(Kind.SUPERVISED);
      assertThat(model.args().loss()).isEqualTo(Loss.ONE_VERSUS_ALL);
      assertThat(model.labels().size()).isEqualTo(2);
      assertThat(model.labels().find("__label__a")).isPresent();
      assertThat(model.words().find("__label__a")).isEmpty();
    }
  }

  @Test
  void aModelWithoutNgramsComposesNothing() throws IOException {
    try (FastTextModel model = open(Fixtures.copy(folder, "no-ngrams.bin"))) {
      assertThat(model.compose("bird")).isEmpty();
    }
    try (FastTextModel model = open(Fixtures.copy(folder, "skip-gram.bin"))) {
      assertThat(model.compose("bird")).isPresent();
      assertThat(model.compose("</s>")).isEmpty();
      assertThat(model.compose("half \ud83d")).isEmpty();
    }
  }

  @Test
  void anOldClassifierHasNoNgramsWhateverItSays() throws IOException {
    byte[] old = Damage.overwritten(Fixtures.bytes("supervised.bin"), VERSION_OFFSET, (byte) 11);
    try (FastTextModel model = open(Files.write(folder.resolve("old"), old));
        FastTextModel current = open(Fixtures.copy(folder, "supervised.bin"))) {
      assertThat(model.args().subwords().most()).isZero();
      assertThat(current.args().subwords().most()).isEqualTo(4);
      assertThat(model.compose("bird")).isEmpty();
      assertThat(model.copyVector(1)).isNotEqualTo(current.copyVector(1));
    }
    byte[] oldSkipGram =
        Damage.overwritten(Fixtures.bytes("skip-gram.bin"), VERSION_OFFSET, (byte) 11);
    try (FastTextModel model = open(Files.write(folder.resolve("old"), oldSkipGram))) {
      assertIsExpected(model, Fixtures.expected("skip-gram.tsv"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"skip-gram.bin", "cbow.bin", "no-ngrams.bin", "supervised.bin"})
  void aModelWrittenAgainHasTheSameBytes(String name) throws IOException {
    Path written = folder.resolve("written.bin");
    try (FastTextModel model = open(Fixtures.copy(folder, name))) {
      model.write(written);
    }
    assertThat(Files.readAllBytes(written)).isEqualTo(Fixtures.bytes(name));
  }

  @Test
  void aModelOfATableGivesItsRows() throws IOException {
    WordList words = WordList.of(java.util.List.of("küche", "b"));
    Path file = folder.resolve("table.bin");
    try (FastTextModel model =
        FastTextModel.ofTable(words, Matrix.of(new float[] {1, 2.5f}, new float[] {-3, 0}))) {
      model.write(file);
    }
    try (FastTextModel model = open(file)) {
      assertThat(model.copyVector(0)).containsExactly(1, 2.5f);
      assertThat(model.copyVector(1)).containsExactly(-3, 0);
      assertThat(model.compose("c")).isEmpty();
      assertThat(model.tokens()).isEqualTo(2);
    }
  }

  @Test
  void whatCannotBeWrittenIsRefused() throws IOException {
    try (FastTextModel model = open(Fixtures.copy(folder, "pruned.ftz"))) {
      assertThat(model.isWritable()).isFalse();
      assertThatThrownBy(() -> model.write(folder.resolve("x")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is quantised");
    }
    WordList nul = WordList.of(java.util.List.of("a\0b"));
    try (FastTextModel model = FastTextModel.ofTable(nul, Matrix.allocate(1, 2))) {
      assertThatThrownBy(() -> model.write(folder.resolve("x")))
          .hasMessage("a fastText file cannot hold the word 'a?b': it holds a NUL");
    }
    WordList two = WordList.of(java.util.List.of("a", "b"));
    try (Matrix one = Matrix.allocate(1, 2);
        Matrix rows = Matrix.allocate(2, 2)) {
      assertThatThrownBy(
              () -> FastTextModel.of(FastTextArgs.ofTable(2), two, new long[2], one, rows))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Matrix[1 × 2]");
    }
  }

  @Test
  void aRowThatIsNotFiniteIsNamedWhenItIsUsed() throws IOException {
    byte[] bytes = Fixtures.bytes("no-ngrams.bin");
    int outputBytes = 1 + 16 + rowsOf(bytes) * 5 * 4;
    int lastInputCell = bytes.length - outputBytes - 4;
    byte[] nan = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(Float.NaN).array();
    Path file = Files.write(folder.resolve("nan"), Damage.overwritten(bytes, lastInputCell, nan));
    try (FastTextModel model = open(file)) {
      int last = model.words().size() - 1;
      assertThatThrownBy(() -> model.copyVector(last))
          .isInstanceOf(FormatException.class)
          .hasMessageContaining("cell 5 of 5 of the vector of '" + model.words().word(last) + "'");
      assertThat(model.copyVector(0)).hasSize(5);
    }
  }

  private static int rowsOf(byte[] model) {
    // Behind mark, version, twelve numbers and a double stand size and nwords.
    return ByteBuffer.wrap(model).order(ByteOrder.LITTLE_ENDIAN).getInt(8 + 12 * 4 + 8 + 4);
  }

  @Test
  void aClassifierOfWordNgramsMustHaveTheirRows() throws IOException {
    byte[] bytes = Fixtures.bytes("supervised.bin");
    // Without n-grams of characters the buckets are still those of the n-grams of words.
    byte[] noCharacters = Damage.overwritten(bytes, MOST_OFFSET, (byte) 0);
    try (FastTextModel model = open(Files.write(folder.resolve("model"), noCharacters))) {
      float one = model.sentence("the ship steers").vector()[4];
      float other = model.sentence("steers the ship").vector()[4];
      // Far above what rounding does to a cell of 0.02.
      assertThat(Math.abs(one - other)).as("what their order does").isGreaterThan(1e-6f);
      assertThat(model.sentence("the ship").words()).isEqualTo(2);
    }
    byte[] tooMany = Damage.overwritten(noCharacters, BUCKETS_OFFSET, (byte) 0, (byte) 99);
    assertRefused(tooMany, "an input matrix of ");
    assertRefused(
        Damage.overwritten(noCharacters, BUCKETS_OFFSET, (byte) 0, (byte) 0),
        "bucket 0, maxn 0, wordNgrams 2) are those of no model");
  }

  @Test
  void versionsAndArgumentsOfNoModelAreRefused() throws IOException {
    byte[] bytes = Fixtures.bytes("skip-gram.bin");
    assertRefused(
        Damage.overwritten(bytes, VERSION_OFFSET, (byte) 13),
        "offset 8: version 13 of fastText's format; 11 and 12 are read");
    assertRefused(
        Damage.overwritten(bytes, BUCKETS_OFFSET, (byte) 0),
        "offset 8: its arguments (dim 5, loss 2, model 2, bucket 0, maxn 4, wordNgrams 1) are those"
            + " of no model");
    assertRefused(Damage.overwritten(bytes, BUCKETS_OFFSET, (byte) 99), "an input matrix of ");
    assertRefused(Damage.overwritten(bytes, BUCKETS_OFFSET - 4, (byte) 7), "model 7");
    assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(MOST_OFFSET))
        .isEqualTo(4);
  }

  private void assertRefused(byte[] bytes, String message) throws IOException {
    Path file = Files.write(folder.resolve("refused"), bytes);
    assertThatThrownBy(() -> WordFile.open(file).close())
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("refused")
        .hasMessageContaining(message);
  }

  private static FastTextModel open(Path file) throws IOException {
    return (FastTextModel) WordFile.open(file);
  }
}
