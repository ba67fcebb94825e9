package dev.akin.study.system;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.Role;
import dev.akin.eval.Hit;
import dev.akin.eval.Run;
import dev.akin.search.Query;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import dev.akin.vector.ExactScan;
import dev.akin.vector.Match;
import dev.akin.vector.Matrix;
import dev.akin.vector.Scorer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Ranks by comparing the query's row with every document's. */
final class EmbeddingRanker implements Ranker {
  /** Documents read and encoded at once: what is held of their texts. */
  private static final int WINDOW = 4096;

  private final Encoder encoder;
  private final List<String> ids;
  private final StoredRows rows;
  private final ExactScan scan = new ExactScan(Runtime.getRuntime().availableProcessors());
  private final Map<String, Integer> ordinals = new HashMap<>();

  private EmbeddingRanker(Encoder encoder, List<String> ids, StoredRows rows) {
    this.encoder = encoder;
    this.ids = ids;
    this.rows = rows;
    for (int i = 0; i < ids.size(); i++) {
      ordinals.put(ids.get(i), i);
    }
  }

  /** Reads the corpus twice: for its ids, then window by window for its rows. */
  static EmbeddingRanker of(Encoder encoder, RowForm form, Corpus corpus) {
    List<String> ids;
    try (Stream<Document> documents = corpus.documents()) {
      ids = documents.map(Document::id).toList();
    }
    StoredRows rows =
        StoredRows.allocate(form, ids.size(), encoder.dimension(), encoder.similarity());
    try (Stream<Document> documents = corpus.documents()) {
      List<String> window = new ArrayList<>();
      int first = 0;
      for (Iterator<Document> all = documents.iterator(); all.hasNext(); ) {
        window.add(all.next().titleAndText());
        if (window.size() == WINDOW || !all.hasNext()) {
          try (Matrix encoded = encoder.encode(window, Role.DOCUMENT)) {
            rows.put(first, encoded);
          }
          first += window.size();
          window.clear();
        }
      }
      return new EmbeddingRanker(encoder, ids, rows);
    } catch (RuntimeException | Error e) {
      rows.close();
      throw e;
    }
  }

  @Override
  public List<List<Hit>> rank(List<Query> queries, int depth) {
    List<List<Hit>> rankings = new ArrayList<>(queries.size());
    try (Matrix encoded = encoded(queries)) {
      for (int i = 0; i < queries.size(); i++) {
        List<Match> matches = scan.nearest(rows.scorer(encoded.copyRow(i)), depth);
        Map<String, Double> scores = new HashMap<>();
        matches.forEach(match -> scores.put(ids.get(match.ordinal()), (double) match.score()));
        rankings.add(ordered(queries.get(i), scores));
      }
    }
    return rankings;
  }

  private Matrix encoded(List<Query> queries) {
    return encoder.encode(queries.stream().map(Query::text).toList(), Role.QUERY);
  }

  @Override
  public List<Hit> rankAmong(Query query, Set<String> documentIds) {
    try (Matrix encoded = encoded(List.of(query))) {
      Scorer scorer = rows.scorer(encoded.copyRow(0));
      Map<String, Double> scores = new HashMap<>();
      for (String id : documentIds) {
        Integer ordinal = ordinals.get(id);
        if (ordinal != null) {
          scores.put(id, (double) scorer.score(ordinal));
        }
      }
      return ordered(query, scores);
    }
  }

  /** By falling score, ties as trec_eval orders them. */
  static List<Hit> ordered(Query query, Map<String, Double> scores) {
    return Run.ofScores("", Map.of(query.id(), scores)).ranking(query.id());
  }

  @Override
  public int size() {
    return ids.size();
  }

  @Override
  public long bytes() {
    return rows.bytes();
  }

  @Override
  public void close() {
    rows.close();
  }
}
