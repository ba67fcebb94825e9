package dev.akin.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.encoder.HashedEncoder;
import dev.akin.search.Query;
import dev.akin.search.RankedDocument;
import dev.akin.search.Ranking;
import dev.akin.search.SearchMode;
import dev.akin.text.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchIndexTest {
  private static final ListCorpus BIRDS =
      ListCorpus.of(
          ListCorpus.document(
              "b1", "Steering", "Birds steer with their tails.", Map.of("year", Json.of(1999))),
          ListCorpus.document(
              "b2", "Song", "The song of a bird is learned.", Map.of("year", Json.of(2007))),
          ListCorpus.document(
              "c1", "Cars", "A car is steered by wheels.", Map.of("year", Json.of(2015))));

  @TempDir private Path folder;

  private final HashedEncoder encoder = HashedEncoder.of(64);

  private IndexReport build(ListCorpus corpus) throws IOException {
    return new IndexBuilder(folder, encoder, IndexOptions.DEFAULT)
        .refresh(corpus, IndexListener.SILENT);
  }

  private static List<String> ids(Ranking ranking) {
    return ranking.documents().stream().map(RankedDocument::documentId).toList();
  }

  @Test
  void aSecondRefreshLeavesWhatIsTheSame() throws IOException {
    IndexReport first = build(BIRDS);
    assertThat(first.added()).isEqualTo(3);
    assertThat(first.index().isComplete()).isTrue();
    assertThat(first.index().contents().documents()).isEqualTo(3);
    IndexReport second = build(BIRDS);
    assertThat(second.unchanged()).isEqualTo(3);
    assertThat(second.added() + second.updated() + second.removed()).isZero();
  }

  @Test
  void everyModeFindsTheDocumentWithTheWords() throws IOException {
    build(BIRDS);
    try (SearchIndex index = SearchIndex.open(folder, encoder)) {
      for (SearchMode mode : List.of(SearchMode.LEXICAL, SearchMode.DENSE, SearchMode.HYBRID)) {
        Ranking ranking = index.searcher(mode).search(Query.of("birds steer with tails"), 2);
        assertThat(ids(ranking)).as(mode.toString()).first().isEqualTo("b1");
        Result first = index.results(ranking).getFirst();
        assertThat(first.title()).isEqualTo("Steering");
        assertThat(first.words())
            .extracting(span -> first.passage().substring(span.start(), span.end()))
            .containsExactly("Birds", "steer", "tails");
      }
    }
  }

  @Test
  void rowsThatAreTooWideAreRefusedBeforeAnythingIsWritten() {
    IndexBuilder wide = new IndexBuilder(folder, HashedEncoder.of(1025), IndexOptions.DEFAULT);
    assertThatThrownBy(() -> wide.refresh(BIRDS, IndexListener.SILENT))
        .isInstanceOf(IndexRefusedException.class)
        .hasMessageContaining("rows of 1025 cells, and an index stores at most 1024");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aCutoffOfAnySizeGivesAllThereIs() throws IOException {
    build(BIRDS);
    try (SearchIndex index = SearchIndex.open(folder, encoder)) {
      for (SearchMode mode :
          List.of(
              SearchMode.LEXICAL,
              SearchMode.DENSE,
              new SearchMode.Dense(SearchMode.Scan.GRAPH),
              SearchMode.HYBRID)) {
        Query query = Query.of("birds steer a car");
        assertThat(ids(index.searcher(mode).search(query, Integer.MAX_VALUE)))
            .as(mode.toString())
            .isEqualTo(ids(index.searcher(mode).search(query, 100)))
            .contains("b1", "c1");
        assertThat(index.explain(mode, query, "b1", Integer.MAX_VALUE).verdict())
            .isInstanceOf(Explanation.Verdict.Found.class);
      }
    }
  }

  @Test
  void anEncoderOfAnotherSpaceIsRefusedWithBothNamed() throws IOException {
    build(BIRDS);
    assertThatThrownBy(() -> SearchIndex.open(folder, HashedEncoder.of(128)))
        .isInstanceOf(ForeignEncoderException.class)
        .hasMessageContaining(encoder.identity().toString())
        .hasMessageContaining(HashedEncoder.of(128).identity().toString());
  }
}
