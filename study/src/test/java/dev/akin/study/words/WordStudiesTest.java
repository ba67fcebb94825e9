package dev.akin.study.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.eval.significance.Estimate;
import dev.akin.format.words.WordList;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.Verdict;
import dev.akin.vector.Matrix;
import dev.akin.words.WordVectors;
import dev.akin.words.evaluation.Coverage;
import dev.akin.words.evaluation.DictionarySet;
import dev.akin.words.evaluation.SimilaritySet;
import dev.akin.words.geometry.Debiasing.WordPair;
import dev.akin.words.geometry.Lexicon;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the studies of words say of tables whose truth is planted. */
class WordStudiesTest {
  private static final int CELLS = 20;

  @TempDir Path folder = Path.of("");

  private static WordVectors table(int size, IntFunction<float[]> row) {
    return WordVectors.of(
        WordList.of(IntStream.range(0, size).mapToObj(i -> "w" + i).toList()),
        Matrix.of(IntStream.range(0, size).mapToObj(row).toArray(float[][]::new)));
  }

  private static float[] noise(SplittableRandom random, double scale) {
    float[] row = new float[CELLS];
    for (int c = 0; c < CELLS; c++) {
      row[c] = (float) (scale * random.nextGaussian());
    }
    return row;
  }

  /**
   * People find words alike whose numbers agree in their third, and the more the nearer they are.
   */
  private static SimilaritySet people(SplittableRandom random, int words) {
    List<SimilaritySet.Pair> pairs = new ArrayList<>();
    for (int p = 0; p < 200; p++) {
      int a = random.nextInt(words);
      int b = p % 2 == 0 ? a / 3 * 3 + (a + 1) % 3 : random.nextInt(words);
      pairs.add(
          new SimilaritySet.Pair("w" + a, "w" + b, (a / 3 == b / 3 ? 5 : 0) + random.nextDouble()));
    }
    return new SimilaritySet("people", pairs);
  }

  private static Outcome retrofitted(boolean isTrue) {
    SplittableRandom random = new SplittableRandom(1);
    int words = 90;
    Map<String, Set<String>> links = new LinkedHashMap<>();
    for (int i = 0; i < words; i++) {
      int other = isTrue ? i / 3 * 3 + (i + 1) % 3 : (i + 30 + random.nextInt(30)) % words;
      links.put("w" + i, Set.of("w" + other));
    }
    try (WordVectors vectors = table(words, _ -> noise(random, 1))) {
      return RetrofittingStudy.outcome(
          vectors, new Lexicon(links), List.of(people(random, words)), 5);
    }
  }

  @Test
  void aLexiconThatPeopleAgreeWithHelpsAndOneThatTheyDoNotDoesNot() {
    assertThat(retrofitted(true).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(retrofitted(false).verdict()).isNotEqualTo(Verdict.HOLDS);
  }

  /**
   * Words of two sides that differ along the first axis, which is what she and he differ in, and
   * along the second as well or not.
   */
  private static Outcome debiased(boolean isElsewhereToo) {
    SplittableRandom random = new SplittableRandom(2);
    int words = 400;
    try (WordVectors vectors =
        table(
            words,
            i -> {
              float[] row = noise(random, 1);
              int side = i % 2 == 0 ? 1 : -1;
              // The first four are the pairs that the direction is found by.
              row[0] = i < 4 ? 8 * side : 3 * side;
              row[1] += isElsewhereToo && i >= 4 ? 3 * side : 0;
              if (i < 4) {
                java.util.Arrays.fill(row, 1, CELLS, 1 + i / 2);
              }
              return row;
            })) {
      List<WordPair> pairs = List.of(new WordPair("w0", "w1"), new WordPair("w2", "w3"));
      var lists =
          new DebiasingStudy.Lists(
              pairs, Set.of("w0", "w1", "w2", "w3"), pairs, List.of("w10", "w11", "w12"));
      return DebiasingStudy.outcome(vectors, lists, List.of(people(random, words)), 150, words, 7);
    }
  }

  @Test
  void aSideThatShowsElsewhereIsFoundAgainAndOneThatDoesNotIsNot() {
    assertThat(debiased(true).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(debiased(false).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
  }

  private static Outcome aligned(boolean isImage) {
    SplittableRandom random = new SplittableRandom(3);
    double[][] centres = new double[40][CELLS];
    for (double[] centre : centres) {
      for (int c = 0; c < CELLS; c++) {
        centre[c] = 2 * random.nextGaussian();
      }
    }
    int words = 400;
    float[][] first = new float[words][CELLS];
    float[][] second = new float[words][CELLS];
    for (int i = 0; i < words; i++) {
      for (int c = 0; c < CELLS; c++) {
        first[i][c] = (float) (centres[i % 40][c] + random.nextGaussian());
        double image = (c % 2 == 0 ? first[i][c] : -first[i][c]) + 0.3 * random.nextGaussian();
        second[i][(c + 7) % CELLS] = (float) (isImage ? image : 2 * random.nextGaussian());
      }
    }
    try (WordVectors ours = table(words, i -> first[i]);
        WordVectors theirs = table(words, i -> second[i])) {
      return AlignmentStudy.outcome(
          _ -> {}, ours, theirs, new AlignmentStudy.Sizes(words, 0, words, 200, List.of(16, 8)), 9);
    }
  }

  @Test
  void selfLearningBeatsARotationFromTooFewPairsAndFindsNothingWhereThereIsNothing() {
    assertThat(aligned(true).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(aligned(false).verdict()).isNotEqualTo(Verdict.HOLDS);
  }

  /** Words with four hidden cells, of which each view shows two, or the second view noise. */
  private static Outcome stacked(boolean showsTheRest) {
    SplittableRandom random = new SplittableRandom(6);
    int words = 120;
    double[][] hidden = new double[words][4];
    float[][] first = new float[words][];
    float[][] second = new float[words][];
    for (int i = 0; i < words; i++) {
      for (int c = 0; c < 4; c++) {
        hidden[i][c] = random.nextGaussian();
      }
      first[i] = new float[] {(float) hidden[i][0], (float) hidden[i][1]};
      // A view of large numbers must not decide for that reason.
      second[i] =
          showsTheRest
              ? new float[] {(float) (900 * hidden[i][2]), (float) (900 * hidden[i][3])}
              : new float[] {
                (float) (900 * random.nextGaussian()), (float) (900 * random.nextGaussian())
              };
    }
    List<SimilaritySet.Pair> pairs = new ArrayList<>();
    for (int p = 0; p < 400; p++) {
      int a = random.nextInt(words);
      int b = random.nextInt(words);
      double score = 0;
      for (int c = 0; c < 4; c++) {
        score += hidden[a][c] * hidden[b][c];
      }
      pairs.add(new SimilaritySet.Pair("w" + a, "w" + b, score));
    }
    return StackedViewsStudy.outcome(
        IntStream.range(0, words).mapToObj(i -> "w" + i).toList(),
        first,
        second,
        List.of(new SimilaritySet("hidden", pairs)),
        8);
  }

  @Test
  void viewsThatShowDifferentThingsAreBestTogetherAndNoiseAddsNothing() {
    assertThat(stacked(true).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(stacked(false).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
  }

  /** Accuracies of three tables over the same 400 texts. */
  private static Verdict pulled(double learned, double fitted, double shuffled) {
    SplittableRandom random = new SplittableRandom(17);
    WordComparison comparison = new WordComparison();
    Map.of(
            GraphRetrofittingStudy.LEARNED, learned,
            GraphRetrofittingStudy.FITTED, fitted,
            GraphRetrofittingStudy.SHUFFLED, shuffled)
        .forEach((name, share) ->
            comparison.put(
                name,
                "texts",
                Estimate.mean(
                    IntStream.range(0, 400)
                        .mapToDouble(_ -> random.nextDouble() < share ? 1 : 0)
                        .toArray())));
    return GraphRetrofittingStudy.outcome(comparison, List.of("texts"), 3, List.of()).verdict();
  }

  @Test
  void aGraphIsSaidToHelpOnlyWhereTextsAreLabelledBetterThanByAShuffledOne() {
    assertThat(pulled(0.5, 0.8, 0.5)).isEqualTo(Verdict.HOLDS);
    assertThat(pulled(0.8, 0.5, 0.3)).isEqualTo(Verdict.DOES_NOT_HOLD);
    assertThat(pulled(0.5, 0.8, 0.8)).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void entitiesThatATripleConnectsAreNeighboursByTheirNamesBothWays() throws IOException {
    gzip("entity2text.txt.gz", "1\tdog, an animal, tame\n2\tland reform, a law\n3\tpet, kept\n");
    gzip("train.tsv.gz", "1\t_hypernym\t3\n1\t_has_part\t2\n3\t_also_see\t3\n");
    assertThat(GraphRetrofittingStudy.graph(folder).links())
        .isEqualTo(Map.of("dog", Set.of("pet"), "pet", Set.of("dog")));
  }

  private void gzip(String name, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Of 300 words so many translated right. */
  private static DictionarySet.Result right(int count) {
    List<DictionarySet.Translated> items = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      // Scattered, so that methods do not agree on the words.
      int rank = i * 7919 % 300 < count ? 1 : 0;
      items.add(new DictionarySet.Translated("w" + i, OptionalInt.of(rank)));
    }
    return new DictionarySet.Result(
        "asked", count / 300.0, count / 300.0, new Coverage(300, 300), items);
  }

  private static Verdict translated(int rotation, int rcsls, int shuffled) {
    return BilingualStudy.outcome(
            Map.of(
                BilingualStudy.ROTATION, right(rotation),
                BilingualStudy.RCSLS, right(rcsls),
                BilingualStudy.SHUFFLED, right(shuffled)),
            List.of(),
            4)
        .verdict();
  }

  @Test
  void aMapThatTranslatesMoreWordsIsFoundBetterAndNothingIsSaidWhereARotationFindsNothing() {
    assertThat(translated(120, 160, 0)).isEqualTo(Verdict.HOLDS);
    assertThat(translated(160, 120, 0)).isEqualTo(Verdict.DOES_NOT_HOLD);
    assertThat(translated(120, 121, 0)).isEqualTo(Verdict.UNDECIDED);
    assertThat(translated(120, 160, 120)).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void wordsWhoseVectorsAreTurnedAreTranslatedByARotationAndNotFromPairsDealtAnew() {
    SplittableRandom random = new SplittableRandom(13);
    int words = 300;
    float[][] first = new float[words][];
    float[][] second = new float[words][CELLS];
    Map<String, Set<String>> known = new LinkedHashMap<>();
    Map<String, Set<String>> asked = new LinkedHashMap<>();
    for (int i = 0; i < words; i++) {
      first[i] = noise(random, 1);
      for (int c = 0; c < CELLS; c++) {
        second[i][(c + 7) % CELLS] = (c % 2 == 0 ? 1 : -1) * first[i][c];
      }
      (i < 200 ? known : asked).put("w" + i, Set.of("w" + i));
    }
    try (WordVectors ours = table(words, i -> first[i]);
        WordVectors theirs = table(words, i -> second[i])) {
      Map<String, DictionarySet.Result> found =
          BilingualStudy.translated(
              _ -> {},
              ours,
              theirs,
              new DictionarySet("known", known),
              new DictionarySet("asked", asked),
              20,
              9);
      assertThat(found.get(BilingualStudy.ROTATION))
          .returns(1.0, DictionarySet.Result::at1)
          .returns(new Coverage(100, 100), DictionarySet.Result::coverage);
      assertThat(found.get(BilingualStudy.SHUFFLED))
          .matches(result -> result.at1() < 0.2, "finds hardly anything");
    }
  }

  /** Words of a triple alike, with so much noise in each table. */
  private static Outcome made(double x2static, double aggregated, double shuffled) {
    SplittableRandom random = new SplittableRandom(11);
    int words = 90;
    float[][] truth = new float[words][];
    for (int i = 0; i < words; i++) {
      truth[i] = i % 3 == 0 ? noise(random, 1) : truth[i - 1];
    }
    Map<String, StaticFromContextualStudy.Table> tables = new LinkedHashMap<>();
    Map.of(
            StaticFromContextualStudy.X2STATIC, x2static,
            StaticFromContextualStudy.AGGREGATED, aggregated,
            StaticFromContextualStudy.ALONE, 2.0,
            StaticFromContextualStudy.SHUFFLED, shuffled)
        .forEach((name, scale) -> tables.put(name, noisy(truth, scale)));
    return StaticFromContextualStudy.outcome(tables, List.of(people(random, words)), "", 12);
  }

  private static StaticFromContextualStudy.Table noisy(float[][] truth, double scale) {
    SplittableRandom random = new SplittableRandom(Double.hashCode(scale));
    float[][] rows = new float[truth.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = noise(random, scale);
      for (int c = 0; c < CELLS; c++) {
        rows[i][c] += truth[i][c] + 3;
      }
    }
    return new StaticFromContextualStudy.Table(
        IntStream.range(0, truth.length).mapToObj(i -> "w" + i).toList(), rows);
  }

  @Test
  void theTableWithLessNoiseIsFoundBetterAndNothingIsSaidWhereItMissesTheControl() {
    assertThat(made(0.2, 1.5, 30).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(made(1.5, 0.2, 30).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
    assertThat(made(0.2, 1.5, 0.21).verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void aShuffledLexiconKeepsHowManyNeighboursThereAre() {
    Lexicon lexicon =
        new Lexicon(
            Map.of("a", Set.of("b", "c"), "b", Set.of("a"), "c", Set.of("a"), "d", Set.of()));
    Lexicon shuffled = RetrofittingStudy.shuffled(lexicon, 4);
    assertThat(shuffled.links().get("a")).hasSize(2);
    assertThat(shuffled.links().get("b")).hasSize(1);
    assertThat(shuffled).isNotEqualTo(lexicon);
    assertThat(RetrofittingStudy.shuffled(lexicon, 4)).isEqualTo(shuffled);
  }

  /** Two slices of which the second is the first with two words in ten swapped, and noise. */
  private static SlicesStudy.Pair slices(double noise, boolean rotates) {
    int words = 200;
    var planted = new SplittableRandom(7);
    float[][] rows = new float[words][];
    for (int i = 0; i < words; i++) {
      rows[i] = noise(planted, 1);
    }
    var random = new SplittableRandom(8);
    WordVectors before = table(words, i -> rows[i]);
    WordVectors after =
        table(
            words,
            i -> {
              int meaning = i % 10 < 2 ? i / 10 * 10 + 1 - i % 10 : i;
              float[] row = noise(random, noise);
              for (int c = 0; c < CELLS; c++) {
                row[c] += rows[meaning][c];
              }
              return row;
            });
    return new SlicesStudy.Pair(before, after, rotates);
  }

  private static Outcome sliced(double compass, double rotated, double apart) {
    Map<String, String> partners = new LinkedHashMap<>();
    for (int i = 0; i < 200; i += 10) {
      partners.put("w" + i, "w" + (i + 1));
      partners.put("w" + (i + 1), "w" + i);
    }
    List<String> others =
        IntStream.range(0, 200)
            .mapToObj(i -> "w" + i)
            .filter(w -> !partners.containsKey(w))
            .toList();
    Map<String, SlicesStudy.Pair> pairs = new LinkedHashMap<>();
    pairs.put("compass", slices(compass, false));
    pairs.put("rotated", slices(rotated, true));
    pairs.put("apart", slices(apart, false));
    try {
      return SlicesStudy.outcome(pairs, new SlicesStudy.Swaps(partners, others), 200, 5, List.of());
    } finally {
      pairs
          .values()
          .forEach(pair -> {
            pair.before().close();
            pair.after().close();
          });
    }
  }

  @Test
  void slicesThatAgreeBetterByTheCompassThanRotatedHold() {
    Outcome holds = sliced(0.1, 3, 30);
    assertThat(holds.verdict()).isEqualTo(Verdict.HOLDS);
    // Every word of both kinds is found, and the cosine tells them apart without a mistake.
    assertThat(holds.tables().getFirst().rows().getFirst())
        .containsExactly("compass", "1.0000", "1.0000", "1.0000");
    assertThat(sliced(3, 0.1, 30).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
    assertThat(sliced(1, 30, 0.1).verdict()).isEqualTo(Verdict.UNDECIDED);
  }
}
