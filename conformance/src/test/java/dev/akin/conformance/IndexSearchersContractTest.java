package dev.akin.conformance;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.HashedEncoder;
import dev.akin.search.Fusion;
import dev.akin.search.SearchMode;
import dev.akin.search.Searcher;
import dev.akin.search.index.IndexBuilder;
import dev.akin.search.index.IndexListener;
import dev.akin.search.index.IndexOptions;
import dev.akin.search.index.SearchIndex;
import dev.akin.text.Corpus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Each way to search an index keeps the promises of a searcher. */
class IndexSearchersContractTest {
  @TempDir static Path folder;
  private static Encoder encoder;
  private static SearchIndex index;

  @BeforeAll
  static void buildIndex() throws Exception {
    encoder = HashedEncoder.of(128);
    new IndexBuilder(folder, encoder, IndexOptions.DEFAULT)
        .refresh(Corpus.of("words", SearcherContract.documents()), IndexListener.SILENT);
    index = SearchIndex.open(folder, encoder);
  }

  @AfterAll
  static void closeIndex() throws Exception {
    index.close();
    encoder.close();
  }

  @Nested
  class Lexical extends SearcherContract {
    @Override
    Searcher searcher() {
      return index.searcher(SearchMode.LEXICAL);
    }
  }

  @Nested
  class DenseExact extends SearcherContract {
    @Override
    Searcher searcher() {
      return index.searcher(new SearchMode.Dense(SearchMode.Scan.EXACT));
    }
  }

  @Nested
  class DenseGraph extends SearcherContract {
    @Override
    Searcher searcher() {
      return index.searcher(new SearchMode.Dense(SearchMode.Scan.GRAPH));
    }
  }

  @Nested
  class HybridByRank extends SearcherContract {
    @Override
    Searcher searcher() {
      return index.searcher(SearchMode.HYBRID);
    }
  }

  @Nested
  class HybridByScore extends SearcherContract {
    @Override
    Searcher searcher() {
      return index
          .searcher(SearchMode.LEXICAL)
          .fusedWith(
              index.searcher(SearchMode.DENSE), new Fusion.WeightedScores(List.of(0.4, 0.6)));
    }
  }
}
