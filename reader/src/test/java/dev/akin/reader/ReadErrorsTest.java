package dev.akin.reader;

import static dev.akin.reader.Reading.documents;
import static dev.akin.reader.Reading.gzip;
import static dev.akin.reader.Reading.skipping;
import static dev.akin.reader.Reading.write;
import static dev.akin.reader.Reading.zstd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Damage;
import dev.akin.testkit.Seeds;
import dev.akin.text.Document;
import dev.akin.text.FormatException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way a source can be bad, and what is said of it. */
class ReadErrorsTest {
  private static final String GOOD = "{\"_id\":\"good\",\"text\":\"x\"}\n";

  @TempDir private Path folder;

  private void assertRefused(Path file, String message) {
    assertRefused(file, ReadOptions.defaults(), message);
  }

  private void assertRefused(Path file, ReadOptions options, String message) {
    assertThatThrownBy(() -> documents(file, options))
        .isInstanceOf(FormatException.class)
        .hasMessage(folder + "/" + message);
  }

  @Test
  void bytesThatAreNotUtf8AreNamedWithLineAndOffset() {
    byte[] latin = "one\ncafé\n".getBytes(StandardCharsets.ISO_8859_1);
    var problem = "not UTF-8: byte 0xE9 at offset 7; convert the file to UTF-8";

    assertRefused(write(folder, "a.txt", latin), "a.txt:2: " + problem);
    assertRefused(
        write(folder, "b.txt", latin),
        ReadOptions.defaults().withFormat(SourceFormat.LINES),
        "b.txt:2: " + problem);
  }

  @Test
  void halfACharacterOfUtf16IsNamedWithLineAndOffset() {
    byte[] broken = "\uFEFFone\nx\ud83d.\n".getBytes(StandardCharsets.UTF_16LE);
    Arrays.fill(broken, 12, 14, (byte) 0xd8);

    assertRefused(
        write(folder, "a.txt", broken),
        ReadOptions.defaults().withFormat(SourceFormat.LINES),
        "a.txt:2: not UTF-16: half a character at offset 12; convert the file to UTF-8");
    assertRefused(
        write(folder, "b.txt", broken),
        "b.txt:2: not UTF-16LE: byte 0xD8 at offset 12; convert the file to UTF-8");
  }

  @Test
  void brokenJsonIsNamedWithLineAndPlace() {
    assertRefused(
        write(folder, "a.jsonl", GOOD + "{\"_id\":\"2\", text}\n"),
        "a.jsonl:2: expected a member name in double quotes at character 13: found 'text}'");
    assertRefused(
        write(folder, "b.jsonl", "[1,2]\n"), "b.jsonl:1: a JSON value, but not an object: [1,2]");
    assertRefused(
        write(folder, "c.jsonl", GOOD + "{\"_id\":\"2\",\"text\":\"cut"),
        "c.jsonl:2: JSON string without its closing quote at character 23: found the end");
  }

  @Test
  void aRecordNeedsIdAndTextOfTheRightType() {
    assertRefused(
        write(folder, "a.jsonl", "{\"name\":\"1\",\"text\":\"x\"}\n"),
        "a.jsonl:1: no id: no member \"_id\" or \"id\" or \"docid\", only \"name\", \"text\";"
            + " name it with id-column, or number the records with id-column #");
    assertRefused(
        write(folder, "b.jsonl", "{\"_id\":\"1\",\"body\":\"x\"}\n"),
        "b.jsonl:1: no text: no member \"text\" or \"contents\", only \"_id\", \"body\";"
            + " name it with text-column");
    assertRefused(
        write(folder, "c.jsonl", "{\"_id\":\"1\",\"text\":[1]}\n"),
        "c.jsonl:1: \"text\" is an array, not a text");
    assertRefused(
        write(folder, "d.jsonl", "{\"_id\":null,\"text\":\"x\"}\n"),
        "d.jsonl:1: \"_id\" is null, not a text");
    assertRefused(
        write(folder, "e.jsonl", "{\"_id\":\"\",\"text\":\"x\"}\n"),
        "e.jsonl:1: the id \"_id\" is empty");
    assertRefused(
        write(folder, "f.jsonl", "{\"_id\":\"1\",\"text\":\"x\",\"y\":1,\"metadata\":{\"y\":2}}\n"),
        "f.jsonl:1: \"y\" stands both in the record and in its \"metadata\"");
  }

  @Test
  void aTableNeedsItsColumns() {
    assertRefused(
        write(folder, "a.csv", "key,text\n1,x\n"),
        "a.csv:1: no id column \"_id\" or \"id\" or \"docid\"; the header has \"key\", \"text\";"
            + " name it with id-column");
    assertRefused(
        write(folder, "b.tsv", "id\tbody\n1\tx\n"),
        "b.tsv:1: no text column \"text\" or \"contents\"; the header has \"id\", \"body\";"
            + " name it with text-column");
    assertRefused(
        write(folder, "c.csv", "id,text\n1,x\n"),
        ReadOptions.defaults()
            .withColumns(new Columns(Optional.empty(), Optional.of("head"), Optional.empty())),
        "c.csv:1: no title column \"head\"; the header has \"id\", \"text\";"
            + " name it with title-column");
    assertRefused(
        write(folder, "d.csv", "id,text,text\n1,x,y\n"),
        "d.csv:1: a column name stands twice in the header: \"id\", \"text\", \"text\"");
    assertRefused(
        write(folder, "e.csv", "id,text\n1,x\n2,y,z\n"),
        "e.csv:3: 3 columns, but the header has 2");
    assertRefused(
        write(folder, "f.tsv", "id\ttext\n1\n"), "f.tsv:2: 1 columns, but the header has 2");
    assertRefused(
        write(folder, "g.tsv", "0\tfirst\n1\tsecond\tand more\n"),
        "g.tsv:2: 3 columns, but a file that begins with a number and a text has 2 on every line");
  }

  @Test
  void anOpenQuoteOfACsvRecordIsNamed() {
    assertThatThrownBy(() -> documents(write(folder, "a.csv", "id,text\n1,\"open\n2,y\n3,z\n")))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(
            folder + "/a.csv:4: broken CSV in a record that ends here or before (")
        .hasMessageEndingWith("; nothing behind it was read");
  }

  @Test
  void aCsvRecordOverManyLinesIsHeldToTheLimitToo() {
    var file = write(folder, "a.csv", "id,text\n1,\"" + "some words\n".repeat(9000) + "\"\n");

    assertThatThrownBy(() -> documents(file, ReadOptions.defaults().withMaxDocumentBytes(20_000)))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(folder + "/a.csv:1")
        .hasMessageContaining("The maximum buffer size of 20000 is insufficient");
  }

  @Test
  void bothPlacesOfADuplicateIdAreNamed() {
    assertRefused(
        write(folder, "a.jsonl", GOOD + GOOD.replace("good", "other") + GOOD),
        "a.jsonl:3: the id \"good\" stands at "
            + folder
            + "/a.jsonl:1 already; the ids of a corpus are unique");
    write(folder, "two/a.jsonl", GOOD);
    write(folder, "two/b.jsonl", GOOD);
    assertThatThrownBy(() -> documents(folder.resolve("two")))
        .hasMessage(
            folder
                + "/two/b.jsonl:1: the id \"good\" stands at "
                + folder
                + "/two/a.jsonl:1 already; the ids of a corpus are unique");
  }

  @Test
  void binaryFilesAreRefused() {
    assertRefused(
        write(folder, "a.bin", new byte[] {1, 0, 2}),
        "a.bin: binary, not text: NUL or control bytes at its start; this kind of file is not"
            + " read");
    assertRefused(
        write(folder, "b.txt", new byte[] {1, 0, 2}),
        "b.txt: binary, not text: NUL or control bytes at its start");
    var late = "x\n".repeat(5000) + "\0";
    var problem = "a NUL character, which no text has; the file is binary or damaged";
    assertRefused(write(folder, "c.txt", late), "c.txt:5001: " + problem);
    assertRefused(
        write(folder, "d.txt", late),
        ReadOptions.defaults().withFormat(SourceFormat.LINES),
        "d.txt:5001: " + problem);
    assertRefused(
        write(folder, "e.pdf", "text"), "e.pdf: named as a PDF, but does not begin with %PDF-");
  }

  @Test
  void aLineOf200MegabytesIsRefusedBeforeItIsTakenIntoMemory() throws IOException {
    var file = folder.resolve("a.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(GOOD.getBytes(StandardCharsets.UTF_8));
      var block = new byte[1 << 20];
      Arrays.fill(block, (byte) 'x');
      for (int i = 0; i < 200; i++) {
        out.write(block);
      }
      out.write(("\n" + GOOD.replace("good", "behind")).getBytes(StandardCharsets.UTF_8));
    }
    var message =
        "a.jsonl.gz:2: a line longer than 16777216 bytes, the most one document may have;"
            + " raise max-document-bytes if the line is meant to be one document";

    assertRefused(file, message);
    var log = skipping(file);
    assertThat(log.documents()).isEqualTo(2);
    assertThat(log.messages()).containsExactly(folder + "/" + message);
  }

  @Test
  void aLongLineIsReadWhenTheLimitIsRaised() {
    var file = write(folder, "a.txt", "x".repeat(100_000) + "\n");
    var lines = ReadOptions.defaults().withFormat(SourceFormat.LINES);

    assertThat(documents(file, lines.withMaxDocumentBytes(100_000))).hasSize(1);
    assertRefused(
        file,
        lines.withMaxDocumentBytes(99_999),
        "a.txt:1: a line longer than 99999 bytes, the most one document may have;"
            + " raise max-document-bytes if the line is meant to be one document");
    assertRefused(
        file,
        ReadOptions.defaults().withMaxDocumentBytes(100_000),
        "a.txt: longer than 100000 bytes, the most one document may have;"
            + " raise max-document-bytes or split the file");
  }

  @Test
  void packedDataThatIsCutShortIsRefusedAfterWhatCouldBeRead() {
    var lines = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      lines.append("{\"_id\":\"").append(i).append("\",\"text\":\"").append(i * 31).append("\"}\n");
    }
    byte[] gzip = gzip(lines.toString());
    byte[] zstd = zstd(lines.toString());
    for (var file :
        new Path[] {
          write(folder, "a.jsonl.gz", Damage.truncated(gzip, gzip.length - 20)),
          write(folder, "a.jsonl.zst", Damage.truncated(zstd, zstd.length - 20))
        }) {
      assertThatThrownBy(() -> documents(file))
          .isInstanceOf(FormatException.class)
          .hasMessageMatching(
              ".*a.jsonl.(gz: gzip|zst: zstd) data is damaged or cut short after \\d+ unpacked"
                  + " bytes \\(.+\\); fetch or write it again");
    }
    var log = skipping(folder.resolve("a.jsonl.gz"));
    assertThat(log.documents()).isGreaterThan(1000);
    assertThat(log.skipped()).isEqualTo(1);
  }

  @Test
  void damagedPackingNeverPassesUnseenOrEscapesAsAnotherError() {
    byte[] gzip = gzip(GOOD + "{\"_id\":\"2\",\"text\":\"" + "abc".repeat(99) + "\"}\n");
    byte[] zstd = zstd(GOOD + "{\"_id\":\"2\",\"text\":\"" + "abc".repeat(99) + "\"}\n");
    Seeds.forEach(
        200,
        random -> {
          byte[] whole = random.nextBoolean() ? gzip : zstd;
          byte[] bad =
              random.nextBoolean()
                  ? Damage.bitFlipped(whole, random)
                  : Damage.truncated(whole, random.nextInt(whole.length));
          var file = write(folder, "x.jsonl.gz", bad);
          try {
            assertThat(documents(file)).extracting(Document::id).containsExactly("good", "2");
          } catch (FormatException e) {
            assertThat(e).hasMessageStartingWith(folder + "/x.jsonl.gz");
          }
        });
  }

  @Test
  void aNameThatPromisesPackingMustKeepIt() {
    assertRefused(
        write(folder, "a.jsonl.gz", GOOD),
        "a.jsonl.gz: named as compressed, but begins with neither gzip's nor zstd's bytes"
            + " (found 7b 22 5f 69); rename it or write it again");
  }

  @Test
  void emptySourcesAreRefused() throws IOException {
    assertRefused(write(folder, "a.txt", ""), "a.txt: an empty file");
    assertRefused(
        write(folder, "b.jsonl", "\n\n"),
        "b.jsonl: no document to read: 0 documents; left out: 1 without text");
    Files.createDirectories(folder.resolve("none"));
    assertRefused(folder.resolve("none"), "none: no document to read: 0 documents");
    write(folder, "some/.hidden", "x");
    write(folder, "some/a.bin", new byte[] {0});
    assertRefused(
        folder.resolve("some"),
        "some: no document to read: 0 documents; left out: 1 hidden, 1 binary");
  }

  @Test
  void skippingDoesNotHideThatNothingIsLeft() {
    var file = write(folder, "a.jsonl", "{}\nx\n");

    assertThatThrownBy(() -> skipping(file))
        .isInstanceOf(FormatException.class)
        .hasMessage(file + ": no document to read: 0 documents; 2 skipped with errors");
  }

  @Test
  void skippingCountsEveryBadRecordAndKeepsTheFirstMessages() {
    var lines = new StringBuilder(GOOD);
    for (int i = 0; i < 30; i++) {
      lines.append("{\"_id\":\"").append(i).append(i % 2 == 0 ? "\"}\n" : "\",\"text\":\"x\"}\n");
    }
    var log = skipping(write(folder, "a.jsonl", lines.toString()));

    assertThat(log.documents()).isEqualTo(16);
    assertThat(log.skipped()).isEqualTo(15);
    assertThat(log.messages()).hasSize(ReadLog.MESSAGES_KEPT);
    assertThat(log.messages().getFirst()).contains("a.jsonl:2: no text");
    assertThat(log.summary()).isEqualTo("16 documents; 15 skipped with errors");
  }

  @Test
  void jsonThatIsNotJsonLinesIsNotReadAsText() {
    assertRefused(
        write(folder, "a.json", "[{\"_id\":\"1\",\"text\":\"x\"}]"),
        "a.json: JSON, but not JSON Lines whose objects have an id and a text; write one object a"
            + " line (jq -c '.[]'), or name format text to read the file as it stands");
    assertThat(
            documents(
                folder.resolve("a.json"), ReadOptions.defaults().withFormat(SourceFormat.TEXT)))
        .hasSize(1);
  }

  @Test
  void aFileThatGoesAwayBetweenPassesIsNamed() throws IOException {
    var file = write(folder, "a.txt", "x");
    var corpus = Sources.open(file);
    Files.delete(file);

    try (var documents = corpus.documents()) {
      assertThatThrownBy(documents::count)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage(file + ": gone since the source was opened");
    }
  }

  @Test
  void anUnknownCharsetOfAPageIsNamed() {
    assertRefused(
        write(folder, "a.html", "<meta charset=klingon><p>x"),
        "a.html: its charset \"klingon\" is not known; convert it to UTF-8");
  }
}
