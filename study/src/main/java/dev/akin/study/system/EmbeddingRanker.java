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
import java.util.Comparator;
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

  /** By ordinal. */
  private final List<String> ids;

  private final StoredRows rows;
  private final ExactScan scan;
  private final Map<String, Integer> ordinals;

  /** Whose memory it is. */
  private final boolean isOwner;

  private EmbeddingRanker(
      Encoder encoder, List<String> ids, Map<String, Integer> ordinals, StoredRows rows) {
    this.encoder = encoder;
    this.ids = ids;
    this.ordinals = ordinals;
    this.rows = rows;
    scan = new ExactScan(Runtime.getRuntime().availableProcessors());
    isOwner = true;
  }

  private EmbeddingRanker(EmbeddingRanker owner, ExactScan scan) {
    encoder = owner.encoder;
    ids = owner.ids;
    ordinals = owner.ordinals;
    rows = owner.rows;
    this.scan = scan;
    isOwner = false;
  }

  /** Reads the corpus twice: for its ids, then window by window for its rows. */
  static EmbeddingRanker of(Encoder encoder, RowForm form, Corpus corpus) {
    List<String> ids = ids(corpus);
    Map<String, Integer> ordinals = new HashMap<>();
    ids.forEach(id -> ordinals.put(id, ordinals.size()));
    StoredRows rows =
        StoredRows.allocate(form, ids.size(), encoder.dimension(), encoder.similarity());
    EmbeddingRanker ranker = new EmbeddingRanker(encoder, ids, ordinals, rows);
    try (Stream<Document> documents = corpus.documents()) {
      List<Document> window = new ArrayList<>();
      for (Iterator<Document> all = documents.iterator(); all.hasNext(); ) {
        window.add(all.next());
        if (window.size() == WINDOW || !all.hasNext()) {
          ranker.keep(window);
          window.clear();
        }
      }
      return ranker;
    } catch (RuntimeException | Error e) {
      rows.close();
      throw e;
    }
  }

  /** In the order in which trec_eval wants ties: a scan keeps the lower ordinal of equals. */
  private static List<String> ids(Corpus corpus) {
    try (Stream<Document> documents = corpus.documents()) {
      return documents
          .map(Document::id)
          .sorted(Comparator.comparing(id -> new Hit(id, 1, 0), Run.TREC_ORDER))
          .toList();
    }
  }

  private void keep(List<Document> window) {
    List<String> texts = window.stream().map(Document::titleAndText).toList();
    try (Matrix encoded = encoder.encode(texts, Role.DOCUMENT)) {
      for (int i = 0; i < window.size(); i++) {
        int ordinal = ordinals.getOrDefault(window.get(i).id(), -1);
        rows.put(ordinal, encoded.copyRow(i));
      }
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
  public Ranker onOneThread() {
    return new EmbeddingRanker(this, new ExactScan(1));
  }

  @Override
  public void close() {
    if (isOwner) {
      rows.close();
    }
  }
}
