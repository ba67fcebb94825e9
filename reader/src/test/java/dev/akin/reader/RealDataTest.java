package dev.akin.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.TestData;
import dev.akin.text.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealDataTest {
  /** Numbers of documents as the README of the data states them. */
  @ParameterizedTest
  @CsvSource({
    "scifact, 5183",
    "cranfield, 1400",
    "cacm, 3204",
    "cisi, 1460",
    "adi, 82",
    "limit-small, 46",
    "xquad-de, 240",
    "xquad-en, 240",
    "xquad-hi, 240",
    "xquad-tr, 240",
    "xquad-zh, 240"
  })
  void everyRetrievalSetIsReadWhole(String set, long documents) throws IOException {
    assertThat(count(TestData.require("retrieval/" + set))).isEqualTo(documents);
  }

  @Test
  void theAnthologyIsReadWholeTwiceAlike() throws IOException {
    var corpus = Sources.open(TestData.require("papers/acl-anthology.jsonl.gz"));

    long[] first = fingerprint(corpus.documents().toList());
    try (var again = corpus.documents()) {
      assertThat(fingerprint(again.toList())).isEqualTo(first);
    }
    assertThat(first[0]).isEqualTo(71_244);
    assertThat(first[1]).as("with an abstract").isEqualTo(29_905);
  }

  @Test
  void aRecordKeepsItsOtherFieldsAsMetadata() throws IOException {
    try (var documents =
        Sources.open(TestData.require("papers/acl-anthology.jsonl.gz")).documents()) {
      var first = documents.findFirst().orElseThrow();
      assertThat(first.metadata().members().keySet()).contains("year", "venue", "authors");
      assertThat(first.origin().locate(0)).endsWith("acl-anthology.jsonl.gz:1");
    }
  }

  @Test
  void questionsAreReadAsACorpusToo() throws IOException {
    assertThat(count(TestData.require("retrieval/xquad-zh/queries.jsonl"))).isEqualTo(1190);
  }

  @Test
  void theProjectsOwnMarkdownIsReadWithTitlesAndLines() throws IOException {
    var root = TestData.projectRoot();
    try (var documents = Sources.open(root.resolve("docs")).documents()) {
      // The folder holds results of studies too, and JSON has no headline.
      List<Document> pages = documents.filter(d -> d.id().endsWith(".md")).toList();
      assertThat(pages).isNotEmpty().allSatisfy(page -> assertThat(page.title()).isNotBlank());
      assertThat(pages)
          .extracting(Document::id)
          .contains("reading.md", "decisions/0004-readers.md");
      assertThat(pages).extracting(Document::id).isSorted();
    }
  }

  private static long count(Path source) throws IOException {
    try (var documents = Sources.open(source).documents()) {
      return documents.count();
    }
  }

  private static long[] fingerprint(List<Document> documents) {
    return new long[] {
      documents.size(),
      documents.stream().filter(d -> !d.text().isEmpty()).count(),
      documents.stream().map(d -> Map.entry(d.id(), d.text())).toList().hashCode()
    };
  }
}
