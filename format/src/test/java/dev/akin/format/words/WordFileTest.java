package dev.akin.format.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Seeds;
import dev.akin.vector.FormatException;
import dev.akin.vector.Matrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class WordFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "gensim-binary.bin, WORD2VEC_BINARY_PACKED",
    "gensim-text.vec, WORD2VEC_TEXT",
    "skip-gram.bin, FASTTEXT",
    "quantized.ftz, FASTTEXT_QUANTIZED"
  })
  void whatAFileIsIsToldByItsContent(String fixture, WordFormat format) throws IOException {
    try (WordFile words = WordFile.open(Fixtures.copy(folder, fixture))) {
      assertThat(words.format()).isEqualTo(format);
    }
  }

  @ParameterizedTest
  @CsvSource({"gensim-binary.bin", "gensim-text.vec"})
  void filesOfGensimGiveItsVectors(String fixture) throws IOException {
    Map<String, float[]> expected = Fixtures.expected("gensim-binary.tsv");
    try (WordFile file = WordFile.open(Fixtures.copy(folder, fixture))) {
      assertThat(file.words().size()).isEqualTo(expected.size());
      expected.forEach((word, vector) ->
          assertThat(file.copyVector(file.words().find(word).getAsInt()))
              .as(word)
              .containsExactly(vector));
      assertThat(file.oddities()).isEqualTo(Oddities.NONE);
    }
  }

  @Test
  void textWithAndWithoutHeaderAndWithEveryLineEndIsTheSame() throws IOException {
    for (String text :
        List.of(
            "2 3\na 1 2 3\nb -1 .5 2e-3\n",
            "2 3 \na 1 2 3 \nb -1 .5 2e-3 \n",
            "2 3\r\na 1 2 3\r\nb -1 .5 2e-3\r\n",
            "\ufeff2 3\na 1 2 3\nb -1 .5 2e-3\n\n\n",
            "2 3\na  1 2  3\nb -1 .5 2e-3",
            "a 1 2 3\nb -1 .5 2e-3\n",
            "\ufeffa 1 2 3\r\nb -1 .5 2e-3")) {
      try (WordFile file = open(text)) {
        assertThat(file.words().word(0)).as(text).isEqualTo("a");
        assertThat(file.words().word(1)).isEqualTo("b");
        assertThat(file.copyVector(0)).containsExactly(1, 2, 3);
        assertThat(file.copyVector(1)).containsExactly(-1, .5f, 2e-3f);
        assertThat(file.oddities().isUnterminated()).isEqualTo(!text.endsWith("\n"));
      }
    }
  }

  @Test
  void wordsHoldNoBreakSpacesTabsAndBlanks() throws IOException {
    try (WordFile file = open("of\u00a0the 1 2\na\tb 3 4\n. . . 5 6\nat name@domain.com 7 8\n")) {
      assertThat(file.format()).isEqualTo(WordFormat.GLOVE);
      assertThat(words(file)).containsExactly("of\u00a0the", "a\tb", ". . .", "at name@domain.com");
      assertThat(file.oddities()).isEqualTo(new Oddities(0, 0, 0, 2, false));
      assertThat(file.copyVector(2)).containsExactly(5, 6);
    }
  }

  @Test
  void aFirstWordThatIsANumberOrHasBlanksDoesNotMisleadTheCountOfCells() throws IOException {
    try (WordFile file = open("7 1 2\n. . 3 4\nc 5 6\n")) {
      assertThat(words(file)).containsExactly("7", ". .", "c");
    }
    try (WordFile file = open(". . 3 4\n7 1 2\n")) {
      assertThat(words(file)).containsExactly(". .", "7");
    }
    try (WordFile file = open("word 0.5\nother 1\n")) {
      assertThat(file.dimension()).isEqualTo(1);
    }
  }

  @Test
  void duplicatesKeepTheFirstAndNamelessRowsAreLeftOut() throws IOException {
    try (WordFile file = open("4 2\na 1 2\n 9 9\na 3 4\nb 5 6\n")) {
      assertThat(words(file)).containsExactly("a", "b");
      assertThat(file.copyVector(0)).containsExactly(1, 2);
      assertThat(file.copyVector(1)).containsExactly(5, 6);
      assertThat(file.oddities()).isEqualTo(new Oddities(1, 1, 0, 0, false));
    }
  }

  @Test
  void wordsThatAreNotUtf8AreKeptAndCounted() throws IOException {
    byte[] latin = "caf\u00e9 1 2\nb 3 4\n".getBytes(StandardCharsets.ISO_8859_1);
    try (WordFile file = WordFile.open(Files.write(folder.resolve("w"), latin))) {
      assertThat(words(file)).containsExactly("caf\ufffd", "b");
      assertThat(file.oddities().notUtf8()).isEqualTo(1);
    }
  }

  @Test
  void binaryRowsWithAndWithoutLineFeedsAreToldApart() throws IOException {
    for (boolean hasLineFeeds : new boolean[] {true, false}) {
      byte[] bytes = binary(hasLineFeeds, "a", "b", "naïve");
      try (WordFile file = WordFile.open(Files.write(folder.resolve("w"), bytes))) {
        assertThat(file.format())
            .isEqualTo(
                hasLineFeeds ? WordFormat.WORD2VEC_BINARY : WordFormat.WORD2VEC_BINARY_PACKED);
        assertThat(words(file)).containsExactly("a", "b", "naïve");
        assertThat(file.copyVector(1)).containsExactly(10, 11, 12);
      }
    }
  }

  @Test
  void binaryRowsAreBinaryWhateverTheirFirstBytesLookLike() throws IOException {
    // The float whose four bytes are "1 2 ": a row that begins like text.
    float lookalike = Float.intBitsToFloat(0x20322031);
    try (var rows = Matrix.of(new float[] {lookalike, lookalike}, new float[] {1e-3f, -7});
        var out =
            WordTableWriter.create(folder.resolve("w"), WordFormat.WORD2VEC_BINARY_PACKED, 2)) {
      out.append("a", rows, 0);
      out.append("b", rows, 1);
    }
    try (WordFile file = WordFile.open(folder.resolve("w"))) {
      assertThat(file.copyVector(0)).containsExactly(lookalike, lookalike);
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"FASTTEXT", "FASTTEXT_QUANTIZED"})
  void whatIsWrittenIsReadBackBitForBitAlsoPacked(WordFormat format) {
    Seeds.forEach(
        15,
        random -> {
          try {
            roundTrip(format, random);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private void roundTrip(WordFormat format, SplittableRandom random) throws IOException {
    int dimension = 1 + random.nextInt(40);
    Map<String, float[]> table = new LinkedHashMap<>();
    int size = 1 + random.nextInt(300);
    while (table.size() < size) {
      table.put(randomWord(random), randomRow(random, dimension));
    }
    Path file = folder.resolve("w");
    try (var out = WordTableWriter.create(file, format, dimension)) {
      for (var entry : table.entrySet()) {
        out.append(entry.getKey().getBytes(StandardCharsets.UTF_8), entry.getValue());
      }
    }
    Path packed = Files.write(folder.resolve("p"), gzip(Files.readAllBytes(file)));
    Path zstandard = Files.write(folder.resolve("z"), Fixtures.zstd(Files.readAllBytes(file)));
    for (Path written : List.of(file, packed, zstandard)) {
      try (WordFile read = WordFile.open(written)) {
        assertThat(read.format()).isEqualTo(format);
        assertThat(words(read)).containsExactlyElementsOf(table.keySet());
        int ordinal = 0;
        for (float[] row : table.values()) {
          assertThat(read.copyVector(ordinal++)).containsExactly(row);
        }
      }
    }
  }

  private static String randomWord(SplittableRandom random) {
    String letters = "ab9.-\u00a0éя鸟\t<";
    var word = new StringBuilder("w");
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }

  private static float[] randomRow(SplittableRandom random, int dimension) {
    float[] row = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      row[i] = Float.isFinite(value) && random.nextBoolean() ? value : random.nextInt(9) / 8f;
    }
    return row;
  }

  @Test
  void textErrorsNameLineAndValue() throws IOException {
    assertRefused("2 2\na 1.5 2.5\n", "offset 14: the file ends after 1 of the 2 rows its header");
    assertRefused("1 2\na 1 2\nb 3 4\n", "w:3: more rows than the 1 its header promises");
    assertRefused("2 2\na 1 2\nb 3\n", "w:3: 1 number behind the word 'b', the other rows have 2");
    assertRefused(
        "a 1 2\nb 3 4\nc 5.0 6 7\n", "w:3: more than 2 numbers: '5.0' stands before them");
    assertRefused("2 2\na 1 2\nb 3 NaN\n", "w:3: cell 2 of 2 is 'NaN', not a finite number");
    assertRefused("2 2\na 1 2\nb inf 3\n", "w:3: cell 1 of 2 is 'inf', not a finite number");
    assertRefused("2 2\na 1 2\nb 1e99 3\n", "w:3: cell 1 of 2 is '1e99', not a finite number");
    assertRefused("2 2\na 1 2\nb x 3\n", "w:3: cell 1 of 2 is 'x', not a finite number");
    assertRefused("2 2\na 1 2\n\nb 3 3\n", "w:3: an empty line, and more rows behind it");
    assertRefused(
        "2 2\na\t1\t2\nb\t3\t4\n",
        "w:2: 0 numbers behind the word 'a\t1\t2', the other rows have 2");
    assertRefused("1 2\na\t1\t2\n", "fields are separated by blanks, not tabs");
  }

  @Test
  void headersThatPromiseTheImpossibleAreRefusedBeforeMemoryIsTaken() throws IOException {
    assertRefused("2147483647 2147483647\na 1 2\n", "promises 2147483647 rows");
    assertRefused("99999999999999999999 3\na 1 2 3\n", "promises what no table can have");
    assertRefused("-3 3\na 1 2 3\n", "its header '-3 3' promises what no table can have");
    assertRefused("0 3\n", "its header '0 3' promises what no table can have");
    assertRefused("3 0\n", "its header '3 0' promises what no table can have");
    assertRefused(
        "1000000 300\n" + "a 1\0".repeat(50), "but 200 bytes follow; the file is cut short");
    byte[] plain = "2000000000 1000\na \0\0\0\0".getBytes(StandardCharsets.UTF_8);
    for (byte[] packed : List.of(gzip(plain), Fixtures.zstd(plain))) {
      assertThatThrownBy(() -> WordFile.open(Files.write(folder.resolve("w"), packed)).close())
          .isInstanceOf(FormatException.class)
          .hasMessageContaining("2000000000 rows of 1000 cells");
    }
  }

  @Test
  void binaryErrorsNameRowAndOffset() throws IOException {
    byte[] bytes = binary(true, "a", "b", "c");
    byte[] more = new byte[bytes.length + 1];
    System.arraycopy(bytes, 0, more, 0, bytes.length);
    assertRefused(more, "offset " + bytes.length + ": more bytes than the 3 rows of 3 cells");
    byte[] nan = bytes.clone();
    nan[nan.length - 2] = 0x7f;
    nan[nan.length - 3] = (byte) 0xc0;
    assertRefused(nan, "cell 3 of 3 of row 3, word 'c', is NaN, not a finite number");
  }

  @Test
  void filesThatAreSomethingElseAreToldWhatToDo() throws IOException {
    assertRefused(
        new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0},
        "zstd data is damaged or cut short after 0 unpacked bytes");
    assertRefused("PK\u0003\u0004 zip", "unzip");
    assertRefused("BZh91AY", "bunzip2");
    assertRefused(new byte[] {(byte) 0x80, 4, (byte) 0x95}, "save_word2vec_format");
    assertRefused("SQLite format 3\0", "Magnitude");
    assertRefused("", "an empty file");
    assertRefused("hello\nworld\n", "not a file of word vectors");
    assertRefused("one word and no number\n", "not a file of word vectors");
    assertThatThrownBy(() -> WordFile.open(folder)).hasMessageContaining("a folder, not a file");
    assertThatThrownBy(() -> WordFile.open(folder.resolve("missing")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void layoutsHaveNames() {
    assertThat(WordFormat.find("glove")).hasValue(WordFormat.GLOVE);
    assertThat(WordFormat.find("golve")).isEmpty();
  }

  private void assertRefused(String text, String message) throws IOException {
    assertRefused(text.getBytes(StandardCharsets.UTF_8), message);
  }

  private void assertRefused(byte[] bytes, String message) throws IOException {
    Path file = Files.write(folder.resolve("w"), bytes);
    assertThatThrownBy(() -> WordFile.open(file).close())
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(message);
  }

  private WordFile open(String text) throws IOException {
    return WordFile.open(Files.writeString(folder.resolve("w"), text));
  }

  /** Rows 0 1 2, 10 11 12, 20 21 22 … as the original tool writes them. */
  private static byte[] binary(boolean hasLineFeeds, String... words) throws IOException {
    var out = new ByteArrayOutputStream();
    out.write((words.length + " 3\n").getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < words.length; i++) {
      out.write((words[i] + " ").getBytes(StandardCharsets.UTF_8));
      for (int c = 0; c < 3; c++) {
        out.write(
            java.nio.ByteBuffer.allocate(4)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putFloat(10f * i + c)
                .array());
      }
      if (hasLineFeeds) {
        out.write('\n');
      }
    }
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(out)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }

  private static List<String> words(WordFile file) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < file.words().size(); i++) {
      words.add(file.words().word(i));
    }
    return words;
  }

  @Test
  void aFileThatCannotBeWrittenLeavesNoPartOfIt(@TempDir Path folder) throws IOException {
    Path inTheWay = Files.createDirectory(folder.resolve("v.vec"));
    var writer = WordTableWriter.create(inTheWay, WordFormat.WORD2VEC_TEXT, 1);
    assertThatThrownBy(writer::close).isInstanceOf(IOException.class);
    assertThat(folder.resolve("v.vec.part")).doesNotExist();
  }
}
