package dev.akin.study.system;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.Role;
import dev.akin.encoder.sparse.BagOfWords;
import dev.akin.encoder.sparse.DenseView;
import dev.akin.encoder.sparse.SparseEncoder;
import dev.akin.encoder.sparse.SparseRow;
import dev.akin.eval.Hit;
import dev.akin.search.Query;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A bag of words that knows the words of what it is asked about, and no others. */
record WordsSystem(SystemSpec.Words spec) implements MeasuredSystem {
  /** Cells of rows written out in full: what 10,000 texts take stays below 400 MB. */
  static final int MOST_CELLS = 8192;

  @Override
  public String name() {
    return spec.text();
  }

  @Override
  public String identity() {
    return "%s of the task's own words, recipe 1".formatted(spec.weight().text());
  }

  /** It has rows only for texts that it is told before. */
  @Override
  public Optional<Encoder> findEncoder() {
    return Optional.empty();
  }

  @Override
  public Encoder requireEncoder(String task, List<String> texts) {
    return new DenseView(BagOfWords.fit(spec.weight(), texts.stream(), MOST_CELLS));
  }

  @Override
  public Ranker prepare(Corpus corpus) {
    try (Stream<Document> documents = corpus.documents()) {
      Stream<String> texts = documents.map(Document::titleAndText);
      return ranker(BagOfWords.fit(spec.weight(), texts, Integer.MAX_VALUE), corpus);
    }
  }

  private static Ranker ranker(SparseEncoder encoder, Corpus corpus) {
    Map<String, SparseRow> rows = new LinkedHashMap<>();
    try (Stream<Document> documents = corpus.documents()) {
      documents.forEach(document ->
          rows.put(document.id(), encoder.encode(document.titleAndText(), Role.DOCUMENT)));
    }
    return new WordsRanker(encoder, rows);
  }

  /** Compares the query's row with every document's. */
  private record WordsRanker(SparseEncoder encoder, Map<String, SparseRow> rows) implements Ranker {
    @Override
    public List<List<Hit>> rank(List<Query> queries, int depth) throws IOException {
      List<List<Hit>> rankings = new ArrayList<>();
      for (Query query : queries) {
        List<Hit> all = rankAmong(query, rows.keySet());
        rankings.add(List.copyOf(all.subList(0, Math.min(depth, all.size()))));
      }
      return rankings;
    }

    @Override
    public List<Hit> rankAmong(Query query, Set<String> documentIds) {
      SparseRow asked = encoder.encode(query.text(), Role.QUERY);
      Map<String, Double> scores = new HashMap<>();
      for (String id : documentIds) {
        SparseRow row = rows.get(id);
        if (row != null) {
          scores.put(id, row.cosine(asked));
        }
      }
      return EmbeddingRanker.ordered(query, scores);
    }

    @Override
    public int size() {
      return rows.size();
    }

    /** A cell's number and its weight. */
    @Override
    public long bytes() {
      return rows.values().stream()
          .mapToLong(row -> (long) row.count() * (Integer.BYTES + Float.BYTES))
          .sum();
    }

    /** It ranks on the thread that asks. */
    @Override
    public Ranker onOneThread() {
      return this;
    }

    @Override
    public void close() {}
  }
}
