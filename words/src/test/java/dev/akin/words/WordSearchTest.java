package dev.akin.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import dev.akin.vector.ExactScan;
import dev.akin.vector.Match;
import dev.akin.vector.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordSearchTest {
  /**
   * Scores are sums of up to three cosines in float32, each off by about dimension · 2⁻²⁴, and for
   * CosMul a quotient with a divisor of at least 0.001 that multiplies it.
   */
  private static final double CLOSE = 2e-4;

  @Test
  void theNearestWordsAreThoseOfAllCosinesSorted() {
    Seeds.forEach(
        8,
        random -> {
          try (WordVectors vectors = Tables.random(random, 300, 1 + random.nextInt(50))) {
            int first = 2 + random.nextInt(299);
            var search = search(vectors, 1 + random.nextInt(3)).amongFirst(first);
            int word = random.nextInt(300);
            List<Neighbour> nearest = search.nearest("w" + word, 7);
            assertIsSorted(
                nearest,
                7,
                first,
                i -> Tables.cosine(vectors.vector(word), vectors.vector(i)),
                word);
          }
        });
  }

  /** Whether neighbours are the best by a score computed in double, up to rounding. */
  private static void assertIsSorted(
      List<Neighbour> found, int k, int first, IntToDoubleFunction score, int... excluded) {
    List<Integer> all =
        IntStream.range(0, first)
            .filter(i -> Arrays.stream(excluded).noneMatch(e -> e == i))
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -score.applyAsDouble(i)))
            .toList();
    assertThat(found).hasSize(Math.min(k, all.size()));
    for (int i = 0; i < found.size(); i++) {
      Neighbour neighbour = found.get(i);
      double exact = score.applyAsDouble(neighbour.ordinal());
      assertThat(neighbour.score()).isCloseTo(exact, within(CLOSE * (1 + Math.abs(exact))));
      assertThat(exact)
          .isCloseTo(score.applyAsDouble(all.get(i)), within(CLOSE * (1 + Math.abs(exact))));
      assertThat(neighbour.word()).isEqualTo("w" + neighbour.ordinal());
      assertThat(excluded).doesNotContain(neighbour.ordinal());
    }
    assertThat(found.stream().map(Neighbour::ordinal)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(AnalogyMethod.class)
  void analogiesAreAnsweredByTheFormulaOfTheirMethod(AnalogyMethod method) {
    Seeds.forEach(
        6,
        random -> {
          try (WordVectors vectors = Tables.random(random, 250, 3 + random.nextInt(40))) {
            int first = 10 + random.nextInt(241);
            var search = search(vectors, 1 + random.nextInt(3)).amongFirst(first);
            List<int[]> asked = new ArrayList<>();
            List<Analogy> questions = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
              int[] words = random.ints(3, 0, 250).toArray();
              asked.add(words);
              questions.add(new Analogy("w" + words[0], "w" + words[1], "w" + words[2]));
            }
            List<List<Neighbour>> answers = search.complete(questions, method, 4);
            for (int i = 0; i < 30; i++) {
              int[] words = asked.get(i);
              assertIsSorted(
                  answers.get(i), 4, first, x -> formula(method, vectors, words, x), words);
              assertThat(search.complete(questions.get(i), method, 4)).isEqualTo(answers.get(i));
            }
          }
        });
  }

  /** The published formulas, on whole vectors and in double. */
  private static double formula(AnalogyMethod method, WordVectors vectors, int[] abc, int x) {
    double[] a = unit(vectors.vector(abc[0]));
    double[] b = unit(vectors.vector(abc[1]));
    double[] c = unit(vectors.vector(abc[2]));
    double[] candidate = unit(vectors.vector(x));
    return switch (method) {
      case COS_ADD -> cosine(candidate, sum(sum(b, a, -1), c, 1));
      case COS_MUL ->
          shifted(cosine(candidate, b))
              * shifted(cosine(candidate, c))
              / (shifted(cosine(candidate, a)) + 0.001);
      case PAIR_DIRECTION -> cosine(sum(b, a, -1), sum(candidate, c, -1));
    };
  }

  private static double shifted(double cosine) {
    return (cosine + 1) / 2;
  }

  private static double[] unit(float[] row) {
    double length =
        Math.sqrt(IntStream.range(0, row.length).mapToDouble(i -> row[i] * (double) row[i]).sum());
    return IntStream.range(0, row.length).mapToDouble(i -> row[i] / length).toArray();
  }

  private static double[] sum(double[] a, double[] b, double factor) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] + factor * b[i]).toArray();
  }

  private static double cosine(double[] a, double[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += a[i] * b[i];
      aa += a[i] * a[i];
      bb += b[i] * b[i];
    }
    return aa < 1e-12 || bb < 1e-12 ? 0 : ab / Math.sqrt(aa * bb);
  }

  @ParameterizedTest
  @EnumSource(AnalogyMethod.class)
  void theRankOfAnAnswerIsItsPlaceAmongAllAnswers(AnalogyMethod method) {
    Seeds.forEach(
        4,
        random -> {
          // Twin rows, so that equal scores occur and are ordered by ordinal.
          float[][] rows = new float[90][];
          for (int i = 0; i < rows.length; i++) {
            rows[i] = i % 3 == 1 ? rows[i - 1] : Tables.row(random, 5);
          }
          try (WordVectors vectors =
              Tables.of(IntStream.range(0, 90).mapToObj(i -> "w" + i).toList(), rows)) {
            var search = search(vectors, 1 + random.nextInt(3)).amongFirst(80);
            List<Analogy> questions = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
              int[] abc = random.ints(3, 0, 80).toArray();
              questions.add(new Analogy("w" + abc[0], "w" + abc[1], "w" + abc[2]));
            }
            int[] expected = random.ints(20, 0, 80).toArray();
            int[] ranks = search.ranks(questions, expected, method, WordLookup.asWritten(vectors));
            List<List<Neighbour>> all = search.complete(questions, method, 80);
            for (int i = 0; i < 20; i++) {
              List<Integer> order = all.get(i).stream().map(Neighbour::ordinal).toList();
              assertThat(ranks[i]).isEqualTo(1 + order.indexOf(expected[i]));
            }
          }
        });
  }

  @Test
  void questionsMayHoldComposedWordsAndRareOnes() {
    List<String> words = List.of("bird", "birch", "ship");
    try (WordVectors vectors = Tables.withNgrams(new SplittableRandom(5), words, 6)) {
      var search = search(vectors, 1);
      assertThat(search.nearest("birds", 5)).hasSize(3);
      assertThat(search.amongFirst(1).nearest("ship", 5))
          .extracting(Neighbour::word)
          .containsExactly("bird");
      assertThat(search.complete(new Analogy("birds", "ships", "bird"), AnalogyMethod.COS_ADD, 9))
          .extracting(Neighbour::word)
          .containsExactlyInAnyOrder("birch", "ship");
    }
  }

  @Test
  void aCutoffOfAnySizeGivesAllThereIs() {
    try (WordVectors vectors = Tables.random(new SplittableRandom(3), 20, 6)) {
      var search = search(vectors, 2);
      assertThat(search.nearest("w3", Integer.MAX_VALUE)).isEqualTo(search.nearest("w3", 19));
      assertThat(search.nearest("w3", Integer.MAX_VALUE, search.csls(5)))
          .isEqualTo(search.nearest("w3", 19, search.csls(5)));
      assertThat(search.nearest("w3", 5, search.csls(Integer.MAX_VALUE)))
          .isEqualTo(search.nearest("w3", 5, search.csls(19)));
      assertThatThrownBy(() -> search.nearest("w3", 0)).hasMessageContaining("k is 0");
    }
  }

  @Test
  void wordsWithoutAVectorAreNamed() {
    try (WordVectors vectors = Tables.of(List.of("a", "b"), new float[] {1}, new float[] {2})) {
      var search = search(vectors, 1);
      assertThatThrownBy(() -> search.nearest("c", 1)).isInstanceOf(UnknownWordException.class);
      assertThatThrownBy(
              () -> search.complete(new Analogy("a", "b", "d"), AnalogyMethod.COS_MUL, 1))
          .hasMessage("no vector for the word 'd'");
      assertThatThrownBy(() -> search.outliers(List.of("a", "b", "e")))
          .hasMessage("no vector for the word 'e'");
      assertThatThrownBy(() -> search.outliers(List.of("a", "b"))).hasMessageContaining("among 2");
      assertThatThrownBy(() -> search.amongFirst(0)).hasMessageContaining("at least 1 is needed");
      assertThat(search.amongFirst(100).candidates()).isEqualTo(2);
    }
  }

  @Test
  void theOutlierIsTheWordFarthestFromTheMiddleOfAll() {
    try (WordVectors vectors =
        Tables.of(
            List.of("breakfast", "lunch", "car", "dinner"),
            new float[] {5, 1, 0},
            new float[] {1, .3f, .1f},
            new float[] {0, .2f, 1},
            new float[] {3, 1, .2f})) {
      List<Neighbour> fits =
          search(vectors, 1).outliers(List.of("lunch", "car", "breakfast", "dinner"));
      assertThat(fits).extracting(Neighbour::word).startsWith("car").hasSize(4);
      assertThat(fits).isSortedAccordingTo(Comparator.comparingDouble(Neighbour::score));
    }
  }

  @Test
  void cslsTakesTheMeansOfBothSidesOff() {
    Seeds.forEach(
        4,
        random -> {
          try (WordVectors vectors = Tables.random(random, 60, 6);
              WordVectors others = Tables.random(random, 40, 6)) {
            Matrix sources = vectors.unitRows(60);
            Matrix targets = others.unitRows(40);
            Csls csls = Csls.between(sources, targets, 5, new ExactScan(2));
            float[] query = Tables.row(random, 6);
            for (Match match : csls.nearest(query, 40)) {
              float[] target = others.vector(match.ordinal());
              double ofQuery = mean(query, others, 40, -1);
              double ofTarget = mean(target, vectors, 60, -1);
              assertThat((double) match.score())
                  .isCloseTo(2 * Tables.cosine(query, target) - ofQuery - ofTarget, within(CLOSE));
              assertThat((double) csls.meanCosine(match.ordinal()))
                  .isCloseTo(ofTarget, within(CLOSE));
            }
          }
        });
  }

  @Test
  void withinOneTableNoWordIsItsOwnNeighbour() {
    Seeds.forEach(
        4,
        random -> {
          try (WordVectors vectors = Tables.random(random, 60, 6)) {
            var search = search(vectors, 2).amongFirst(50);
            Csls csls = search.csls(5);
            List<Neighbour> nearest = search.nearest("w3", 50, csls);
            assertThat(nearest).hasSize(49);
            for (Neighbour neighbour : nearest) {
              double expected =
                  2 * Tables.cosine(vectors.vector(3), vectors.vector(neighbour.ordinal()))
                      - mean(vectors.vector(3), vectors, 50, 3)
                      - mean(vectors.vector(neighbour.ordinal()), vectors, 50, neighbour.ordinal());
              assertThat(neighbour.score()).isCloseTo(expected, within(CLOSE));
            }
            assertThat(nearest)
                .isSortedAccordingTo(Comparator.comparingDouble(Neighbour::score).reversed());
            assertThat(search.nearest("w55", 50, csls)).hasSize(50);
          }
        });
  }

  /** The mean cosine with the five nearest. */
  private static double mean(float[] row, WordVectors among, int first, int itself) {
    return IntStream.range(0, first)
        .filter(i -> i != itself)
        .mapToDouble(i -> -Tables.cosine(row, among.vector(i)))
        .sorted()
        .limit(5)
        .map(x -> -x)
        .average()
        .orElseThrow();
  }

  private static WordSearch search(WordVectors vectors, int threads) {
    return WordSearch.of(vectors, new ExactScan(threads));
  }
}
