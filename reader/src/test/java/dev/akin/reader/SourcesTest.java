package dev.akin.reader;

import static dev.akin.reader.Reading.documents;
import static dev.akin.reader.Reading.gzip;
import static dev.akin.reader.Reading.only;
import static dev.akin.reader.Reading.write;
import static dev.akin.reader.Reading.zstd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.akin.text.Document;
import dev.akin.text.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  @TempDir private Path folder;

  @Test
  void aTextFileIsOneDocumentNamedByTheFile() {
    var document = only(write(folder, "note.txt", "first\r\nsecond\n"));

    assertThat(document.id()).isEqualTo("note.txt");
    assertThat(document.text()).isEqualTo("first\r\nsecond\n");
    assertThat(document.origin().locate(7)).isEqualTo(folder + "/note.txt:2");
  }

  @Test
  void jsonLinesGiveADocumentALineAndKeepOtherMembers() {
    var file =
        write(
            folder,
            "c.jsonl",
            """
            {"_id":"d1","title":"T","text":"one","year":2020,"metadata":{"venue":"ACL"}}

            {"id":7,"contents":"two","title":null}
            """);

    assertThat(documents(file)).extracting(Document::id).containsExactly("d1", "7");
    var first = documents(file).getFirst();
    assertThat(first.title()).isEqualTo("T");
    assertThat(first.metadata().toLine()).isEqualTo("{\"year\":2020,\"venue\":\"ACL\"}");
    var second = documents(file).getLast();
    assertThat(second.text()).isEqualTo("two");
    assertThat(second.title()).isEmpty();
    assertThat(second.origin().lineAt(0)).isEqualTo(3);
  }

  @Test
  void tablesGiveADocumentARecordWithNamedColumns() {
    var columns = new Columns(Optional.of("key"), Optional.of("head"), Optional.of("body"));
    var csv =
        write(folder, "t.csv", "key,head,body,n\na,\"A, B\",\"two\nlines \"\"q\"\"\",1\nb,,x,2\n");
    var tsv = write(folder, "t.tsv", "key\thead\tbody\tn\na\tA, B\t\"quoted\" or not\t1\n");
    var options = ReadOptions.defaults().withColumns(columns);

    var record = documents(csv, options).getFirst();
    assertThat(record.title()).isEqualTo("A, B");
    assertThat(record.text()).isEqualTo("two\nlines \"q\"");
    assertThat(record.metadata().find("n")).contains(Json.of("1"));
    assertThat(documents(csv, options).get(1).origin().lineAt(0)).isEqualTo(4);
    assertThat(documents(tsv, options).getFirst().text()).isEqualTo("\"quoted\" or not");
  }

  @Test
  void recordsCanBeNumberedByTheirLines() {
    var columns = new Columns(Optional.of(Columns.LINE_NUMBER), Optional.empty(), Optional.empty());
    var tsv = write(folder, "t.tsv", "text\tlabel\ngood\t1\nbad\t0\n");

    assertThat(documents(tsv, ReadOptions.defaults().withColumns(columns)))
        .extracting(Document::id)
        .containsExactly("t.tsv:2", "t.tsv:3");
  }

  @Test
  void linesAreDocumentsWhenAskedFor() {
    var file = write(folder, "l.txt", "one\n\ntwo");

    var documents = documents(file, ReadOptions.defaults().withFormat(SourceFormat.LINES));
    assertThat(documents).extracting(Document::text).containsExactly("one", "two");
    assertThat(documents).extracting(Document::id).containsExactly("l.txt:1", "l.txt:3");
  }

  @Test
  void packedFilesAreUnpackedByTheirFirstBytesWhateverTheirName() {
    var json = "{\"_id\":\"d\",\"text\":\"packed\"}\n";

    assertThat(only(write(folder, "a.jsonl.gz", gzip(json))).text()).isEqualTo("packed");
    assertThat(only(write(folder, "b.jsonl.zst", zstd(json))).text()).isEqualTo("packed");
    assertThat(only(write(folder, "c.jsonl", gzip(json))).text()).isEqualTo("packed");
    assertThat(only(write(folder, "d.md.zst", zstd("# T\n\n*x*"))).text()).isEqualTo("x");
  }

  @Test
  void concatenatedGzipIsReadToItsEnd() throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(gzip("{\"_id\":\"1\",\"text\":\"a\"}\n"));
    out.write(gzip("{\"_id\":\"2\",\"text\":\"b\"}\n"));

    assertThat(documents(write(folder, "two.jsonl.gz", out.toByteArray()))).hasSize(2);
  }

  @Test
  void utf16AndMarksAreUnderstood() {
    var text = "Grüße 👋\nzwei";
    for (var charset : new String[] {"UTF-16LE", "UTF-16BE", "UTF-8"}) {
      var bytes = ("\uFEFF" + text).getBytes(Charset.forName(charset));
      assertThat(only(write(folder, charset + ".txt", bytes)).text()).isEqualTo(text);

      var lines =
          documents(
              write(folder, charset + ".lines", bytes),
              ReadOptions.defaults().withFormat(SourceFormat.LINES));
      assertThat(lines).extracting(Document::text).containsExactly("Grüße 👋", "zwei");
    }
  }

  @Test
  void theContentDecidesWhereTheNameSaysNothing() {
    assertThat(only(write(folder, "page", "<!DOCTYPE html><title>T</title><p>x")).title())
        .isEqualTo("T");
    assertThat(only(write(folder, "records", "{\"_id\":\"d\",\"text\":\"x\"}\n")).id())
        .isEqualTo("d");
    assertThat(only(write(folder, "README", "plain")).text()).isEqualTo("plain");
    assertThat(only(write(folder, "Thing.java", "class Thing {}")).text())
        .isEqualTo("class Thing {}");
  }

  @Test
  void aBeirFolderIsItsCorpusFile() {
    write(folder, "set/corpus.jsonl.gz", gzip("{\"_id\":\"d\",\"title\":\"\",\"text\":\"x\"}\n"));
    write(folder, "set/queries.jsonl", "{\"_id\":\"q\",\"text\":\"y\"}\n");

    assertThat(only(folder.resolve("set")).id()).isEqualTo("d");
  }

  @Test
  void everyPassReadsTheSourceAgain() throws IOException {
    var file = write(folder, "a.jsonl", "{\"_id\":\"1\",\"text\":\"a\"}\n");
    var log = new ReadLog();
    var corpus = Sources.open(file, ReadOptions.defaults(), log);

    for (int pass = 0; pass < 3; pass++) {
      try (var documents = corpus.documents()) {
        assertThat(documents).hasSize(1);
      }
    }
    assertThat(log.documents()).isEqualTo(1);
    assertThat(corpus.name()).isEqualTo("a.jsonl");
    assertThat(corpus.size()).isEmpty();
  }

  @Test
  void theShareThatWasReadIsThatOfTheBytesOnDisk() throws IOException {
    var text = new StringBuilder();
    int records = 20_000;
    for (int i = 0; i < records; i++) {
      text.append("{\"_id\":\"%d\",\"text\":\"%x\"}\n".formatted(i, i * 0x9e3779b97f4a7c15L));
    }
    List<Path> files =
        List.of(
            write(folder, "a.jsonl", text.toString()),
            write(folder, "b.jsonl.gz", gzip(text.toString())),
            write(folder, "c.jsonl.zst", zstd(text.toString())));
    for (Path file : files) {
      var log = new ReadLog();
      double before = 0;
      try (var documents = Sources.open(file, ReadOptions.defaults(), log).documents()) {
        for (var all = documents.iterator(); all.hasNext(); all.next()) {
          double share = log.share().orElseThrow();
          assertThat(share).isBetween(before, 1.0);
          if (log.documents() == records / 2) {
            // Read ahead by the buffers of file, unpacking and lines.
            double ahead = 4 * (1 << 16) / (double) Files.size(file);
            assertThat(share).as(file.toString()).isBetween(0.45, 0.55 + ahead);
          }
          before = share;
        }
      }
      assertThat(log.share()).hasValue(1.0);
    }
  }

  @Test
  void aClosedPassLetsGoOfItsFile() throws IOException {
    var file = write(folder, "a.jsonl", "{\"_id\":\"1\",\"text\":\"a\"}\n");
    var documents = Sources.open(file).documents();
    var iterator = documents.iterator();
    iterator.next();
    documents.close();

    assertThat(iterator.hasNext()).isFalse();
  }

  @Test
  void aMissingSourceIsRefusedAtOnce() {
    assertThatThrownBy(() -> Sources.open(folder.resolve("nothing")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(folder + "/nothing: no such file or folder");
    assertThatThrownBy(() -> Sources.open(Path.of("/dev/null")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(
            "/dev/null: neither a file nor a folder; what comes through a pipe");
  }

  @Test
  void optionsRefuseLimitsOutOfRange() {
    assertThatThrownBy(() -> ReadOptions.defaults().withMaxDocumentBytes(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a document of at most 0 bytes; need 1 to 536870912");
  }

  @Test
  void manyRecordsAreAllDelivered() throws IOException {
    var file = folder.resolve("many.jsonl");
    try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (int i = 0; i < 200_000; i++) {
        out.write("{\"_id\":\"" + i + "\",\"text\":\"words and words\"}\n");
      }
    }
    try (var documents = Sources.open(file).documents()) {
      assertThat(documents.count()).isEqualTo(200_000);
    }
  }

  @Test
  void aTableThatBeginsWithANumberAndATextIsMsMarcosCollection() {
    var file = write(folder, "collection.tsv", "0\tThe presence of communication\n17\t\"Two\"\n");
    assertThat(documents(file))
        .extracting(Document::id, Document::title, Document::text)
        .containsExactly(
            tuple("0", "", "The presence of communication"), tuple("17", "", "\"Two\""));
    assertThat(documents(file).getLast().origin().locate(0)).isEqualTo(file + ":2");
    assertThat(documents(folder)).hasSize(2);
  }

  @Test
  void aHeaderThatNamesColumnsOrOptionsThatDoAreStillObeyed() {
    var file = write(folder, "t.tsv", "17\tbody\nx\ty\n");
    var columns = new Columns(Optional.of("17"), Optional.empty(), Optional.of("body"));
    assertThat(documents(file, ReadOptions.defaults().withColumns(columns)))
        .extracting(Document::id, Document::text)
        .containsExactly(tuple("x", "y"));
  }
}
