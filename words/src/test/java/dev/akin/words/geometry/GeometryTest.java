package dev.akin.words.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.format.words.WordList;
import dev.akin.text.FormatException;
import dev.akin.vector.ExactScan;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import dev.akin.vector.transform.Alignment;
import dev.akin.words.Csls;
import dev.akin.words.WordVectors;
import dev.akin.words.geometry.Debiasing.WordPair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeometryTest {
  private static final ExactScan SCAN = new ExactScan(2);
  private static final int CELLS = 20;

  /** Rows in clusters, and their images under swapped and mirrored axes with noise. */
  private static Matrix[] planted(double noise) {
    SplittableRandom random = new SplittableRandom(4);
    double[][] centres = new double[40][CELLS];
    for (double[] centre : centres) {
      for (int c = 0; c < CELLS; c++) {
        centre[c] = 2 * random.nextGaussian();
      }
    }
    Matrix x = Matrix.allocate(400, CELLS);
    Matrix z = Matrix.allocate(400, CELLS);
    for (int i = 0; i < 400; i++) {
      float[] row = new float[CELLS];
      float[] image = new float[CELLS];
      for (int c = 0; c < CELLS; c++) {
        row[c] = (float) (centres[i % 40][c] + random.nextGaussian());
      }
      for (int c = 0; c < CELLS; c++) {
        image[(c + 7) % CELLS] =
            (c % 2 == 0 ? row[c] : -row[c]) + (float) (noise * random.nextGaussian());
      }
      x.setRow(i, row);
      z.setRow(i, image);
    }
    return new Matrix[] {x, z};
  }

  private static Alignment.Pairs firstRows(int count) {
    int[] same = IntStream.range(0, count).toArray();
    return new Alignment.Pairs(same, same);
  }

  /** Share of rows behind the pairs whose nearest by CSLS is their own image. */
  private static double accuracy(Matrix x, Matrix z, Alignment alignment, int from) {
    try (Matrix mapped = alignment.source().apply(x)) {
      Csls csls = Csls.between(mapped, z, 10, SCAN);
      int right = 0;
      for (int i = from; i < x.rows(); i++) {
        right += csls.nearest(mapped.copyRow(i), 1).getFirst().ordinal() == i ? 1 : 0;
      }
      return right / (double) (x.rows() - from);
    }
  }

  @Test
  void aFewPairsAreEnoughForSelfLearningWhereARotationAloneFails() {
    Matrix[] sides = planted(0.3);
    try (Matrix x = Alignment.normalisation(sides[0]).apply(sides[0]);
        Matrix z = Alignment.normalisation(sides[1]).apply(sides[1])) {
      double rotation = accuracy(x, z, Alignment.procrustes(x, z, firstRows(8)), 8);
      SelfLearning.Learned learned = new SelfLearning(20, 10, SCAN).learn(x, z, firstRows(8));
      assertThat(rotation).isLessThan(0.6);
      assertThat(accuracy(x, z, learned.alignment(), 8)).isGreaterThan(0.9);
      assertThat(learned.pairs().size()).isGreaterThan(300);
    } finally {
      sides[0].close();
      sides[1].close();
    }
  }

  @Test
  void theRotationIsMadeOfThePairsThatAreGivenWithIt() {
    Matrix[] sides = planted(0.3);
    try (Matrix x = Alignment.normalisation(sides[0]).apply(sides[0]);
        Matrix z = Alignment.normalisation(sides[1]).apply(sides[1])) {
      for (int rounds : new int[] {1, 2, 20}) {
        SelfLearning.Learned learned = new SelfLearning(rounds, 10, SCAN).learn(x, z, firstRows(8));
        assertThat(learned.alignment()).isEqualTo(Alignment.procrustes(x, z, learned.pairs()));
        assertThat(learned.rounds()).isLessThanOrEqualTo(rounds);
      }
    } finally {
      sides[0].close();
      sides[1].close();
    }
  }

  @Test
  void selfLearningNeedsNoPairWhereTheSpacesHaveOneShape() {
    Matrix[] sides = planted(0.1);
    try (Matrix x = Alignment.normalisation(sides[0]).apply(sides[0]);
        Matrix z = Alignment.normalisation(sides[1]).apply(sides[1])) {
      SelfLearning learning = new SelfLearning(20, 10, SCAN);
      SelfLearning.Learned learned = learning.learn(x, z, 1);
      assertThat(accuracy(x, z, learned.alignment(), 0)).isGreaterThan(0.95);
      SelfLearning.Learned again = learning.learn(x, z, 1);
      assertThat(again.similarity()).isEqualTo(learned.similarity());
      assertThat(again.pairs().first()).isEqualTo(learned.pairs().first());
    } finally {
      sides[0].close();
      sides[1].close();
    }
  }

  @Test
  void profilesAreTheSortedRowsOfTheRootOfTheSimilarities() {
    // XXᵀ is 9 and 1 on its diagonal, so its root is 3 and 1; turned, the space is the same.
    try (Matrix rows = Matrix.of(new float[] {3, 0}, new float[] {0, 1});
        Matrix turned = Matrix.of(new float[] {0, -3}, new float[] {1, 0});
        Matrix root = SimilarityProfiles.sortedRoot(rows);
        Matrix same = SimilarityProfiles.sortedRoot(turned)) {
      float[][] expected = {{3, 0}, {1, 0}};
      for (int i = 0; i < 2; i++) {
        for (int c = 0; c < 2; c++) {
          assertThat(root.get(i, c)).isCloseTo(expected[i][c], within(1e-5f));
          assertThat(same.get(i, c)).isCloseTo(expected[i][c], within(1e-5f));
        }
      }
    }
  }

  @Test
  void rcslsFindsAPlantedMapToo() {
    Matrix[] sides = planted(0.3);
    try (Matrix x = Alignment.normalisation(sides[0]).apply(sides[0]);
        Matrix z = Alignment.normalisation(sides[1]).apply(sides[1])) {
      Alignment learned = new Rcsls(10, 10, 1, SCAN).learn(x, z, firstRows(200));
      assertThat(accuracy(x, z, learned, 200)).isGreaterThan(0.95);
    } finally {
      sides[0].close();
      sides[1].close();
    }
  }

  private static WordVectors words(String... rows) {
    List<String> words = new ArrayList<>();
    List<float[]> cells = new ArrayList<>();
    for (String row : rows) {
      String[] parts = row.split(" ", -1);
      words.add(parts[0]);
      float[] vector = new float[parts.length - 1];
      for (int c = 0; c < vector.length; c++) {
        vector[c] = Float.parseFloat(parts[c + 1]);
      }
      cells.add(vector);
    }
    return WordVectors.of(WordList.of(words), Matrix.of(cells.toArray(float[][]::new)));
  }

  @Test
  void retrofittedRowsAreTheHandComputedMinimum() {
    // Two unit vectors pulling each other with alpha 1: q = (2a + b) / 3, (a + 2b) / 3.
    try (WordVectors vectors = words("a 1 0", "b 0 5", "c 3 4");
        var fitted =
            new Retrofitting(60, 1)
                .fit(vectors, new Lexicon(Map.of("a", Set.of("b", "zzz"))).symmetric())) {
      assertThat(fitted.rows().copyRow(0))
          .containsExactly(new float[] {2 / 3f, 1 / 3f}, within(1e-5f));
      assertThat(fitted.rows().copyRow(1))
          .containsExactly(new float[] {1 / 3f, 2 / 3f}, within(1e-5f));
      assertThat(fitted.rows().copyRow(2)).containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
      assertThat(fitted.moved()).isEqualTo(2);
      assertThat(fitted.links()).isEqualTo(2);
    }
  }

  @Test
  void aLexiconOfOtherWordsAndALineOfOneWordAreRefused(@TempDir Path folder) throws IOException {
    try (WordVectors vectors = words("a 1 0", "b 0 1")) {
      Lexicon others = new Lexicon(Map.of("x", Set.of("y")));
      assertThatThrownBy(() -> new Retrofitting(1, 1).fit(vectors, others))
          .hasMessageContaining("no two connected words of the lexicon");
    }
    Path file = folder.resolve("lexicon.txt");
    Files.writeString(file, "bird robin hawk\nalone\n");
    assertThatThrownBy(() -> Lexicon.read(file))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("lexicon.txt:2");
    Files.writeString(file, "bird robin hawk\nbird\teagle\n");
    assertThat(Lexicon.read(file).links().get("bird"))
        .containsExactlyInAnyOrder("robin", "hawk", "eagle");
  }

  @Test
  void neutralWordsLoseTheDirectionSpecificOnesKeepItAndEqualPairsAreAsFarFromAll() {
    try (WordVectors vectors =
        words("she 1 1 0", "he -1 1 0", "nurse 0.6 0 1", "king -1 0.2 0.3", "gal 0.8 1 0.3")) {
      Debiasing debiasing =
          Debiasing.fit(vectors, List.of(new WordPair("she", "he"), new WordPair("a", "b")), 1);
      assertThat(debiasing.pairs()).isEqualTo(1);
      assertThat(Math.abs(debiasing.subspace().direction(0)[0])).isCloseTo(1, within(1e-6));
      assertThat(debiasing.directBias(vectors, List.of("nurse", "unknown")))
          .isCloseTo(0.6 / Math.sqrt(1.36), within(1e-6));
      Matrix rows =
          debiasing.apply(vectors, Set.of("she", "he", "king"), List.of(new WordPair("gal", "he")));
      try (WordVectors after = WordVectors.of(vectors.words(), rows)) {
        assertThat(debiasing.directBias(after, List.of("nurse"))).isLessThan(1e-6);
        assertThat(after.vector(3)[0]).isLessThan(-0.9f);
        float towardsGal = Similarity.COSINE.between(after.vector(2), after.vector(4));
        float towardsHe = Similarity.COSINE.between(after.vector(2), after.vector(1));
        assertThat(towardsGal).isCloseTo(towardsHe, within(1e-6f));
      }
    }
  }

  @Test
  void pairsWithoutVectorsAreRefused() {
    try (WordVectors vectors = words("a 1 0", "b 0 1")) {
      assertThatThrownBy(() -> Debiasing.fit(vectors, List.of(new WordPair("x", "y")), 1))
          .hasMessageContaining("none of the 1 pairs");
    }
  }

  @Test
  void softDebiasingTakesPartOfTheDirectionFromNeutralWordsAndMoreWithMoreStrength() {
    try (WordVectors vectors =
        words(
            "she 1 1 0.1",
            "he -1 1 0.1",
            "nurse 0.6 0 1",
            "pilot -0.5 0.1 0.9",
            "tree 0.1 -1 0.4",
            "stone 0.2 -0.6 -1")) {
      Debiasing debiasing = Debiasing.fit(vectors, List.of(new WordPair("she", "he")), 1);
      List<String> neutral = List.of("nurse", "pilot", "tree", "stone");
      double[] bias = new double[3];
      double[] strengths = {0, 0.1, 10};
      for (int i = 0; i < strengths.length; i++) {
        Matrix rows = debiasing.applySoftly(vectors, Set.of("she", "he"), strengths[i]);
        try (WordVectors after = WordVectors.of(vectors.words(), rows)) {
          bias[i] = debiasing.directBias(after, neutral);
          // Unlike hard debiasing's rejection, the two that mean it stay apart.
          assertThat(after.similarity("she", "he")).isLessThan(0.99f);
        }
      }
      assertThat(bias[0]).isCloseTo(debiasing.directBias(vectors, neutral), within(1e-5));
      assertThat(bias[1]).isLessThan(bias[0]);
      assertThat(bias[2]).isLessThan(0.5 * bias[1]);
    }
  }

  @Test
  void indirectBiasIsTheShareOfACosineThatComesFromTheDirection() {
    try (WordVectors vectors = words("she 1 1 0", "he -1 1 0")) {
      Debiasing debiasing = Debiasing.fit(vectors, List.of(new WordPair("she", "he")), 1);
      // (a·b − a⊥·b⊥ / (‖a⊥‖‖b⊥‖)) / a·b with a = (.6, .8, 0), b = (.6, 0, .8): (.36 − 0) / .36.
      assertThat(debiasing.indirectBias(new float[] {0.6f, 0.8f, 0}, new float[] {0.6f, 0, 0.8f}))
          .isCloseTo(1, within(1e-6));
      assertThat(debiasing.indirectBias(new float[] {0, 0.8f, 0.6f}, new float[] {0, 0.6f, 0.8f}))
          .isCloseTo(0, within(1e-6));
      assertThatThrownBy(() -> debiasing.indirectBias(new float[] {1, 0, 0}, new float[] {0, 0, 1}))
          .hasMessageContaining("no indirect bias");
    }
    // A row in the direction but for the rounding of its cells.
    try (WordVectors vectors = words("she 1 0.7 0.3", "he -1 -0.7 -0.3")) {
      Debiasing debiasing = Debiasing.fit(vectors, List.of(new WordPair("she", "he")), 1);
      float[] inside = {3 * 1.1f, 3 * 0.77f, 3 * 0.33f};
      assertThatThrownBy(() -> debiasing.indirectBias(inside, new float[] {1, 0, 0}))
          .hasMessageContaining("no indirect bias");
    }
  }

  @Test
  void listsOfWordsAreReadAsJsonAndAsLinesAndNameThePlaceOfAMistake(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("list");
    List<WordPair> pairs = List.of(new WordPair("she", "he"), new WordPair("her", "his"));
    Files.writeString(file, "\ufeff[[\"she\", \"he\"], [\"her\", \"his\"]]");
    assertThat(WordLists.pairs(file)).isEqualTo(pairs);
    Files.writeString(file, "\ufeffshe he\r\n\r\n# possessive\r\nher\this\r\n");
    assertThat(WordLists.pairs(file)).isEqualTo(pairs);
    assertThat(WordLists.firsts(file)).containsExactly("she", "her");
    Files.writeString(file, "she he\n\nher\n");
    assertRefused(() -> WordLists.pairs(file), "list:3: a pair is two words, got [her]");
    Files.writeString(file, "[[\"she\", \"he\"], [\"her\", \"his\", \"hers\"]]");
    assertRefused(() -> WordLists.pairs(file), "list, entry 2: a pair is two words");
    Files.writeString(file, "[\"she\", 7]");
    assertRefused(() -> WordLists.firsts(file), "list, entry 2: expected a word");
    Files.writeString(file, "[]");
    assertRefused(() -> WordLists.firsts(file), "no words in this file");
    Files.write(file, "she he\nfrau f\u00fcrst\n".getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(
        () -> WordLists.pairs(file), "list:2: not UTF-8: byte 0xFC at offset 13; convert the file");
  }

  private static void assertRefused(ThrowingCallable reading, String problem) {
    assertThatThrownBy(reading).isInstanceOf(FormatException.class).hasMessageContaining(problem);
  }

  @Test
  void synonymsComeTogetherAntonymsGoApartAndOldNeighboursStayNear() {
    SplittableRandom random = new SplittableRandom(3);
    List<String> lines = new ArrayList<>();
    // Hot and cold occur in the same company and have nearly the same row.
    lines.add("hot 1 0.1 0 0 0");
    lines.add("cold 1 -0.1 0 0 0");
    lines.add("warm 0.2 0 1 0 0");
    lines.add("mild 0.21 0.05 1 0 0");
    for (int i = 0; i < 20; i++) {
      lines.add(
          "w%d %s %s %s %s %s"
              .formatted(
                  i, random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), 1, 2));
    }
    try (WordVectors vectors = words(lines.toArray(String[]::new))) {
      CounterFitting fitting = new CounterFitting(60, 0.1, 0.2, SCAN);
      Lexicon synonyms = new Lexicon(Map.of("hot", Set.of("warm")));
      Lexicon antonyms = new Lexicon(Map.of("hot", Set.of("cold")));
      Retrofitting.Fitted fitted = fitting.fit(vectors, synonyms, antonyms);
      try (WordVectors after = WordVectors.of(vectors.words(), fitted.rows())) {
        assertThat(vectors.similarity("hot", "cold")).isGreaterThan(0.97f);
        assertThat(after.similarity("hot", "cold")).isLessThan(0.3f);
        assertThat(after.similarity("hot", "warm")).isGreaterThan(0.8f);
        // Not in a list, but it was warm's neighbour and comes along.
        assertThat(after.similarity("mild", "warm")).isGreaterThan(0.9f);
        assertThat(fitted.links()).isEqualTo(2);
        assertThat(fitted.moved()).isBetween(4, 10);
        assertThat(after.vector(10)).hasSize(5);
      }
      assertThatThrownBy(() -> fitting.fit(vectors, new Lexicon(Map.of()), new Lexicon(Map.of())))
          .hasMessageContaining("no two connected words");
    }
  }
}
