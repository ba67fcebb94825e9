package dev.akin.search.index;

import static dev.akin.search.index.ListCorpus.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.encoder.HashedEncoder;
import dev.akin.encoder.Role;
import dev.akin.search.Query;
import dev.akin.search.RankedDocument;
import dev.akin.search.Ranking;
import dev.akin.search.SearchMode;
import dev.akin.search.Searcher;
import dev.akin.search.Stage;
import dev.akin.search.filter.Filter;
import dev.akin.text.Document;
import dev.akin.text.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches against what is computed by hand or by brute force. */
class SearchOracleTest {
  private static final SearchMode EXACT = new SearchMode.Dense(SearchMode.Scan.EXACT);
  private static final SearchMode GRAPH = new SearchMode.Dense(SearchMode.Scan.GRAPH);

  /** Lucene builds no graph for segments of a few hundred vectors, and scans them. */
  private static final int WITH_A_GRAPH = 1_200;

  @TempDir private Path folder;

  private final HashedEncoder encoder = HashedEncoder.of(64);

  private SearchIndex index(List<Document> documents) throws IOException {
    new IndexBuilder(folder, encoder, IndexOptions.DEFAULT)
        .refresh(new ListCorpus(documents), IndexListener.SILENT);
    return SearchIndex.open(folder, encoder);
  }

  private static List<String> ids(Ranking ranking) {
    return ranking.documents().stream().map(RankedDocument::documentId).toList();
  }

  /**
   * Robertson and Zaragoza 2009 with k1 .9, b .4 and Lucene's idf ln(1 + (N − n + .5)/(n + .5)).
   */
  @Test
  void bm25IsWhatTheFormulaGives() throws IOException {
    List<Document> documents =
        List.of(
            document("d1", "cat cat dog"),
            document("d2", "dog bird"),
            document("d3", "bird bird bird cat fish"));
    try (SearchIndex index = index(documents)) {
      Ranking ranking = index.searcher(SearchMode.LEXICAL).search(Query.of("cat fish"), 10);
      double mean = (3 + 2 + 5) / 3.0;
      double cat = Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5));
      double fish = Math.log(1 + (3 - 1 + 0.5) / (1 + 0.5));
      double d1 = cat * 2 / (2 + 0.9 * (1 - 0.4 + 0.4 * 3 / mean));
      double d3 = (cat + fish) * 1 / (1 + 0.9 * (1 - 0.4 + 0.4 * 5 / mean));
      assertThat(ids(ranking)).containsExactly("d3", "d1");
      assertThat(ranking.documents().get(0).score()).isCloseTo(d3, within(1e-6));
      assertThat(ranking.documents().get(1).score()).isCloseTo(d1, within(1e-6));
    }
  }

  @Test
  void aWordAskedTwiceCountsTwice() throws IOException {
    try (SearchIndex index = index(List.of(document("d1", "cat dog"), document("d2", "bird")))) {
      Searcher searcher = index.searcher(SearchMode.LEXICAL);
      double once = searcher.search(Query.of("cat"), 1).documents().getFirst().score();
      double twice = searcher.search(Query.of("cat cats"), 1).documents().getFirst().score();
      assertThat(twice).isCloseTo(2 * once, within(1e-6));
    }
  }

  @Test
  void equalScoresStandInTheOrderOfTheirIdsAndNoneIsCutByChance() throws IOException {
    List<Document> documents =
        IntStream.range(0, 200).mapToObj(i -> document("d" + (199 - i), "same words")).toList();
    try (SearchIndex index = index(documents)) {
      for (SearchMode mode : List.of(SearchMode.LEXICAL, EXACT, GRAPH)) {
        assertThat(ids(index.searcher(mode).search(Query.of("same words"), 3)))
            .as(mode.toString())
            .containsExactly("d0", "d1", "d10");
      }
    }
  }

  private static List<Document> random(int count) {
    SplittableRandom random = new SplittableRandom(7);
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder("common");
      for (int w = random.nextInt(1, 12); w > 0; w--) {
        text.append(" w").append(random.nextInt(300));
      }
      Map<String, Json> metadata = new LinkedHashMap<>();
      metadata.put("year", Json.of(1990 + random.nextInt(30)));
      metadata.put("venue", Json.of(List.of("ACL", "ACLdemo", "EMNLP").get(random.nextInt(3))));
      if (random.nextInt(4) == 0) {
        metadata.put("price", Json.of(random.nextInt(100) / 4.0));
      }
      metadata.put(
          "tags",
          new Json.Array(
              IntStream.range(0, random.nextInt(3))
                  .mapToObj(_ -> Json.of("t" + random.nextInt(5)))
                  .toList()));
      documents.add(document("d" + i, "", text.toString(), metadata));
    }
    return documents;
  }

  @Test
  void anExactScanIsTheBruteForce() throws IOException {
    List<Document> documents = random(400);
    try (SearchIndex index = index(documents)) {
      for (String text : List.of("w1 w2 w3", "common w17", "w250 w9 w9")) {
        float[] query = encoder.encode(text, Role.QUERY);
        Map<String, Double> scores = new LinkedHashMap<>();
        for (Document document : documents) {
          float[] row = encoder.encode(document.text(), Role.DOCUMENT);
          scores.put(document.id(), (double) encoder.similarity().between(query, row));
        }
        Ranking ranking = index.searcher(EXACT).search(Query.of(text), 400);
        assertThat(ranking.documents()).hasSize(400);
        for (RankedDocument document : ranking.documents()) {
          assertThat(document.score()).isCloseTo(scores.get(document.documentId()), within(2e-6));
        }
        assertThat(ranking.documents())
            .isSortedAccordingTo(
                Comparator.comparingDouble((RankedDocument d) -> -d.score())
                    .thenComparing(RankedDocument::documentId));
      }
    }
  }

  private static boolean anyTag(Document document, Predicate<String> test) {
    return ((Json.Array) document.metadata().find("tags").orElseThrow())
        .items().stream().anyMatch(tag -> test.test(((Json.Text) tag).value()));
  }

  private static double number(Document document, String field) {
    return document.metadata().find(field).map(v -> ((Json.Num) v).asDouble()).orElse(Double.NaN);
  }

  private static String venue(Document document) {
    return document.metadata().findText("venue").orElseThrow();
  }

  @Test
  void aFilterLetsThroughWhatBruteForceDoes() throws IOException {
    Map<String, Predicate<Document>> filters = new LinkedHashMap<>();
    filters.put("year >= 2015", d -> number(d, "year") >= 2015);
    filters.put(
        "year < 2000 OR year > 2016", d -> number(d, "year") < 2000 || number(d, "year") > 2016);
    filters.put("year:2003", d -> number(d, "year") == 2003);
    filters.put("year != 2003", d -> number(d, "year") != 2003);
    filters.put("year:199*", d -> number(d, "year") < 2000);
    filters.put("venue:acl", d -> venue(d).equals("ACL"));
    filters.put("venue:ACL*", d -> venue(d).startsWith("ACL"));
    filters.put("venue > acl", d -> venue(d).compareToIgnoreCase("acl") > 0);
    filters.put("price <= 12.5", d -> number(d, "price") <= 12.5);
    filters.put("NOT price:*", d -> Double.isNaN(number(d, "price")));
    filters.put("tags:t3", d -> anyTag(d, "t3"::equals));
    filters.put(
        "tags >= t3 AND NOT tags:t4",
        d -> anyTag(d, t -> t.compareTo("t3") >= 0) && !anyTag(d, "t4"::equals));
    filters.put("file:corpus.jsonl AND year:1995", d -> number(d, "year") == 1995);
    List<Document> documents = random(500);
    try (SearchIndex index = index(documents)) {
      filters.forEach((text, test) -> {
        List<String> expected = documents.stream().filter(test).map(Document::id).sorted().toList();
        assertThat(expected).as(text).isNotEmpty();
        for (SearchMode mode : List.of(SearchMode.LEXICAL, EXACT, GRAPH, SearchMode.HYBRID)) {
          Ranking ranking =
              index
                  .searcher(mode)
                  .filteredBy(Filter.parse(text))
                  .search(Query.of("common"), documents.size());
          assertThat(ids(ranking)).as(text + " " + mode).hasSameElementsAs(expected);
        }
      });
    }
  }

  @Test
  void theStageSaysHowItLooked() throws IOException {
    try (SearchIndex index = index(random(WITH_A_GRAPH))) {
      Query few = Query.of("w1").filteredBy(Filter.parse("year:2001"));
      Stage exact = index.searcher(GRAPH).search(few, 3).stages().getFirst();
      assertThat(exact.method()).isEqualTo(Stage.Method.EXACT_SCAN);
      assertThat(exact.eligible()).isLessThan(60);
      assertThat(exact.toString()).startsWith("dense: exact scan over ");
      Stage graph = index.searcher(GRAPH).search(Query.of("w1"), 3).stages().getFirst();
      assertThat(graph.method()).isEqualTo(Stage.Method.GRAPH);
    }
  }

  @Test
  void aNumberIsTheBeginningOfATextWhereAFieldHasNoNumbers() throws IOException {
    List<Document> documents = new ArrayList<>();
    for (String date : List.of("2014-12-31", "2015-01-01", "2015-03-01", "2016-02-29")) {
      documents.add(document(date, "", "common", Map.of("date", Json.of(date))));
    }
    documents.add(document("none", "common"));
    Map<String, List<String>> expected = new LinkedHashMap<>();
    expected.put("date >= 2015", List.of("2015-01-01", "2015-03-01", "2016-02-29"));
    expected.put("date < 2015", List.of("2014-12-31"));
    expected.put("date > 2015 AND date < 2016", List.of("2015-01-01", "2015-03-01"));
    expected.put("date <= 2015-03", List.of("2014-12-31", "2015-01-01"));
    expected.put("date:2015*", List.of("2015-01-01", "2015-03-01"));
    expected.put("date:2015", List.of());
    try (SearchIndex index = index(documents)) {
      expected.forEach((filter, ids) ->
          assertThat(
                  ids(
                      index
                          .searcher(SearchMode.LEXICAL)
                          .filteredBy(Filter.parse(filter))
                          .search(Query.of("common"), 9)))
              .as(filter)
              .isEqualTo(ids));
    }
  }

  /** Where some document has a number, numbers are compared: 9 before 10. */
  @Test
  void oneNumberMakesAFieldOneOfNumbers() throws IOException {
    List<Document> documents =
        List.of(
            document("text", "", "common", Map.of("size", Json.of("9 pages"))),
            document("small", "", "common", Map.of("size", Json.of("9"))),
            document("large", "", "common", Map.of("size", Json.of(10))));
    try (SearchIndex index = index(documents)) {
      Query query = Query.of("common").filteredBy(Filter.parse("size >= 9"));
      assertThat(ids(index.searcher(SearchMode.LEXICAL).search(query, 9)))
          .containsExactlyInAnyOrder("large", "small");
    }
  }

  /** Lucene turns to an exact scan by itself where a filter leaves no more than are kept. */
  @Test
  void aGraphThatWasNotWalkedIsNotSaidToBe() throws IOException {
    index(random(WITH_A_GRAPH)).close();
    float[] row = encoder.encode("w1 w2", Role.DOCUMENT);
    try (Directory directory = FSDirectory.open(folder);
        IndexView view = new IndexView(folder, IndexFolder.openReader(directory, folder))) {
      GraphSearch graph = new GraphSearch(view, new ExactScan(view));
      assertThat(graph.top(row, 10, Optional.empty()).isApproximate()).isTrue();
      var most = view.query(Filter.parse("year > 1990"));
      assertThat(graph.top(row, 10, most).isApproximate()).isTrue();
      var few = view.query(Filter.parse("year:2001"));
      GraphSearch.Found scanned = graph.top(row, 60, few);
      assertThat(scanned.isApproximate()).isFalse();
      assertThat(scanned.hits()).hasSize(view.matches(few.orElseThrow()).cardinality());
    }
  }

  @Test
  void anUnknownFieldIsRefusedWithItsColumnAndTheKnownOnes() throws IOException {
    try (SearchIndex index = index(random(20))) {
      Query query = Query.of("w1").filteredBy(Filter.parse("year:2001 OR yaer > 3"));
      assertThatThrownBy(() -> index.searcher(SearchMode.LEXICAL).search(query, 3))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("filter, column 14: no document has a field yaer")
          .hasMessageContaining("there are: file, ")
          .hasMessageContaining("year");
    }
  }

  @Test
  void lexicalSearchNeverAsksForTheEncoder() throws IOException {
    index(random(5)).close();
    try (SearchIndex index =
        SearchIndex.open(
            folder,
            () -> {
              throw new AssertionError("asked for the encoder");
            })) {
      assertThat(ids(index.searcher(SearchMode.LEXICAL).search(Query.of("common"), 9))).hasSize(5);
    }
  }

  @Test
  void aQueryOfManyWordsOrNoneIsAnswered() throws IOException {
    try (SearchIndex index = index(random(50))) {
      String many = String.join(" ", IntStream.range(0, 5_000).mapToObj(i -> "w" + i).toList());
      assertThat(ids(index.searcher(SearchMode.HYBRID).search(Query.of(many), 10))).hasSize(10);
      assertThat(ids(index.searcher(SearchMode.HYBRID).search(Query.of(" "), 10))).isEmpty();
    }
  }

  @Test
  void recallIsMeasuredOnTheIndexItself() throws IOException {
    try (SearchIndex index = index(random(3_000))) {
      Recall recall = index.info().recall().orElseThrow();
      assertThat(recall.sample()).isEqualTo(200);
      assertThat(recall.measured()).isGreaterThanOrEqualTo(IndexOptions.DEFAULT_TARGET_RECALL);
      assertThat(recall.isReached()).isTrue();
      int found = 0;
      for (int i = 0; i < 100; i++) {
        Query query = Query.of("w" + i + " w" + (i + 100));
        List<String> truth = ids(index.searcher(EXACT).search(query, 10));
        found +=
            (int)
                ids(index.searcher(GRAPH).search(query, 10)).stream()
                    .filter(truth::contains)
                    .count();
      }
      assertThat(found / 1_000.0).as("unseen queries are harder").isGreaterThan(0.85);
    }
  }
}
