package dev.akin.search.index;

import static dev.akin.search.index.ListCorpus.document;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.search.Query;
import dev.akin.search.RankedDocument;
import dev.akin.search.SearchMode;
import dev.akin.search.filter.Filter;
import dev.akin.search.index.Explanation.LegView;
import dev.akin.search.index.Explanation.Verdict;
import dev.akin.text.Document;
import dev.akin.text.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
  private static final SearchMode EXACT = new SearchMode.Dense(SearchMode.Scan.EXACT);

  @TempDir private Path folder;

  private SearchIndex index;

  @BeforeEach
  void build() throws IOException {
    TestEncoder encoder = new TestEncoder(256, 6);
    List<Document> documents = new ArrayList<>();
    documents.add(document("best", "", "owls hunt at night", Map.of("year", Json.of(2000))));
    documents.add(document("good", "", "owls sleep", Map.of("year", Json.of(2010))));
    documents.add(document("cut", "one two three four five six owls hunt at night"));
    for (int i = 0; i < 150; i++) {
      documents.add(document("other" + i, "owls filler number " + i));
    }
    documents.add(document("far", "ships sail"));
    new IndexBuilder(folder, encoder, IndexOptions.DEFAULT)
        .refresh(new ListCorpus(documents), IndexListener.SILENT);
    index = SearchIndex.open(folder, encoder);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  private Explanation explain(SearchMode mode, Query query, String id) throws IOException {
    return index.explain(mode, query, id, 3);
  }

  private static Query owls() {
    return Query.of("owls hunt");
  }

  @Test
  void aResultIsFoundWithTheWeightOfEachWord() throws IOException {
    Explanation explanation = explain(SearchMode.HYBRID, owls(), "best");
    assertThat(explanation.verdict()).isInstanceOf(Verdict.Found.class);
    LegView bm25 = explanation.legs().getFirst();
    assertThat(bm25.name()).isEqualTo("bm25");
    assertThat(bm25.rank()).hasValue(1);
    assertThat(bm25.words())
        .extracting(Explanation.WordWeight::word)
        .containsExactly("hunt", "owl");
    assertThat(bm25.words().stream().mapToDouble(Explanation.WordWeight::weight).sum())
        .isEqualTo(bm25.score().orElseThrow(), org.assertj.core.api.Assertions.within(1e-5));
    assertThat(explanation.result().orElseThrow().passage()).isEqualTo("owls hunt at night");
  }

  @Test
  void aDocumentTheIndexDoesNotHaveIsNotIndexed() throws IOException {
    Explanation explanation = explain(SearchMode.HYBRID, owls(), "nowhere");
    assertThat(explanation.verdict()).isEqualTo(new Verdict.NotIndexed());
    assertThat(explanation.legs()).isEmpty();
  }

  @Test
  void aFilteredDocumentNamesTheConditionsItDoesNotMeet() throws IOException {
    Query query = owls().filteredBy(Filter.parse("year:* AND year > 2005"));
    Explanation explanation = explain(SearchMode.HYBRID, query, "best");
    assertThat(explanation.verdict()).isEqualTo(new Verdict.Filtered(List.of("year > 2005")));
    assertThat(explanation.legs().getFirst().rank()).hasValue(1);
  }

  @Test
  void aDocumentWhoseWordsWereCutOffIsTruncatedAway() throws IOException {
    Explanation explanation = explain(EXACT, owls(), "cut");
    assertThat(explanation.verdict()).isInstanceOf(Verdict.TruncatedAway.class);
    Explanation.Truncation truncation = explanation.truncation().orElseThrow();
    assertThat(truncation.lostTokens()).isEqualTo(4);
    assertThat(truncation.readWords()).isEmpty();
    assertThat(truncation.lostWords()).containsExactly("hunt", "owl");
  }

  /** Where every document is a candidate, what was cut off is still why it is not shown. */
  @Test
  void amongFewDocumentsOneWhoseWordsWereCutOffIsTruncatedAwayToo(@TempDir Path few)
      throws IOException {
    TestEncoder encoder = new TestEncoder(256, 6);
    new IndexBuilder(few, encoder, IndexOptions.DEFAULT)
        .refresh(
            ListCorpus.of(
                document("best", "owls hunt at night"),
                document("cut", "one two three four five six owls hunt at night")),
            IndexListener.SILENT);
    try (SearchIndex small = SearchIndex.open(few, encoder)) {
      assertThat(small.explain(EXACT, owls(), "cut", 1).verdict())
          .isInstanceOf(Verdict.TruncatedAway.class);
    }
  }

  @Test
  void aDocumentNoSearcherOfferedIsBelowTheCandidates() throws IOException {
    Explanation explanation = explain(SearchMode.LEXICAL, owls(), "other7");
    assertThat(explanation.verdict()).isEqualTo(new Verdict.BelowCandidates(100));
    assertThat(explanation.legs().getFirst().rank().orElseThrow()).isGreaterThan(100);
    assertThat(explanation.legs().getFirst().candidateRank()).isEmpty();
    Explanation far = explain(SearchMode.LEXICAL, owls(), "far");
    assertThat(far.legs().getFirst().rank()).as("shares no word").isEmpty();
  }

  @Test
  void aCandidateThatOthersBeatIsOutranked() throws IOException {
    List<String> verdicts = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      Explanation explanation = explain(SearchMode.HYBRID, owls(), "other" + i);
      if (explanation.verdict() instanceof Verdict.Outranked outranked) {
        assertThat(outranked.document().rank()).isGreaterThan(3);
        assertThat(outranked.document().score()).isLessThanOrEqualTo(outranked.needed());
        verdicts.add(explanation.documentId());
      }
    }
    assertThat(verdicts).hasSizeGreaterThan(90);
  }

  @Test
  void aSearchByOneLegAloneKnowsWhatItOutranksToo() throws IOException {
    for (SearchMode mode : List.of(SearchMode.LEXICAL, EXACT)) {
      List<String> shown =
          index.searcher(mode).search(owls(), 3).documents().stream()
              .map(RankedDocument::documentId)
              .toList();
      List<RankedDocument> deeper = index.searcher(mode).search(owls(), 100).documents();
      for (RankedDocument document : List.of(deeper.get(3), deeper.get(99))) {
        Explanation explanation = explain(mode, owls(), document.documentId());
        assertThat(explanation.verdict())
            .as(mode.toString())
            .isEqualTo(new Verdict.Outranked(document, deeper.get(2).score()));
        assertThat(explanation.legs().getFirst().candidateRank()).hasValue(document.rank());
      }
      for (String id : shown) {
        assertThat(explain(mode, owls(), id).verdict()).isInstanceOf(Verdict.Found.class);
      }
    }
  }
}
