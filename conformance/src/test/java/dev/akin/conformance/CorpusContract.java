package dev.akin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.text.Corpus;
import dev.akin.text.Document;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every corpus promises. */
abstract class CorpusContract {
  /** A corpus of at least three documents. */
  abstract Corpus open() throws Exception;

  @Test
  void eachPassGivesTheSameDocumentsInTheSameOrder() throws Exception {
    Corpus corpus = open();
    List<Document> first = all(corpus);
    assertThat(first).hasSizeGreaterThanOrEqualTo(3);
    assertThat(all(corpus)).isEqualTo(first);
  }

  @Test
  void twoPassesMayRunAtOnce() throws Exception {
    Corpus corpus = open();
    try (var one = corpus.documents();
        var two = corpus.documents()) {
      var first = one.iterator();
      var second = two.iterator();
      assertThat(first.next()).isEqualTo(second.next());
      assertThat(first.next()).isEqualTo(second.next());
    }
  }

  @Test
  void idsAreUniqueAndNotEmpty() throws Exception {
    Set<String> ids = new HashSet<>();
    for (Document document : all(open())) {
      assertThat(document.id()).isNotEmpty();
      assertThat(ids.add(document.id())).as(document.id()).isTrue();
    }
  }

  @Test
  void aKnownSizeIsTheNumberOfDocuments() throws Exception {
    Corpus corpus = open();
    corpus.size().ifPresent(size -> assertThat(all(corpus)).hasSize((int) size));
  }

  @Test
  void everyOffsetHasALine() throws Exception {
    for (Document document : all(open())) {
      int last = Math.max(0, document.text().length() - 1);
      assertThat(document.origin().lineAt(0)).isPositive();
      assertThat(document.origin().lineAt(last))
          .isGreaterThanOrEqualTo(document.origin().lineAt(0));
    }
  }

  private static List<Document> all(Corpus corpus) {
    try (var documents = corpus.documents()) {
      return documents.toList();
    }
  }
}
