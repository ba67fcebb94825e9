package dev.akin.search.index;

import dev.akin.encoder.Truncation;
import java.util.Objects;

/**
 * How an index is made. All but {@code targetRecall} are fixed when it is first built; a refresh
 * with others is refused.
 *
 * @param splitting what of a document is one row
 * @param truncation what the encoder was told to do with texts that are too long
 * @param language how texts are brought to words for BM25
 * @param storage how the graph holds vectors
 * @param graph how the graph is built
 * @param targetRecall the share of the true 10 nearest that a graph search should find; the search
 *     parameter is tuned to it on the index's own vectors
 */
public record IndexOptions(
    Splitting splitting,
    Truncation truncation,
    Language language,
    Storage storage,
    Graph graph,
    double targetRecall) {
  /** Misses one of the ten nearest in every fifth query: below what changes nDCG@10. */
  public static final double DEFAULT_TARGET_RECALL = 0.98;

  /** Whole documents, long ones cut with a warning, English words, full precision. */
  public static final IndexOptions DEFAULT =
      new IndexOptions(
          Splitting.WHOLE,
          Truncation.WARN,
          Language.ENGLISH,
          Storage.FLOAT32,
          Graph.DEFAULT,
          DEFAULT_TARGET_RECALL);

  public IndexOptions {
    Objects.requireNonNull(splitting, "splitting");
    Objects.requireNonNull(truncation, "truncation");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(storage, "storage");
    Objects.requireNonNull(graph, "graph");
    if (!(targetRecall > 0 && targetRecall <= 1)) {
      throw new IllegalArgumentException(
          "the target recall lies above 0 and at most at 1, got " + targetRecall);
    }
  }

  public IndexOptions withSplitting(Splitting other) {
    return new IndexOptions(other, truncation, language, storage, graph, targetRecall);
  }

  public IndexOptions withTruncation(Truncation other) {
    return new IndexOptions(splitting, other, language, storage, graph, targetRecall);
  }

  public IndexOptions withLanguage(Language other) {
    return new IndexOptions(splitting, truncation, other, storage, graph, targetRecall);
  }

  public IndexOptions withStorage(Storage other) {
    return new IndexOptions(splitting, truncation, language, other, graph, targetRecall);
  }

  public IndexOptions withGraph(Graph other) {
    return new IndexOptions(splitting, truncation, language, storage, other, targetRecall);
  }

  public IndexOptions withTargetRecall(double other) {
    return new IndexOptions(splitting, truncation, language, storage, graph, other);
  }
}
