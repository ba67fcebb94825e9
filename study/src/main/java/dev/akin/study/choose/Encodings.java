package dev.akin.study.choose;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.Role;
import dev.akin.search.Query;
import dev.akin.study.system.SystemSpec;
import dev.akin.study.system.SystemSpec.Embedding;
import dev.akin.study.system.Systems;
import dev.akin.study.task.RetrievalData;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What encoding costs, by model and reading, and the rows themselves, put into the cache. */
final class Encodings {
  /** Documents whose encoding is timed, and that are encoded between two looks at the clock. */
  static final int SAMPLE = 32;

  /** Queries whose encoding is timed. */
  private static final int TIMED_QUERIES = 20;

  /**
   * What a reading of a model costs.
   *
   * @param queryMillis median of a query alone, on one thread
   * @param documentSeconds of a document in a batch, on one thread
   * @param identity of its space
   */
  record Rate(double queryMillis, double documentSeconds, String identity) {}

  private final Systems systems;
  private final Timer timer;
  private final Map<String, Rate> rates = new HashMap<>();

  /** Begun by the clock: of what an earlier run drew, the rows are known. Figures do not depend. */
  private final SplittableRandom draws;

  Encodings(Systems systems, Timer timer) {
    this.systems = systems;
    this.timer = timer;
    draws = new SplittableRandom(Double.doubleToLongBits(timer.now()));
  }

  /** Whole rows of an embedding's model in its reading: what all its forms are made of. */
  static Embedding whole(Embedding spec) {
    Embedding usual = Embedding.of(spec.model());
    return new Embedding(
        spec.model(), spec.reading(), OptionalInt.empty(), usual.form(), usual.isGraph());
  }

  /** The embeddings a system encodes with, each once. */
  static List<Embedding> of(SystemSpec spec) {
    return switch (spec) {
      case SystemSpec.Lexical _, SystemSpec.Words _, SystemSpec.Fitted _ -> List.of();
      case Embedding embedding -> List.of(whole(embedding));
      case SystemSpec.Fused fused ->
          fused.legs().stream().flatMap(leg -> of(leg).stream()).distinct().toList();
      case SystemSpec.Reranked reranked ->
          Stream.of(reranked.first(), reranked.second())
              .flatMap(part -> of(part).stream())
              .distinct()
              .toList();
    };
  }

  /** Measures a reading on some texts, unless that was done. */
  Rate rate(Embedding spec, List<String> documents, List<Query> queries) throws IOException {
    Embedding whole = whole(spec);
    Rate known = rates.get(whole.text());
    if (known != null) {
      return known;
    }
    try (Encoder alone = systems.openAlone(whole)) {
      List<String> texts = queries.stream().limit(TIMED_QUERIES).map(Query::text).toList();
      // The first call sets up what later ones use.
      encode(alone, texts.subList(0, 1), Role.QUERY);
      double[] millis = new double[texts.size()];
      for (int i = 0; i < millis.length; i++) {
        double start = timer.now();
        encode(alone, List.of(texts.get(i)), Role.QUERY);
        millis[i] = (timer.now() - start) * 1000;
      }
      double start = timer.now();
      encode(alone, documents, Role.DOCUMENT);
      Rate rate =
          new Rate(
              Timer.median(millis),
              (timer.now() - start) / documents.size(),
              alone.identity().hash());
      rates.put(whole.text(), rate);
      return rate;
    }
  }

  /**
   * Seconds that encoding a document takes with all threads and the cache, by a sample: what is
   * already known costs next to nothing. Every call draws another sample, as the rows of one that
   * was drawn before are known whatever is known of the rest.
   */
  double cachedSeconds(Embedding spec, RetrievalData data) throws IOException {
    List<String> documents = CorpusSample.texts(data.corpus(), data.documents(), SAMPLE, draws);
    Encoder encoder = encoder(spec);
    double start = timer.now();
    encode(encoder, documents, Role.DOCUMENT);
    return (timer.now() - start) / documents.size();
  }

  /** Hears how many documents are encoded; whether to go on. */
  interface Going {
    boolean on(int documents);
  }

  /**
   * Puts the rows of a corpus into the cache.
   *
   * @return whether all are there: not if it was ended
   */
  boolean encode(Embedding spec, Corpus corpus, Going going) throws IOException {
    Encoder encoder = encoder(spec);
    int done = 0;
    try (Stream<Document> documents = corpus.documents()) {
      List<String> texts = new ArrayList<>();
      for (Iterator<Document> all = documents.iterator(); all.hasNext(); ) {
        texts.add(all.next().titleAndText());
        if (texts.size() == SAMPLE || !all.hasNext()) {
          if (!going.on(done)) {
            return false;
          }
          encode(encoder, texts, Role.DOCUMENT);
          done += texts.size();
          texts.clear();
        }
      }
    }
    return true;
  }

  private Encoder encoder(Embedding spec) throws IOException {
    return systems.open(whole(spec)).requireEncoder("choosing", List.of());
  }

  private static void encode(Encoder encoder, List<String> texts, Role role) {
    try (Matrix _ = encoder.encode(texts, role)) {
      // Only the time counts, or the cache.
    }
  }
}
