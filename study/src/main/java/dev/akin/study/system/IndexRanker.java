package dev.akin.study.system;

import dev.akin.encoder.Encoder;
import dev.akin.eval.Hit;
import dev.akin.search.Query;
import dev.akin.search.Ranking;
import dev.akin.search.SearchMode;
import dev.akin.search.index.IndexBuilder;
import dev.akin.search.index.IndexListener;
import dev.akin.search.index.IndexOptions;
import dev.akin.search.index.SearchIndex;
import dev.akin.text.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Ranks with an index on disk, whole documents in it. */
final class IndexRanker implements Ranker {
  private final Path folder;
  private final SearchIndex index;
  private final SearchMode mode;

  private IndexRanker(Path folder, SearchIndex index, SearchMode mode) {
    this.folder = folder;
    this.index = index;
    this.mode = mode;
  }

  /** Brings the index in the folder to the corpus and opens it. */
  static IndexRanker of(Path folder, Encoder encoder, SearchMode mode, Corpus corpus)
      throws IOException {
    new IndexBuilder(folder, encoder, IndexOptions.DEFAULT).refresh(corpus, IndexListener.SILENT);
    return new IndexRanker(folder, SearchIndex.open(folder, encoder), mode);
  }

  @Override
  public List<List<Hit>> rank(List<Query> queries, int depth) {
    return index.searcher(mode).run(queries, depth).stream()
        .map(ranking -> EmbeddingRanker.ordered(ranking.query(), scores(ranking)))
        .toList();
  }

  private static Map<String, Double> scores(Ranking ranking) {
    Map<String, Double> scores = new HashMap<>();
    ranking.documents().forEach(found -> scores.put(found.documentId(), found.score()));
    return scores;
  }

  /** Ranks all and keeps what was asked for; what the index does not find scores nothing. */
  @Override
  public List<Hit> rankAmong(Query query, Set<String> documentIds) throws IOException {
    Map<String, Double> scores = scores(index.searcher(mode).search(query, Math.max(1, size())));
    scores.keySet().retainAll(documentIds);
    return EmbeddingRanker.ordered(query, scores);
  }

  @Override
  public int size() {
    try {
      return Math.toIntExact(index.info().contents().documents());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long bytes() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      long bytes = 0;
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }

  /** A search of an index stays on the thread that asks. */
  @Override
  public Ranker onOneThread() {
    return new BorrowedRanker(this);
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
