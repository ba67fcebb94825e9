package dev.akin.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.search.Query;
import dev.akin.search.RankedDocument;
import dev.akin.search.Ranking;
import dev.akin.search.Searcher;
import dev.akin.search.filter.Filter;
import dev.akin.text.Document;
import dev.akin.text.Json;
import dev.akin.text.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every searcher promises, on a corpus of 60 documents that any of them can rank. */
abstract class SearcherContract {
  private static final String[] WORDS = {
    "river", "stone", "bird", "winter", "engine", "music", "paper", "lamp", "garden", "salt"
  };

  /** Documents of some of ten words each, with a metadata field {@code even}. */
  static List<Document> documents() {
    var random = new SplittableRandom(11);
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      var text = new StringBuilder("common");
      for (int w = 0; w < 12; w++) {
        text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
      }
      documents.add(
          new Document(
              "d" + i,
              "",
              text.toString(),
              new Json.Members(Map.of("even", Json.of(i % 2 == 0), "number", Json.of((long) i))),
              Origin.ofLine("words.jsonl", i + 1)));
    }
    return documents;
  }

  /** The searcher over {@link #documents()}. */
  abstract Searcher searcher();

  @Test
  void ranksRunFromOneAndScoresFall() {
    List<RankedDocument> found = searcher().search(Query.of("common river stone"), 20).documents();
    assertThat(found).hasSize(20);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).rank()).isEqualTo(i + 1);
      assertThat(found.get(i).score())
          .isLessThanOrEqualTo(i == 0 ? Double.MAX_VALUE : found.get(i - 1).score());
    }
  }

  @Test
  void noDocumentStandsTwiceInARanking() {
    Set<String> ids = new HashSet<>();
    for (var hit : searcher().search(Query.of("common winter bird"), 60).hits()) {
      assertThat(ids.add(hit.documentId())).as(hit.documentId()).isTrue();
    }
    assertThat(ids).hasSize(60);
  }

  @Test
  void fewerDocumentsAreTheBeginningOfMore() {
    Query query = Query.of("common engine music");
    assertThat(searcher().search(query, 5).hits())
        .isEqualTo(searcher().search(query, 25).hits().subList(0, 5));
  }

  @Test
  void theSameQueryGivesTheSameRankingInAnyThread() throws Exception {
    Query query = Query.of("common lamp garden");
    Ranking expected = searcher().search(query, 10);
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Ranking>> jobs = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        jobs.add(() -> searcher().search(query, 10));
      }
      for (var job : threads.invokeAll(jobs)) {
        assertThat(job.get().hits()).isEqualTo(expected.hits());
      }
    }
  }

  @Test
  void manyQueriesAreAnsweredAsEachAlone() {
    List<Query> queries =
        List.of(
            new Query("1", "common river"),
            new Query("2", "common salt"),
            new Query("3", "common paper lamp"));
    List<Ranking> together = searcher().run(queries, 10);
    for (int i = 0; i < queries.size(); i++) {
      assertThat(together.get(i).hits()).isEqualTo(searcher().search(queries.get(i), 10).hits());
    }
  }

  @Test
  void aFilterLeavesKDocumentsWhereKExist() {
    var even = searcher().filteredBy(Filter.parse("even = true"));
    List<RankedDocument> found = even.search(Query.of("common stone"), 30).documents();
    assertThat(found).hasSize(30);
    assertThat(found)
        .allSatisfy(
            hit -> assertThat(Integer.parseInt(hit.documentId().substring(1)) % 2).isEqualTo(0));
    assertThat(
            searcher()
                .filteredBy(Filter.parse("number >= 57"))
                .search(Query.of("common stone"), 10)
                .documents())
        .hasSize(3);
  }

  @Test
  void aSearchForNoDocumentsIsRefused() {
    assertThatThrownBy(() -> searcher().search(Query.of("common"), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }
}
