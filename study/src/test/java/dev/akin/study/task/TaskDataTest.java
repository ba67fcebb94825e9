package dev.akin.study.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Damage;
import dev.akin.testkit.Seeds;
import dev.akin.testkit.TestData;
import dev.akin.text.FormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskDataTest {
  @TempDir private Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void pairsAreReadFromTablesAndJsonLines() throws IOException {
    ScoredPairs table =
        ScoredPairs.read(file("p.tsv", "sentence1\tsentence2\tscore\na b\tc\t2.5\nd\te\t0\n"));
    assertThat(table)
        .isEqualTo(new ScoredPairs(List.of("a b", "d"), List.of("c", "e"), List.of(2.5, 0.0)));
    assertThat(
            ScoredPairs.read(
                file("p.jsonl", "{\"sentence1\":\"a\",\"sentence2\":\"b\",\"label\":1}\n")))
        .isEqualTo(new ScoredPairs(List.of("a"), List.of("b"), List.of(1.0)));
  }

  @Test
  void aPairWithoutANumberIsRefusedByLine() throws IOException {
    Path file = file("p.tsv", "sentence1\tsentence2\tscore\na\tb\t1\nc\td\tgood\n");
    assertThatThrownBy(() -> ScoredPairs.read(file))
        .isInstanceOf(FormatException.class)
        .hasMessageEndingWith("p.tsv:3: the score 'good' is not a number");
    Path nan = file("n.tsv", "sentence1\tsentence2\tscore\na\tb\tNaN\n");
    assertThatThrownBy(() -> ScoredPairs.read(nan)).hasMessageEndingWith("is not finite");
    Path missing = file("m.tsv", "sentence1\tother\tscore\na\tb\t1\n");
    assertThatThrownBy(() -> ScoredPairs.read(missing))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("m.tsv:2: no column \"sentence2\" beside [other, score]");
  }

  @Test
  void labelsMayBeNumbersOrWords() throws IOException {
    assertThat(LabelledTexts.read(file("l.tsv", "text\tlabel\ngood film\tpos\nbad\t0\n")))
        .isEqualTo(new LabelledTexts(List.of("good film", "bad"), List.of("pos", "0")));
  }

  @Test
  void aSplitLosesNothingAndIsTheSameForASeed() {
    LabelledTexts all =
        new LabelledTexts(List.of("a", "b", "c", "d", "e"), List.of("1", "2", "3", "4", "5"));
    List<LabelledTexts> parts = all.split(0.6, 3);
    assertThat(parts.getFirst().size()).isEqualTo(3);
    assertThat(parts.getFirst().texts()).doesNotContainAnyElementsOf(parts.getLast().texts());
    assertThat(all.split(0.6, 3)).isEqualTo(parts);
    for (LabelledTexts part : parts) {
      for (int i = 0; i < part.size(); i++) {
        int place = all.texts().indexOf(part.texts().get(i));
        assertThat(part.labels().get(i)).isEqualTo(all.labels().get(place));
      }
    }
  }

  @Test
  void theTatoebaArchiveIsRead() throws IOException {
    Path archive = TestData.require("bitext/tatoeba/tatoeba-v1.tar.gz");
    assertThat(TatoebaArchive.task("t", archive, "deu").data())
        .isEqualTo("1,000 sentences and their translations");
    assertThatThrownBy(() -> TatoebaArchive.task("t", archive, "xyz"))
        .isInstanceOf(FormatException.class)
        .hasMessageEndingWith("it has no sentences of xyz");
  }

  private static byte[] tar(String... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        byte[] content = namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8);
        byte[] header = new byte[512];
        byte[] name = namesAndContents[i].getBytes(StandardCharsets.UTF_8);
        System.arraycopy(name, 0, header, 0, name.length);
        byte[] size = "%011o".formatted(content.length).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(size, 0, header, 124, size.length);
        out.write(header);
        out.write(Arrays.copyOf(content, (content.length + 511) / 512 * 512));
      }
      out.write(new byte[1024]);
    }
    return bytes.toByteArray();
  }

  @Test
  void aDamagedArchiveIsRefusedOrReadRight() throws IOException {
    byte[] whole =
        tar("v1/tatoeba.deu-eng.deu", "Hallo\nWelt\n", "v1/tatoeba.deu-eng.eng", "hello\nworld\n");
    Path file = folder.resolve("t.tar.gz");
    Files.write(file, whole);
    assertThat(TatoebaArchive.task("t", file, "deu").data()).startsWith("2 sentences");
    Seeds.forEach(
        60,
        random -> {
          try {
            Files.write(
                file,
                random.nextBoolean()
                    ? Damage.bitFlipped(whole, random)
                    : Damage.truncated(whole, random.nextInt(whole.length)));
            BitextMiningTask task = TatoebaArchive.task("t", file, "deu");
            assertThat(task.data()).startsWith("2 sentences");
          } catch (IOException | FormatException | IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
          }
        });
    byte[] lying = new byte[512];
    System.arraycopy("v1/a".getBytes(StandardCharsets.UTF_8), 0, lying, 0, 4);
    System.arraycopy("77777777777".getBytes(StandardCharsets.UTF_8), 0, lying, 124, 11);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(lying);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Files.write(file, bytes.toByteArray());
    assertThatThrownBy(() -> TatoebaArchive.task("t", file, "deu"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("its size");
  }

  @Test
  void anUnknownTaskIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> new TaskCatalog(folder).open("scifakt"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("there is no task 'scifakt'; there are scifact, cranfield");
    assertThatThrownBy(() -> new TaskCatalog(folder).open("stsb-en"))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(
            "the task 'stsb-en' needs it; name the folder of the data with --data");
  }

  @Test
  void everyTaskOfTheCatalogOpensWhereItsDataAre() {
    TestData.require("retrieval");
    Path root = TestData.root();
    assertThat(new TaskCatalog(root).present()).isEqualTo(TaskCatalog.names());
  }
}
