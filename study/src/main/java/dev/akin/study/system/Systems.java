package dev.akin.study.system;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncoderOptions;
import dev.akin.encoder.HashedEncoder;
import dev.akin.encoder.Truncation;
import dev.akin.encoder.cache.EmbeddingCache;
import dev.akin.search.SearchMode;
import dev.akin.search.SearchMode.Scan;
import dev.akin.study.system.SystemSpec.Embedding;
import dev.akin.study.system.SystemSpec.Reading;
import dev.akin.text.Corpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Opens systems: each model once, however many systems use it, and every text encoded once, in this
 * run or an earlier one.
 *
 * <p>Owns what it opens. In its folder lie {@code rows/} (an {@link EmbeddingCache}) and {@code
 * indexes/}; both can be deleted between runs. Long texts are cut at what a model reads, as
 * benchmarks do; reports count them.
 */
public final class Systems implements AutoCloseable {
  /** The index for words has no use for rows: the smallest there are. */
  private static final int WORDS_ONLY = 8;

  private static final int NAME_DIGITS = 20;

  private final Path folder;
  private final ModelOpener models;
  private final EmbeddingCache rows;
  private final Map<String, Encoder> encoders = new HashMap<>();
  private final Queue<Encoder> fitted = new ConcurrentLinkedQueue<>();
  private final PreparedRankers prepared = new PreparedRankers();

  private Systems(Path folder, ModelOpener models, EmbeddingCache rows) {
    this.folder = folder;
    this.models = models;
    this.rows = rows;
  }

  /**
   * Systems that keep rows and indexes in that folder.
   *
   * @param options threads, cache of models and warnings of all models
   */
  public static Systems open(Path folder, EncoderOptions options) throws IOException {
    return open(folder, options, Optional.empty());
  }

  /**
   * The same with a key for servers.
   *
   * @param serverKey sent to every server that a system names
   */
  public static Systems open(Path folder, EncoderOptions options, Optional<String> serverKey)
      throws IOException {
    Files.createDirectories(folder);
    ModelOpener models = new ModelOpener(options.withTruncation(Truncation.CUT), serverKey);
    return new Systems(folder, models, EmbeddingCache.open(folder.resolve("rows")));
  }

  /**
   * Opens one system.
   *
   * @throws IllegalArgumentException if there is no such model, or it cannot do what the spec asks
   * @throws dev.akin.text.FormatException if a file of a model is damaged
   */
  public MeasuredSystem open(SystemSpec spec) throws IOException {
    return switch (spec) {
      case SystemSpec.Lexical lexical -> new LexicalSystem(lexical);
      case SystemSpec.Words words -> new WordsSystem(words);
      case SystemSpec.Fitted own -> new FittedSystem(own, fitted::add);
      case Embedding embedding -> embedding(embedding);
      case SystemSpec.Fused fused -> {
        List<MeasuredSystem> legs = new ArrayList<>();
        for (SystemSpec leg : fused.legs()) {
          legs.add(open(leg));
        }
        yield new CombinedSystem(spec, legs, CombinedRanker.fused(fused.fusion()));
      }
      case SystemSpec.Reranked reranked ->
          new CombinedSystem(
              spec,
              List.of(open(reranked.first()), open(reranked.second())),
              CombinedRanker.reranked(reranked.depth()));
    };
  }

  /**
   * The encoder of an embedding's model with one thread and no cache, to measure what encoding
   * costs; whole rows, since cutting and rounding cost nothing beside them. The caller closes it.
   */
  public Encoder openAlone(Embedding spec) throws IOException {
    ModelOpener alone = new ModelOpener(models.options().withThreads(1), models.serverKey());
    return alone.open(spec.model(), spec.reading());
  }

  /**
   * From now on keeps what was prepared for a corpus until {@link #close}, so that systems made of
   * the same parts prepare each part once. The oldest go when they take more than so many bytes.
   */
  public void keepPrepared(long mostBytes) {
    prepared.keep(mostBytes);
  }

  private MeasuredSystem embedding(Embedding spec) throws IOException {
    Encoder encoder = encoder(spec.model(), spec.reading());
    if (spec.dimension().isPresent()) {
      encoder = MappedEncoder.cut(encoder, spec.dimension().getAsInt());
    }
    if (spec.form() != RowForm.FLOAT32) {
      encoder = MappedEncoder.kept(encoder, spec.form());
    }
    return new EmbeddingSystem(spec, encoder);
  }

  /** The model read that way, before it the cache. */
  private synchronized Encoder encoder(String model, Reading reading) throws IOException {
    String key = new Embedding(model, reading, OptionalInt.empty(), RowForm.FLOAT32, false).text();
    Encoder open = encoders.get(key);
    if (open == null) {
      Encoder encoder = models.open(model, reading);
      try {
        open = rows.cached(encoder);
      } catch (IOException | RuntimeException e) {
        encoder.close();
        throw e;
      }
      encoders.put(key, open);
    }
    return open;
  }

  /** The folder of an index of that corpus for that system. */
  private Path indexFolder(Corpus corpus, String identity) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((corpus.name() + "\n" + identity).getBytes(StandardCharsets.UTF_8));
      String name = HexFormat.of().formatHex(digest.digest()).substring(0, NAME_DIGITS);
      Path parent = Files.createDirectories(folder.resolve("indexes"));
      return parent.resolve(name);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private final class LexicalSystem implements MeasuredSystem {
    private final SystemSpec spec;

    LexicalSystem(SystemSpec spec) {
      this.spec = spec;
    }

    @Override
    public String name() {
      return spec.text();
    }

    @Override
    public String identity() {
      return "BM25 k1=0.9 b=0.4, English stems";
    }

    @Override
    public Optional<Encoder> findEncoder() {
      return Optional.empty();
    }

    @Override
    public Ranker prepare(Corpus corpus) throws IOException {
      return prepared.of(
          corpus,
          name(),
          () ->
              IndexRanker.of(
                  indexFolder(corpus, identity()),
                  HashedEncoder.of(WORDS_ONLY),
                  SearchMode.LEXICAL,
                  corpus));
    }
  }

  private final class EmbeddingSystem implements MeasuredSystem {
    private final Embedding spec;
    private final Encoder encoder;

    EmbeddingSystem(Embedding spec, Encoder encoder) {
      this.spec = spec;
      this.encoder = encoder;
    }

    @Override
    public String name() {
      return spec.text();
    }

    @Override
    public String identity() {
      return encoder.identity().hash();
    }

    @Override
    public Optional<Encoder> findEncoder() {
      return Optional.of(encoder);
    }

    @Override
    public Ranker prepare(Corpus corpus) throws IOException {
      return prepared.of(corpus, name(), () -> ranker(corpus));
    }

    private Ranker ranker(Corpus corpus) throws IOException {
      return spec.isGraph()
          ? IndexRanker.of(
              indexFolder(corpus, identity()), encoder, new SearchMode.Dense(Scan.GRAPH), corpus)
          : EmbeddingRanker.of(encoder, spec.form(), corpus);
    }
  }

  /** Several systems' rankings made into one. */
  private record CombinedSystem(
      SystemSpec spec, List<MeasuredSystem> parts, CombinedRanker.Combination combination)
      implements MeasuredSystem {
    @Override
    public String name() {
      return spec.text();
    }

    @Override
    public String identity() {
      return "%s of %s"
          .formatted(spec.text(), parts.stream().map(MeasuredSystem::identity).toList());
    }

    @Override
    public Optional<Encoder> findEncoder() {
      return Optional.empty();
    }

    @Override
    public Ranker prepare(Corpus corpus) throws IOException {
      List<Ranker> rankers = new ArrayList<>();
      try {
        for (MeasuredSystem part : parts) {
          rankers.add(part.prepare(corpus));
        }
        return new CombinedRanker(rankers, combination);
      } catch (IOException | RuntimeException e) {
        for (Ranker ranker : rankers) {
          ranker.close();
        }
        throw e;
      }
    }
  }

  @Override
  public void close() throws IOException {
    prepared.close();
    fitted.forEach(Encoder::close);
    fitted.clear();
    encoders.values().forEach(Encoder::close);
    encoders.clear();
    rows.close();
  }
}
