package dev.akin.encoder.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncodingReport;
import dev.akin.encoder.HashedEncoder;
import dev.akin.encoder.Identity;
import dev.akin.encoder.Role;
import dev.akin.encoder.TextTooLongException;
import dev.akin.testkit.Damage;
import dev.akin.testkit.Seeds;
import dev.akin.vector.FormatException;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingCacheTest {
  private static final List<String> TEXTS = List.of("robins", "a robin flies", "robins", "diesel");

  @TempDir private Path folder;

  /** Reads at most three words of a text and remembers which texts it was asked for. */
  private static final class Noting implements Encoder {
    private static final int MAX_WORDS = 3;
    private final Encoder encoder = HashedEncoder.of(16);
    private final List<String> asked = new ArrayList<>();
    private String refused = "";

    @Override
    public EncodingReport encode(List<String> texts, Role role, Matrix out, int firstRow) {
      if (texts.contains(refused)) {
        throw new TextTooLongException(texts.indexOf(refused), "is too long");
      }
      asked.addAll(texts);
      encoder.encode(texts, role, out, firstRow);
      EncodingReport report = EncodingReport.NOTHING;
      for (String text : texts) {
        int words = countTokens(text);
        int lost = Math.max(0, words - MAX_WORDS);
        report = report.plus(new EncodingReport(1, words - lost, lost > 0 ? 1 : 0, lost));
      }
      return report;
    }

    @Override
    public int dimension() {
      return encoder.dimension();
    }

    @Override
    public int maxTokens() {
      return MAX_WORDS;
    }

    @Override
    public int countTokens(String text) {
      return encoder.countTokens(text);
    }

    @Override
    public Similarity similarity() {
      return encoder.similarity();
    }

    @Override
    public Identity identity() {
      return encoder.identity();
    }

    @Override
    public void close() {}
  }

  @Test
  void aTextThatIsTooLongIsNamedByItsPlaceAmongAllTexts() throws IOException {
    var noting = new Noting();
    try (EmbeddingCache cache = EmbeddingCache.open(folder)) {
      Encoder cached = cache.cached(noting);
      cached.encode("robins", Role.DOCUMENT);
      noting.refused = "diesel";
      assertThatThrownBy(() -> cached.encode(TEXTS, Role.DOCUMENT))
          .isInstanceOfSatisfying(
              TextTooLongException.class, e -> assertThat(e.text()).isEqualTo(3));
    }
  }

  @Test
  void givesTheEncodersRowsAndAsksForEachTextOnce() throws IOException {
    Noting noting = new Noting();
    try (EmbeddingCache cache = EmbeddingCache.open(folder)) {
      Encoder cached = cache.cached(noting);
      assertSameRows(cached, TEXTS);
      assertThat(noting.asked).containsExactly("robins", "a robin flies", "diesel");
      assertSameRows(cached, List.of("diesel", "new", "robins"));
      assertThat(noting.asked).containsExactly("robins", "a robin flies", "diesel", "new");
    }
    Noting later = new Noting();
    try (EmbeddingCache cache = EmbeddingCache.open(folder)) {
      assertSameRows(cache.cached(later), TEXTS);
    }
    assertThat(later.asked).isEmpty();
  }

  private static void assertSameRows(Encoder cached, List<String> texts) {
    try (Matrix expected = HashedEncoder.of(16).encode(texts, Role.DOCUMENT);
        Matrix rows = cached.encode(texts, Role.DOCUMENT)) {
      for (int i = 0; i < texts.size(); i++) {
        assertThat(rows.copyRow(i)).isEqualTo(expected.copyRow(i));
      }
    }
  }

  @Test
  void aRoleHasRowsOfItsOwn() throws IOException {
    Noting noting = new Noting();
    try (EmbeddingCache cache = EmbeddingCache.open(folder)) {
      Encoder cached = cache.cached(noting);
      cached.encode("robins", Role.DOCUMENT);
      cached.encode("robins", Role.QUERY);
    }
    assertThat(noting.asked).containsExactly("robins", "robins");
  }

  @Test
  void countsTruncatedTextsAlsoWhenTheyComeFromTheCache() throws IOException {
    List<String> texts = List.of("one two three four five", "one two", "one two three four");
    try (EmbeddingCache cache = EmbeddingCache.open(folder);
        Matrix out = Matrix.allocate(3, 16)) {
      Encoder cached = cache.cached(new Noting());
      EncodingReport first = cached.encode(texts, Role.DOCUMENT, out, 0);
      assertThat(first).isEqualTo(new EncodingReport(3, 8, 2, 3));
      assertThat(cached.encode(texts, Role.DOCUMENT, out, 0)).isEqualTo(first);
    }
  }

  @Test
  void twoOpenCachesOfOneFolderShareWhatEitherKeeps() throws IOException {
    Noting noting = new Noting();
    try (EmbeddingCache one = EmbeddingCache.open(folder);
        EmbeddingCache two = EmbeddingCache.open(folder)) {
      Encoder first = one.cached(noting);
      Encoder second = two.cached(noting);
      assertSameRows(first, List.of("a"));
      assertSameRows(second, List.of("b"));
      assertSameRows(first, List.of("c"));
    }
    try (EmbeddingCache cache = EmbeddingCache.open(folder)) {
      assertSameRows(cache.cached(noting), List.of("a", "b", "c"));
    }
    assertThat(noting.asked).containsExactly("a", "b", "c");
  }

  @Test
  void whatIsDamagedIsEncodedAgainAndNeverServed() throws IOException {
    try (EmbeddingCache cache = EmbeddingCache.open(folder)) {
      assertSameRows(cache.cached(new Noting()), TEXTS);
    }
    byte[] rows = Files.readAllBytes(file("rows.f32"));
    byte[] keys = Files.readAllBytes(file("keys.bin"));
    Seeds.forEach(
        40,
        random -> {
          try {
            boolean isKeys = random.nextBoolean();
            byte[] whole = isKeys ? keys : rows;
            byte[] broken =
                random.nextBoolean()
                    ? Damage.bitFlipped(whole, random)
                    : Damage.truncated(whole, random.nextInt(whole.length));
            Files.write(file("rows.f32"), isKeys ? rows : broken);
            Files.write(file("keys.bin"), isKeys ? broken : keys);
            Noting noting = new Noting();
            try (EmbeddingCache cache = EmbeddingCache.open(folder)) {
              assertSameRows(cache.cached(noting), TEXTS);
              assertThat(noting.asked).isNotEmpty();
            }
            Noting again = new Noting();
            try (EmbeddingCache cache = EmbeddingCache.open(folder)) {
              assertSameRows(cache.cached(again), TEXTS);
              assertThat(again.asked).isEmpty();
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private Path file(String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  @Test
  void aFolderOfAnotherSpaceIsRefused() throws IOException {
    try (EmbeddingCache cache = EmbeddingCache.open(folder)) {
      cache.cached(new Noting());
    }
    Files.writeString(file("space.txt"), "another\n16\n");
    try (EmbeddingCache cache = EmbeddingCache.open(folder)) {
      assertThatThrownBy(() -> cache.cached(new Noting()))
          .isInstanceOf(FormatException.class)
          .hasMessageContaining("space.txt: rows of another space (another");
    }
  }

  @Test
  void rowsThatDoNotFitAreRefusedAsTheEncoderRefusesThem() throws IOException {
    try (EmbeddingCache cache = EmbeddingCache.open(folder);
        Matrix small = Matrix.allocate(1, 16)) {
      Encoder cached = cache.cached(new Noting());
      assertThatThrownBy(() -> cached.encode(TEXTS, Role.QUERY, small, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("4 texts from row 0 on need a matrix [≥ 4 × 16]");
    }
  }
}
