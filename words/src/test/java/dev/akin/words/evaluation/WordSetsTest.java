package dev.akin.words.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import dev.akin.testkit.TestData;
import dev.akin.text.FormatException;
import dev.akin.vector.ExactScan;
import dev.akin.vector.Match;
import dev.akin.words.AnalogyMethod;
import dev.akin.words.Casing;
import dev.akin.words.Csls;
import dev.akin.words.Neighbour;
import dev.akin.words.OutOfVocabulary;
import dev.akin.words.Tables;
import dev.akin.words.WordLookup;
import dev.akin.words.WordSearch;
import dev.akin.words.WordVectors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordSetsTest {
  private static final float SQRT_HALF = (float) Math.sqrt(0.5);

  @TempDir Path folder;

  /** A square whose sides are king–man and man–woman, and words elsewhere. */
  private static WordVectors square() {
    return Tables.of(
        List.of("man", "woman", "king", "queen", "car", "ship"),
        new float[] {1, 0, 0, 0},
        new float[] {1, 1, 0, 0},
        new float[] {1, 0, 1, 0},
        new float[] {1, 1, 1, 0},
        new float[] {0, 0, 0, 1},
        new float[] {.1f, 0, 0, 1});
  }

  @Test
  void similarityIsSpearmansOverThePairsCovered() throws IOException {
    Path file =
        write("set.txt", "man\twoman\t7\nman\tqueen\t5.5\ncar\tship\t9\nman\tdragon\t1\n\n");
    try (WordVectors vectors = square()) {
      var result = SimilaritySet.read(file).evaluate(WordLookup.asWritten(vectors));
      assertThat(result.name()).isEqualTo("set");
      assertThat(result.coverage()).isEqualTo(new Coverage(3, 4));
      assertThat(result.coverage().share()).isEqualTo(0.75);
      assertThat(result.spearman()).hasValue(1);
      assertThat(result.items().getFirst().cosine().orElseThrow())
          .isCloseTo(SQRT_HALF, within(1e-6));
      assertThat(result.items().getLast().cosine()).isEmpty();
    }
  }

  @Test
  void tiesHaveTheMeanOfTheirRanks() {
    // Ranks 1, 2.5, 2.5, 4 against 1, 3, 2, 4: 1 − 6·0.5/60 corrected for the tie is 4.5/√22.5.
    assertThat(RankCorrelation.spearman(List.of(1., 2., 2., 3.), List.of(10., 30., 20., 40.)))
        .hasValueCloseTo(4.5 / Math.sqrt(4.5 * 5), within(1e-12));
    assertThat(RankCorrelation.spearman(List.of(1., 1.), List.of(1., 2.))).isEmpty();
    assertThat(RankCorrelation.spearman(List.of(), List.of())).isEmpty();
  }

  @Test
  void casingDecidesWhatIsCovered() throws IOException {
    Path file = write("set.txt", "Man Woman 7\nMAN Queen 5\n");
    try (WordVectors vectors = square()) {
      for (Casing casing : Casing.values()) {
        var lookup = new WordLookup(vectors, casing, OutOfVocabulary.ABSENT);
        assertThat(SimilaritySet.read(file).evaluate(lookup).coverage().covered())
            .isEqualTo(casing == Casing.AS_WRITTEN ? 0 : 2);
      }
    }
  }

  @Test
  void analogiesHaveAccuracyAndReciprocalRankBySection() throws IOException {
    Path file =
        write(
            "google.txt",
            """
            : royal
            man king woman queen
            man woman king queen
            man woman king ship
            man king prince princess
            : gram1-same
            man king woman king
            """);
    try (WordVectors vectors = square()) {
      AnalogyResult result =
          AnalogySet.read(file)
              .evaluate(search(vectors), WordLookup.asWritten(vectors), AnalogyMethod.COS_ADD);
      AnalogyResult.Part royal = result.sections().getFirst();
      assertThat(royal.coverage()).isEqualTo(new Coverage(3, 4));
      assertThat(royal.accuracy()).isCloseTo(2 / 3.0, within(1e-12));
      // Of queen, ship and car, ship is second.
      assertThat(royal.answers())
          .extracting(AnalogyResult.Answer::rank)
          .containsExactly(
              OptionalInt.of(1), OptionalInt.of(1), OptionalInt.of(2), OptionalInt.empty());
      assertThat(royal.meanReciprocalRank()).isCloseTo(2.5 / 3, within(1e-12));
      // The answer is a word of the question, which is never an answer.
      AnalogyResult.Part same = result.sections().getLast();
      assertThat(same.answers().getFirst().rank()).hasValue(0);
      assertThat(same.accuracy()).isZero();
      assertThat(same.meanReciprocalRank()).isZero();
      assertThat(result.total().coverage()).isEqualTo(new Coverage(4, 5));
      assertThat(result.total().accuracy()).isEqualTo(0.5);
      assertThat(result.semantic().orElseThrow().accuracy()).isEqualTo(royal.accuracy());
      assertThat(result.syntactic().orElseThrow().coverage()).isEqualTo(new Coverage(1, 1));
    }
  }

  @Test
  void questionsBeyondTheFirstWordsAreNotCovered() throws IOException {
    Path file = write("one.txt", "man king woman queen\nman car woman queen\n");
    try (WordVectors vectors = square()) {
      AnalogyResult result =
          AnalogySet.read(file)
              .evaluate(
                  search(vectors).amongFirst(4),
                  WordLookup.asWritten(vectors),
                  AnalogyMethod.COS_MUL);
      assertThat(result.sections()).hasSize(1);
      assertThat(result.sections().getFirst().name()).isEqualTo("one");
      assertThat(result.total().coverage()).isEqualTo(new Coverage(1, 2));
      assertThat(result.total().accuracy()).isEqualTo(1);
      assertThat(result.semantic()).isEmpty();
    }
  }

  @Test
  void searchAndLookupAreOfTheSameVectors() throws IOException {
    AnalogySet set = AnalogySet.read(write("one.txt", "a b c d\n"));
    try (WordVectors vectors = square();
        WordVectors others = square()) {
      assertThatThrownBy(() ->
              set.evaluate(search(vectors), WordLookup.asWritten(others), AnalogyMethod.COS_ADD))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aDictionaryIsJudgedByTheRanksOfItsTranslations() throws IOException {
    Path file =
        write("en-de.tsv", "bird\tVogel\nbird\tVögelchen\nship\tSchiff\nsun\tSonne\nmoon\tMond\n");
    List<String> german = List.of("Vogel", "Schiff", "Auto", "Haus", "Baum", "Tisch", "Sonne");
    float[][] targets = new float[german.size()][];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = new float[] {(float) Math.cos(i * .2), (float) Math.sin(i * .2)};
    }
    try (WordVectors english =
            Tables.of(
                List.of("bird", "ship", "sun"),
                new float[] {1, .01f},
                new float[] {1, -.02f},
                new float[] {1, 0});
        WordVectors others = Tables.of(german, targets)) {
      DictionarySet set = DictionarySet.read(file);
      DictionarySet.Result result = set.evaluate(WordLookup.asWritten(english), search(others));
      assertThat(result.coverage()).isEqualTo(new Coverage(3, 4));
      assertThat(result.items())
          .extracting(DictionarySet.Translated::rank)
          .containsExactly(
              OptionalInt.of(1), OptionalInt.of(2), OptionalInt.of(7), OptionalInt.empty());
      assertThat(result.at1()).isCloseTo(1 / 3.0, within(1e-12));
      assertThat(result.at5()).isCloseTo(2 / 3.0, within(1e-12));
      assertThat(result.at(6)).isCloseTo(2 / 3.0, within(1e-12));
      assertThat(result.at(10)).isEqualTo(1);
      assertThat(result.meanReciprocalRank()).isCloseTo((1 + 1 / 2.0 + 1 / 7.0) / 3, within(1e-12));
      Csls csls = Csls.between(english.unitRows(3), others.unitRows(7), 2, new ExactScan(1));
      assertThat(set.evaluate(WordLookup.asWritten(english), search(others), csls).coverage())
          .isEqualTo(result.coverage());
    }
  }

  @Test
  void ranksOfTranslationsAreTheirPlacesAmongAllThatAreNearest() {
    Seeds.forEach(
        20,
        random -> {
          try (WordVectors sources = Tables.random(random, 30, 4);
              WordVectors others = Tables.random(random, 1100, 4)) {
            WordSearch targets = search(others).amongFirst(1050);
            Csls csls =
                Csls.between(sources.unitRows(30), others.unitRows(1050), 5, new ExactScan(1));
            int[] wanted = {random.nextInt(1050), random.nextInt(1050), random.nextInt(1050)};
            float[] query = sources.vector(random.nextInt(30));
            List<Integer> byCosine =
                targets.nearest(query, 1050, List.of()).stream().map(Neighbour::ordinal).toList();
            List<Integer> byCsls = csls.nearest(query, 1050).stream().map(Match::ordinal).toList();
            assertThat(targets.bestRank(query, wanted)).isEqualTo(firstOf(byCosine, wanted));
            assertThat(csls.bestRank(query, wanted)).isEqualTo(firstOf(byCsls, wanted));
          }
        });
  }

  private static int firstOf(List<Integer> ranked, int[] wanted) {
    return 1 + Arrays.stream(wanted).map(ranked::indexOf).min().orElseThrow(AssertionError::new);
  }

  @Test
  void cslsFindsWhatAHubHides() throws IOException {
    // The hub lies between all sources and is nearer to two of them than their own translations.
    Path file = write("d.tsv", "a\tA\nb\tB\nc\tC\n");
    float[][] around = new float[3][];
    float[][] own = new float[4][];
    for (int i = 0; i < 3; i++) {
      double angle = i * 2 * Math.PI / 3;
      around[i] = new float[] {(float) Math.cos(angle), (float) Math.sin(angle), 1.2f};
      own[i] = new float[] {(float) Math.cos(angle), (float) Math.sin(angle), -.1f};
    }
    own[3] = new float[] {0, 0, 1};
    try (WordVectors sources = Tables.of(List.of("a", "b", "c"), around);
        WordVectors targets = Tables.of(List.of("A", "B", "C", "hub"), own)) {
      DictionarySet set = DictionarySet.read(file);
      Csls csls = Csls.between(sources.unitRows(3), targets.unitRows(4), 3, new ExactScan(1));
      WordLookup lookup = WordLookup.asWritten(sources);
      assertThat(set.evaluate(lookup, search(targets)).at1()).isZero();
      assertThat(set.evaluate(lookup, search(targets), csls).at1()).isEqualTo(1);
    }
  }

  @Test
  void badLinesAreNamed() throws IOException {
    assertRefused(
        () -> SimilaritySet.read(write("s", "a b 1\na b\n")), "s:2: 2 fields where two words");
    assertRefused(
        () -> SimilaritySet.read(write("s", "a b high\n")), "s:1: a score is a number, got 'high'");
    assertRefused(() -> SimilaritySet.read(write("s", "a b NaN\n")), "got 'NaN'");
    assertRefused(() -> SimilaritySet.read(write("s", "# nothing\n")), "no pairs in this file");
    assertRefused(
        () -> AnalogySet.read(write("s", ": x\na b c\n")), "s:2: 3 words where a question has 4");
    assertRefused(() -> AnalogySet.read(write("s", ": x\n")), "no questions in");
    assertRefused(
        () -> DictionarySet.read(write("s", "a\tb\tc\n")), "s:1: 3 fields where a word and");
    assertRefused(() -> DictionarySet.read(write("s", "")), "no translations");
    Path latin = folder.resolve("latin");
    Files.write(latin, "caf\u00e9 b 1\n".getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(() -> SimilaritySet.read(latin), "not UTF-8");
  }

  private interface Reading {
    Object read() throws IOException;
  }

  private void assertRefused(Reading reading, String message) {
    assertThatThrownBy(reading::read)
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(message);
  }

  @Test
  void theSetsPeopleUseAreReadWhole() throws IOException {
    Path similarity = TestData.require("words/similarity");
    assertThat(SimilaritySet.read(similarity.resolve("EN-SIMLEX-999.txt")).pairs()).hasSize(999);
    assertThat(SimilaritySet.read(similarity.resolve("EN-WS-353-ALL.txt")).pairs()).hasSize(353);
    Path google = TestData.require("words/analogy-en");
    try (Stream<Path> files = Files.list(google)) {
      List<Path> sections =
          files
              .filter(f -> f.toString().endsWith(".txt") && !f.endsWith("SOURCE.txt"))
              .sorted()
              .toList();
      AnalogySet set = AnalogySet.read("google", sections);
      assertThat(set.sections()).hasSize(14);
      assertThat(set.sections().stream().mapToInt(s -> s.items().size()).sum()).isEqualTo(19_544);
    }
    Path dictionary = TestData.require("words/dictionaries/en-de/yacle.test.freq.2k.en-de.tsv");
    assertThat(DictionarySet.read(dictionary).translations()).hasSizeBetween(1000, 2000);
  }

  private static WordSearch search(WordVectors vectors) {
    return WordSearch.of(vectors, new ExactScan(2));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
