package dev.akin.format.trec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Damage;
import dev.akin.testkit.Seeds;
import dev.akin.testkit.TestData;
import dev.akin.vector.FormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;

class QrelsFileTest {
  @TempDir Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("qrels"), text);
  }

  private void assertRefused(String text, String message) throws IOException {
    Path file = write(text);
    assertThatThrownBy(() -> QrelsFile.read(file))
        .isInstanceOf(FormatException.class)
        .hasMessage(file + message);
  }

  @Test
  @DefaultLocale("ar-EG")
  void digitsAreThoseOfTheFormatWhateverTheUsersLanguage() throws IOException {
    Path file = folder.resolve("qrels");
    QrelsFile.writeTrec(file, Map.of("1", Map.of("d", 2)));
    assertThat(file).hasContent("1 0 d 2\n");
  }

  @Test
  void trecColumnsAreSplitAtAnyWhiteSpace() throws IOException {
    Path file = write("# a comment\n1 0 d1 2\r\n\n1\t0  d2   -1\n2 Q0 d1 +1\n");
    assertThat(QrelsFile.read(file))
        .isEqualTo(Map.of("1", Map.of("d1", 2, "d2", -1), "2", Map.of("d1", 1)));
  }

  @Test
  void beirColumnsAreSplitAtTabsAfterTheHeader() throws IOException {
    Path file = write("\ufeffquery-id\tcorpus-id\tscore\nq 1\td 1\t1\nq2\td1\t0\n");
    assertThat(QrelsFile.read(file))
        .isEqualTo(Map.of("q 1", Map.of("d 1", 1), "q2", Map.of("d1", 0)));
  }

  @Test
  void wrongLinesAreRefusedWithTheirNumber() throws IOException {
    assertRefused(
        "1 0 d1 1\n1 d2 1\n",
        ":2: expected 4 columns (query, iteration, document, grade) or a BEIR file with its header"
            + " line, got 3 columns: '1 d2 1'");
    assertRefused(
        "query-id\tcorpus-id\tscore\nq1 d1 1\n",
        ":2: expected 3 columns separated by tabs (query-id, corpus-id, score), got 1 columns: 'q1"
            + " d1 1'");
    assertRefused(
        "query-id\tcorpus-id\tscore\nq1\t\t1\n",
        ":2: the query or document id is empty: 'q1\t\t1'");
    assertRefused("1 0 d1 high\n", ":1: a grade is a whole number, got 'high'");
    assertRefused(
        "1 0 d1 1\n1 0 d1 2\n", ":2: document d1 of query 1 has the grade 2 here and 1 before");
    assertRefused("\n# only a comment\n", ": no judgments in this file");
    assertRefused("x".repeat(70_000), ":1: line is longer than 65536 characters");
  }

  @Test
  void aFileWithoutTheBeirHeaderIsRefusedInsteadOfLosingItsFirstLine() throws IOException {
    assertRefused(
        "q1\td1\t1\n",
        ":1: expected 4 columns (query, iteration, document, grade) or a BEIR file with its header"
            + " line, got 3 columns: 'q1\td1\t1'");
  }

  @Test
  void badBytesAndBrokenGzipAreRefused() throws IOException {
    Path latin = folder.resolve("latin");
    Files.write(latin, "1 0 d1 1\n1 0 \u00fc 1\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> QrelsFile.read(latin)).hasMessageMatching(".*latin:[12]: not UTF-8");

    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write("1 0 d1 1\n".repeat(1).getBytes(StandardCharsets.UTF_8));
    }
    Path whole = Files.write(folder.resolve("whole.gz"), bytes.toByteArray());
    assertThat(QrelsFile.read(whole)).isEqualTo(Map.of("1", Map.of("d1", 1)));
    Path cut = Files.write(folder.resolve("cut.gz"), Damage.truncated(bytes.toByteArray(), 15));
    assertThatThrownBy(() -> QrelsFile.read(cut))
        .hasMessageMatching(".*cut.gz:1: the gzip data is cut short or damaged");
    Path none = Files.writeString(folder.resolve("none.gz"), "1 0 d1 1\n");
    assertThatThrownBy(() -> QrelsFile.read(none))
        .isInstanceOf(FormatException.class)
        .hasMessageMatching(".*none.gz: not a gzip file: .*");
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    Path file = folder.resolve("out");
    Seeds.forEach(
        50,
        random -> {
          var grades = new LinkedHashMap<String, Map<String, Integer>>();
          for (int q = random.nextInt(4); q >= 0; q--) {
            var judged = new LinkedHashMap<String, Integer>();
            for (int d = random.nextInt(5); d >= 0; d--) {
              judged.put("dök" + random.nextInt(50), random.nextInt(-2, 4));
            }
            grades.put("q" + q, judged);
          }
          try {
            QrelsFile.writeTrec(file, grades);
            assertThat(QrelsFile.read(file)).isEqualTo(grades);
            QrelsFile.writeMsMarco(file, grades);
            assertThat(QrelsFile.read(file)).isEqualTo(grades);
            QrelsFile.writeBeir(file, grades);
            assertThat(QrelsFile.read(file)).isEqualTo(grades);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void msMarcosJudgmentsAreReadAndWrittenWithTabs() throws IOException {
    Path file = write("1048585\t0\t7187158\t1\n2\t0\t1001873\t1\n");
    Map<String, Map<String, Integer>> grades = QrelsFile.read(file);
    assertThat(grades)
        .isEqualTo(Map.of("1048585", Map.of("7187158", 1), "2", Map.of("1001873", 1)));
    Path copy = folder.resolve("copy");
    QrelsFile.writeMsMarco(copy, grades);
    assertThat(copy).hasSameTextualContentAs(file);
    assertThatThrownBy(() -> QrelsFile.writeMsMarco(copy, Map.of("q", Map.of("a b", 1))))
        .hasMessageContaining("cannot hold the document id 'a b'");
  }

  @Test
  void idsThatAFileCannotHoldAreRefused() {
    Path file = folder.resolve("out");
    assertThatThrownBy(() -> QrelsFile.writeTrec(file, Map.of("q", Map.of("a b", 1))))
        .hasMessage(
            "a TREC file cannot hold the document id 'a b': ids are not empty, hold no white space"
                + " and do not start with #");
    assertThatThrownBy(() -> QrelsFile.writeBeir(file, Map.of("q\t1", Map.of("a", 1))))
        .hasMessage(
            "BEIR files cannot hold the query id 'q\t1': ids are not empty and hold no tab or"
                + " line break");
  }

  @Test
  void everyJudgmentFileOfTheRetrievalSetsIsRead() throws IOException {
    Path sets = TestData.require("retrieval");
    try (var files = Files.walk(sets)) {
      assertThat(files.filter(f -> f.toString().endsWith(".tsv")))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(QrelsFile.read(file)).isNotEmpty());
    }
    assertThat(QrelsFile.read(sets.resolve("scifact/qrels/test.tsv"))).hasSize(300);
  }
}
