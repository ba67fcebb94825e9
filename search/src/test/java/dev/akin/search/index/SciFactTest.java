package dev.akin.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.encoder.HashedEncoder;
import dev.akin.eval.Metric;
import dev.akin.search.SearchMode;
import dev.akin.testkit.TestData;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SciFactTest {
  @TempDir private Path folder;

  /** Published: Lucene's BM25 .6789 (Anserini, Porter stems, title and text as one). */
  @Test
  void bm25ReachesThePublishedFigure() throws IOException {
    Beir scifact = new Beir(TestData.require("retrieval/scifact"));
    HashedEncoder encoder = HashedEncoder.of(256);
    new IndexBuilder(folder, encoder, IndexOptions.DEFAULT)
        .refresh(scifact.corpus(), IndexListener.SILENT);
    try (SearchIndex index = SearchIndex.open(folder, encoder)) {
      double bm25 = scifact.mean(index.searcher(SearchMode.LEXICAL), Metric.parse("nDCG@10"));
      assertThat(bm25).isGreaterThanOrEqualTo(0.675);
    }
  }
}
