package dev.akin.search.index;

import static dev.akin.search.index.ListCorpus.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.encoder.HashedEncoder;
import dev.akin.search.Query;
import dev.akin.search.RankedDocument;
import dev.akin.search.Ranking;
import dev.akin.search.SearchMode;
import dev.akin.search.filter.Filter;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import dev.akin.text.FormatException;
import dev.akin.text.Json;
import dev.akin.text.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshTest {
  @TempDir private Path folder;

  private final TestEncoder encoder = new TestEncoder(64, 8);

  private IndexReport refresh(IndexOptions options, Corpus corpus) throws IOException {
    encoder.encoded().clear();
    return new IndexBuilder(folder, encoder, options).refresh(corpus, IndexListener.SILENT);
  }

  private IndexReport refresh(Document... documents) throws IOException {
    return refresh(IndexOptions.DEFAULT, ListCorpus.of(documents));
  }

  private List<String> found(String text) throws IOException {
    try (SearchIndex index = SearchIndex.open(folder, encoder)) {
      Ranking ranking = index.searcher(SearchMode.LEXICAL).search(Query.of(text), 100);
      return ranking.documents().stream().map(RankedDocument::documentId).toList();
    }
  }

  @Test
  void aTextThatIsTooLongIsNamedByItsDocument() throws IOException {
    refresh(document("known", "one two"));
    encoder.refuseLongTexts();
    String lines = "First line.\nThe second line has more words than eight of them.\n";
    var tooLong =
        new Document("b", "", lines, new Json.Members(Map.of()), Origin.ofText("b.txt", lines, 1));
    assertThatThrownBy(() ->
            refresh(
                document("known", "", "one two", Map.of("year", Json.of(1))),
                document("a", "short"),
                tooLong))
        .isInstanceOf(FormatException.class)
        .hasMessage("b.txt:1: document b is too long");
  }

  @Test
  void onlyWhatChangedIsEncodedAndWhatIsGoneIsRemoved() throws IOException {
    refresh(document("a", "alpha one"), document("b", "beta two"), document("c", "gamma three"));
    IndexReport report =
        refresh(document("a", "alpha one"), document("b", "beta four"), document("d", "delta"));
    assertThat(encoder.encoded()).containsExactly("beta four", "delta");
    assertThat(report.added()).isEqualTo(1);
    assertThat(report.updated()).isEqualTo(1);
    assertThat(report.unchanged()).isEqualTo(1);
    assertThat(report.removed()).isEqualTo(1);
    assertThat(report.index().contents().documents()).isEqualTo(3);
    assertThat(found("two")).isEmpty();
    assertThat(found("gamma")).isEmpty();
    assertThat(found("beta")).containsExactly("b");
  }

  @Test
  void newMetadataForTheSameTextKeepsTheVectors() throws IOException {
    IndexOptions options = IndexOptions.DEFAULT.withSplitting(new Splitting.Passages(5, 0));
    String text = "One short sentence here. And another one there.";
    refresh(options, ListCorpus.of(document("a", "", text, Map.of("year", Json.of(1)))));
    int passages = encoder.encoded().size();
    IndexReport report =
        refresh(options, ListCorpus.of(document("a", "", text, Map.of("year", Json.of(2)))));
    assertThat(passages).isEqualTo(2);
    assertThat(encoder.encoded()).isEmpty();
    assertThat(report.updated()).isEqualTo(1);
    assertThat(report.index().contents().vectors()).isEqualTo(2);
    try (SearchIndex index = SearchIndex.open(folder, encoder)) {
      Query query = Query.of("another").filteredBy(Filter.parse("year:2"));
      Ranking ranking = index.searcher(SearchMode.DENSE).search(query, 5);
      assertThat(ranking.documents()).hasSize(1);
      assertThat(ranking.documents().getFirst().passage()).isEqualTo(1);
      Result result = index.results(ranking).getFirst();
      assertThat(result.passage()).isEqualTo("And another one there.");
      assertThat(text.substring(result.start(), result.end())).isEqualTo(result.passage());
    }
  }

  /** Markdown drops blank lines and comments, so the same text may come from other lines. */
  @Test
  void aTextThatMovedInItsFileHasItsNewLinesAndKeepsTheVectors() throws IOException {
    IndexOptions options = IndexOptions.DEFAULT.withSplitting(new Splitting.Passages(5, 0));
    refresh(options, ListCorpus.of(moved(1, 3)));
    int passages = encoder.encoded().size();
    assertThat(refresh(options, ListCorpus.of(moved(1, 3))).unchanged()).isEqualTo(1);
    IndexReport report = refresh(options, ListCorpus.of(moved(1, 7)));
    assertThat(passages).isEqualTo(2);
    assertThat(report.updated()).isEqualTo(1);
    assertThat(encoder.encoded()).isEmpty();
    try (SearchIndex index = SearchIndex.open(folder, encoder)) {
      Ranking ranking = index.searcher(SearchMode.LEXICAL).search(Query.of("another"), 1);
      assertThat(index.results(ranking).getFirst().line()).isEqualTo(7);
    }
  }

  private static Document moved(int... lines) {
    String first = "One short sentence here.\n";
    return new Document(
        "a",
        "",
        first + "And another one there.",
        new Json.Members(Map.of()),
        Origin.ofBlocks("a.md", new int[] {0, first.length()}, lines));
  }

  @Test
  void anUpdateReplacesAllPassagesOfADocument() throws IOException {
    IndexOptions options = IndexOptions.DEFAULT.withSplitting(new Splitting.Passages(4, 0));
    refresh(
        options,
        ListCorpus.of(
            document("a", "First red part. Second blue part."), document("b", "Red too.")));
    refresh(options, ListCorpus.of(document("a", "Only green now."), document("b", "Red too.")));
    assertThat(found("red")).containsExactly("b");
    assertThat(found("blue")).isEmpty();
    try (SearchIndex index = SearchIndex.open(folder, encoder)) {
      assertThat(index.info().contents().passages()).isEqualTo(2);
    }
  }

  @Test
  void aCorpusThatFailsKeepsWhatWasReadAndRemovesNothing() throws IOException {
    refresh(document("old", "keep me"));
    Corpus failing =
        new Corpus() {
          @Override
          public String name() {
            return "failing";
          }

          @Override
          public Stream<Document> documents() {
            return IntStream.range(0, 2_000)
                .mapToObj(i -> {
                  if (i == 1_500) {
                    throw new FormatException("corpus.jsonl:1501", "broken");
                  }
                  return document("n" + i, "number " + i);
                });
          }

          @Override
          public OptionalLong size() {
            return OptionalLong.empty();
          }
        };
    assertThatThrownBy(() -> refresh(IndexOptions.DEFAULT, failing))
        .isInstanceOf(FormatException.class)
        .hasMessage("corpus.jsonl:1501: broken");
    IndexInfo info = SearchIndex.describe(folder);
    assertThat(info.isComplete()).isFalse();
    assertThat(info.contents().documents()).isEqualTo(1 + 1_024);
    assertThat(found("keep")).containsExactly("old");
  }

  @Test
  void whatIsNotFoundInACorpusThatIsNotWholeIsKept() throws IOException {
    refresh(document("a", "alpha"), document("b", "beta"), document("c", "gamma"));
    ListCorpus rest = ListCorpus.of(document("a", "alpha one"));
    Corpus damaged =
        new Corpus() {
          @Override
          public String name() {
            return "damaged";
          }

          @Override
          public Stream<Document> documents() {
            return rest.documents();
          }

          @Override
          public OptionalLong size() {
            return OptionalLong.empty();
          }

          @Override
          public boolean isWhole() {
            return false;
          }
        };
    IndexReport report = refresh(IndexOptions.DEFAULT, damaged);
    assertThat(report.updated()).isEqualTo(1);
    assertThat(report.removed()).isZero();
    assertThat(report.kept()).isEqualTo(2);
    assertThat(found("beta")).containsExactly("b");
    IndexReport whole = refresh(IndexOptions.DEFAULT, rest);
    assertThat(whole.removed()).isEqualTo(2);
    assertThat(whole.kept()).isZero();
  }

  @Test
  void anIdThatOccursTwiceIsRefused() {
    assertThatThrownBy(() -> refresh(document("a", "x"), document("a", "y")))
        .isInstanceOf(FormatException.class)
        .hasMessage("corpus.jsonl:1: the id a occurs twice in the corpus");
  }

  @Test
  void truncatedPassagesAreCounted() throws IOException {
    IndexReport report =
        refresh(document("long", "a b c d e f g h i j k"), document("short", "a b c"));
    assertThat(report.encoding().truncated()).isEqualTo(1);
    assertThat(report.encoding().lostTokens()).isEqualTo(3);
    assertThat(report.index().contents().truncated()).isEqualTo(1);
  }

  @Test
  void emptyTextsAndAnEmptyCorpusAreNoTrouble() throws IOException {
    IndexReport empty = refresh();
    assertThat(empty.index().recall()).isEmpty();
    assertThat(found("anything")).isEmpty();
    IndexReport report = refresh(document("blank", ""), document("full", "words"));
    assertThat(report.index().contents().vectors()).isEqualTo(1);
    assertThat(report.index().contents().documents()).isEqualTo(2);
    assertThat(refresh(document("blank", ""), document("full", "words")).unchanged()).isEqualTo(2);
  }

  @Test
  void progressCountsUpToTheEnd() throws IOException {
    List<IndexProgress> heard = new ArrayList<>();
    new IndexBuilder(folder, encoder, IndexOptions.DEFAULT)
        .refresh(
            new ListCorpus(
                IntStream.range(0, 1_100).mapToObj(i -> document("d" + i, "text " + i)).toList()),
            heard::add);
    assertThat(heard).extracting(IndexProgress::encoded).startsWith(512L, 1_024L, 1_100L);
    assertThat(heard)
        .extracting(IndexProgress::stage)
        .containsSubsequence(IndexStage.ENCODE, IndexStage.MERGE, IndexStage.MEASURE);
    assertThat(heard.getLast().total()).hasValue(1_100);
  }

  @Test
  void aRowThatIsNoNumberIsRefusedWithItsDocument() {
    VectorSpace space = new VectorSpace(HashedEncoder.of(8).similarity());
    assertThatThrownBy(() -> space.stored(new float[] {1, Float.NaN}))
        .hasMessage("cell 1 of the row is NaN");
  }

  @Test
  void everyStorageFindsTheSameBest() throws IOException {
    Document[] documents =
        IntStream.range(0, 300)
            .mapToObj(i -> document("d" + i, "word" + i + " and word" + (i * 7 % 300)))
            .toArray(Document[]::new);
    for (Storage storage : Storage.values()) {
      Path own = folder.resolve(storage.name());
      HashedEncoder hashed = HashedEncoder.of(256);
      IndexReport report =
          new IndexBuilder(own, hashed, IndexOptions.DEFAULT.withStorage(storage))
              .refresh(ListCorpus.of(documents), IndexListener.SILENT);
      assertThat(report.index().recall().orElseThrow().isReached()).as(storage.name()).isTrue();
      try (SearchIndex index = SearchIndex.open(own, hashed)) {
        Ranking graph =
            index
                .searcher(new SearchMode.Dense(SearchMode.Scan.GRAPH))
                .search(Query.of("word17 and word119"), 1);
        Ranking exact =
            index
                .searcher(new SearchMode.Dense(SearchMode.Scan.EXACT))
                .search(Query.of("word17 and word119"), 1);
        assertThat(graph.documents()).as(storage.name()).isEqualTo(exact.documents());
      }
    }
  }
}
