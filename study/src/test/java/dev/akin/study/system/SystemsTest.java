package dev.akin.study.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncoderOptions;
import dev.akin.encoder.HashedEncoder;
import dev.akin.encoder.Role;
import dev.akin.eval.Hit;
import dev.akin.search.Query;
import dev.akin.testkit.Seeds;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import dev.akin.vector.Similarity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemsTest {
  private static final List<String> WORDS =
      List.of("robin", "sparrow", "diesel", "engine", "star", "field", "north", "oil", "wing");

  @TempDir private Path folder;
  private Systems systems;

  SystemsTest(@TempDir Path made) throws IOException {
    systems = Systems.open(made, EncoderOptions.defaults());
  }

  @BeforeEach
  void open() throws IOException {
    systems.close();
    systems = Systems.open(folder, EncoderOptions.defaults());
  }

  @AfterEach
  void close() throws IOException {
    systems.close();
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= random.nextInt(12); i++) {
      text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
    }
    return text.toString().strip();
  }

  private static Corpus corpus(SplittableRandom random, int size) {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      documents.add(Document.of("d" + i, text(random)));
    }
    return Corpus.of("some", documents);
  }

  @Test
  void wordVectorsAreASystemWithoutReadingsOfItsOwn() throws IOException {
    Path file = Files.writeString(folder.resolve("v.txt"), "robin 1 0\nengine 0 1\n");
    Corpus corpus =
        Corpus.of("two", List.of(Document.of("a", "an Engine"), Document.of("b", "a Robin")));
    try (Ranker ranker = systems.open(SystemSpec.parse("words:" + file)).prepare(corpus)) {
      assertThat(ranker.rank(List.of(new Query("q", "robins robin")), 2).getFirst())
          .extracting(Hit::documentId)
          .startsWith("b");
    }
    assertThatThrownBy(() -> systems.open(SystemSpec.parse("words:" + file + "@pool=max")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no pooling, prompts or limit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hashed-32", "hashed-32@12d", "hashed-32@int8", "hashed-32@20d@bit"})
  void rowsAreRankedAsComparingTheEncodersRowsOneByOneRanksThem(String text) {
    Seeds.forEach(
        5,
        random -> {
          Corpus corpus = corpus(random, 60);
          Query query = new Query("q", text(random));
          try {
            MeasuredSystem system = systems.open(SystemSpec.parse(text));
            try (Ranker ranker = system.prepare(corpus)) {
              List<Hit> found = ranker.rank(List.of(query), 10).getFirst();
              List<Hit> expected =
                  bruteForce(system.requireEncoder("test", List.of()), query, corpus);
              for (int i = 0; i < 10; i++) {
                assertThat(found.get(i).documentId()).isEqualTo(expected.get(i).documentId());
                assertThat(found.get(i).score()).isCloseTo(expected.get(i).score(), within(1e-5));
              }
              assertThat(ranker.rankAmong(query, Set.of("d3", "d5", "unknown")))
                  .extracting(Hit::documentId)
                  .containsExactlyElementsOf(
                      expected.stream()
                          .map(Hit::documentId)
                          .filter(id -> id.equals("d3") || id.equals("d5"))
                          .toList());
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** By cosine in double, rounded to what float32 tells apart, ties by falling id. */
  private static List<Hit> bruteForce(Encoder encoder, Query query, Corpus corpus) {
    float[] asked = encoder.encode(query.text(), Role.QUERY);
    List<Hit> hits = new ArrayList<>();
    corpus
        .documents()
        .forEach(document -> {
          float[] row = encoder.encode(document.text(), Role.DOCUMENT);
          double score = Similarity.COSINE.between(asked, row);
          hits.add(new Hit(document.id(), 1, Math.rint(score * 1e6) / 1e6));
        });
    hits.sort(Comparator.comparingDouble(Hit::score).thenComparing(Hit::documentId).reversed());
    return hits;
  }

  @Test
  void aGraphFindsWhatTheExactScanFindsInASmallCorpus() throws IOException {
    Corpus corpus = corpus(new SplittableRandom(5), 80);
    List<Query> queries = List.of(new Query("q", "robin wing"), new Query("r", "oil engine"));
    try (Ranker exact = systems.open(SystemSpec.parse("hashed-32")).prepare(corpus);
        Ranker graph = systems.open(SystemSpec.parse("hashed-32@hnsw")).prepare(corpus)) {
      for (int i = 0; i < 2; i++) {
        assertThat(graph.rank(queries, 5).get(i).getFirst().score())
            .isCloseTo(exact.rank(queries, 5).get(i).getFirst().score(), within(1e-5));
      }
      assertThat(graph.size()).isEqualTo(80);
      assertThat(graph.bytes()).isPositive();
      assertThat(exact.bytes()).isEqualTo(80 * 32 * 4);
    }
  }

  @Test
  void smallerFormsTakeTheBytesTheySay() throws IOException {
    Corpus corpus = corpus(new SplittableRandom(5), 10);
    try (Ranker int8 = systems.open(SystemSpec.parse("hashed-32@int8")).prepare(corpus);
        Ranker bit = systems.open(SystemSpec.parse("hashed-32@bit")).prepare(corpus)) {
      assertThat(int8.bytes()).isEqualTo(10 * 32);
      assertThat(bit.bytes()).isEqualTo(10 * 4);
    }
  }

  @Test
  void wordsAreFoundByWords() throws IOException {
    Corpus corpus =
        Corpus.of(
            "birds",
            List.of(
                Document.of("a", "Robins navigate by the field of the earth."),
                Document.of("b", "The engine burns diesel."),
                Document.of("c", "A robin sings.")));
    try (Ranker ranker = systems.open(SystemSpec.parse("bm25")).prepare(corpus)) {
      assertThat(ranker.rank(List.of(new Query("q", "robin")), 5).getFirst())
          .extracting(Hit::documentId)
          .containsExactly("c", "a");
      assertThat(ranker.rankAmong(new Query("q", "robin"), Set.of("a", "b")))
          .extracting(Hit::documentId)
          .containsExactly("a");
    }
  }

  @Test
  void fusionAddsReciprocalRanks() throws IOException {
    Corpus corpus = corpus(new SplittableRandom(9), 40);
    Query query = new Query("q", "robin engine star");
    try (Ranker words = systems.open(SystemSpec.parse("bm25")).prepare(corpus);
        Ranker rows = systems.open(SystemSpec.parse("hashed-32")).prepare(corpus);
        Ranker both = systems.open(SystemSpec.parse("rrf(bm25,hashed-32;k=10)")).prepare(corpus)) {
      Hit best = both.rank(List.of(query), 3).getFirst().getFirst();
      double expected =
          reciprocal(words, query, best.documentId()) + reciprocal(rows, query, best.documentId());
      assertThat(best.score()).isCloseTo(expected, within(1e-12));
    }
  }

  private static double reciprocal(Ranker ranker, Query query, String id) throws IOException {
    return ranker.rank(List.of(query), 100).getFirst().stream()
        .filter(hit -> hit.documentId().equals(id))
        .mapToDouble(hit -> 1 / (10.0 + hit.rank()))
        .sum();
  }

  @Test
  void rerankingOrdersTheFirstDocumentsAnewAndKeepsTheOthersBehind() throws IOException {
    Corpus corpus = corpus(new SplittableRandom(3), 40);
    Query query = new Query("q", "robin engine star");
    try (Ranker words = systems.open(SystemSpec.parse("bm25")).prepare(corpus);
        Ranker rows = systems.open(SystemSpec.parse("hashed-32")).prepare(corpus);
        Ranker both = systems.open(SystemSpec.parse("rerank(bm25,hashed-32;5)")).prepare(corpus)) {
      List<String> first = ids(words.rank(List.of(query), 20).getFirst());
      List<String> expected =
          new ArrayList<>(ids(rows.rankAmong(query, Set.copyOf(first.subList(0, 5)))));
      expected.addAll(first.subList(5, first.size()));
      List<Hit> found = both.rank(List.of(query), 20).getFirst();
      assertThat(ids(found)).isEqualTo(expected);
      assertThat(found).extracting(Hit::rank).startsWith(1, 2, 3);
    }
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(Hit::documentId).toList();
  }

  @Test
  void twoSystemsOfOneModelShareItsRows() throws IOException {
    Corpus corpus = corpus(new SplittableRandom(7), 30);
    try (Ranker _ = systems.open(SystemSpec.parse("hashed-32")).prepare(corpus)) {
      long kept = cachedBytes();
      try (Ranker cut = systems.open(SystemSpec.parse("hashed-32@8d@bit")).prepare(corpus)) {
        assertThat(cut.size()).isEqualTo(30);
      }
      assertThat(cachedBytes()).isEqualTo(kept);
    }
  }

  private long cachedBytes() throws IOException {
    try (var files = Files.walk(folder.resolve("rows"))) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }

  @Test
  void aSystemsIdentityIsThatOfWhatItCompares() throws IOException {
    assertThat(systems.open(SystemSpec.parse("hashed-32")).identity())
        .isEqualTo(HashedEncoder.of(32).identity().hash());
    assertThat(systems.open(SystemSpec.parse("hashed-32@int8")).identity())
        .isNotEqualTo(systems.open(SystemSpec.parse("hashed-32@bit")).identity());
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> systems.open(SystemSpec.parse("no-such-model")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no model or folder is called no-such-model");
    assertThatThrownBy(() -> systems.open(SystemSpec.parse("hashed-32@64d")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows of hashed-32 have 32 cells and cannot be cut to 64");
    assertThatThrownBy(
            () -> systems.open(SystemSpec.parse("bm25")).requireEncoder("stsb-en", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "bm25 ranks documents and has no vectors; stsb-en needs vectors: measure a model with"
                + " it");
  }
}
