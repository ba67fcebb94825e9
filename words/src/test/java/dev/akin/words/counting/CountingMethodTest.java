package dev.akin.words.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.akin.format.words.WordFormat;
import dev.akin.vector.Matrix;
import dev.akin.vector.transform.PrincipalAxes;
import dev.akin.words.counting.ContextWindow.Weight;
import dev.akin.words.training.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountingMethodTest {
  private static final CountingOptions FIVE = new CountingOptions(5, 1, 1 << 20, 1);

  @TempDir Path folder;

  @Test
  void aStepOfGloveFollowsTheGradient() {
    float logarithm = 1.5f;
    float weight = 0.7f;
    double rate = 1e-3;
    GloveStep step = new GloveStep(4, 6, rate, new SplittableRandom(3));
    float[] word = step.word(1);
    float[] context = step.context(2);
    double before = loss(word, context, logarithm, weight);
    assertThat(step.learn(1, 2, logarithm, weight)).isCloseTo(before, within(1e-6));
    // Sums of squares begin at 1, so the first step is rate times the gradient.
    for (int i = 0; i < word.length; i++) {
      assertThat((word[i] - step.word(1)[i]) / rate)
          .as("cell %d of the word", i)
          .isCloseTo(difference(word, i, context, logarithm, weight), within(2e-3));
      assertThat((context[i] - step.context(2)[i]) / rate)
          .as("cell %d of the context", i)
          .isCloseTo(difference(context, i, word, logarithm, weight), within(2e-3));
    }
    // The second is divided by the root of 1 and the square of the first gradient.
    float[] later = step.word(1);
    float[] laterContext = step.context(2);
    double first = (word[0] - later[0]) / rate;
    double second = difference(later, 0, laterContext, logarithm, weight);
    step.learn(1, 2, logarithm, weight);
    assertThat((later[0] - step.word(1)[0]) / rate)
        .isCloseTo(second / Math.sqrt(1 + first * first), within(2e-3));
    assertThat(step.word(0)).as("others stay").doesNotContain(step.word(1));
  }

  private static double loss(float[] word, float[] context, double logarithm, double weight) {
    int d = word.length - 1;
    double sum = (double) word[d] + context[d] - logarithm;
    for (int i = 0; i < d; i++) {
      sum += (double) word[i] * context[i];
    }
    return 0.5 * weight * sum * sum;
  }

  /** The loss is symmetric in the two. */
  private static double difference(
      float[] changed, int cell, float[] other, double logarithm, double weight) {
    float[] up = changed.clone();
    float[] down = changed.clone();
    up[cell] += 1e-2f;
    down[cell] -= 1e-2f;
    return (loss(up, other, logarithm, weight) - loss(down, other, logarithm, weight))
        / ((double) up[cell] - down[cell]);
  }

  /** Lines of one of four topics of ten words each. */
  private static Lines topics(int lines) {
    SplittableRandom random = new SplittableRandom(11);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      int topic = random.nextInt(4);
      StringBuilder line = new StringBuilder();
      for (int w = 0; w < 10; w++) {
        line.append("t").append(topic).append('x').append(random.nextInt(10)).append(' ');
      }
      texts.add(line.toString().strip());
    }
    return new Lines(texts);
  }

  private CountedVectors learn(Lines lines, CountingMethod method) throws IOException {
    return CountedVectors.learn(lines, method, FIVE, CountingRun.in(folder));
  }

  /** Share of words whose nearest other word has their topic, around the mean. */
  private static double purity(CountedVectors learned) {
    try (Matrix centred = PrincipalAxes.fit(learned.rows()).pca(4).apply(learned.rows())) {
      int right = 0;
      for (int i = 0; i < centred.rows(); i++) {
        int best = -1;
        double most = -2;
        for (int j = 0; j < centred.rows(); j++) {
          double cosine = cosine(centred.copyRow(i), centred.copyRow(j));
          if (j != i && cosine > most) {
            most = cosine;
            best = j;
          }
        }
        right += topic(learned, i).equals(topic(learned, best)) ? 1 : 0;
      }
      return (double) right / centred.rows();
    }
  }

  private static String topic(CountedVectors learned, int word) {
    return learned.vocabulary().words().word(word).substring(0, 2);
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
      aa += (double) a[i] * a[i];
      bb += (double) b[i] * b[i];
    }
    return dot / Math.sqrt(aa * bb);
  }

  @Test
  void plantedTopicsAreFoundAndShuffledOnesAreNot() throws IOException {
    for (CountingMethod method : List.of(new Glove(5, 60, 0.05, 10), PpmiSvd.usual())) {
      try (CountedVectors learned = learn(topics(400), method)) {
        assertThat(learned.rows().rows()).isEqualTo(40);
        assertThat(purity(learned)).as(method.label()).isGreaterThan(0.95);
      }
    }
    List<String> words = new ArrayList<>();
    topics(400).lines().forEach(line -> words.addAll(Arrays.asList(line.split(" ", -1))));
    java.util.Collections.shuffle(words, new java.util.Random(1));
    Lines shuffled = new Lines(List.of(String.join(" ", words)));
    try (CountedVectors control = learn(shuffled, PpmiSvd.usual())) {
      assertThat(purity(control)).isLessThan(0.6);
    }
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherDoesNot() throws IOException {
    Path one = folder.resolve("one.bin");
    Path again = folder.resolve("again.bin");
    Path other = folder.resolve("other.bin");
    for (CountingMethod method : List.of(new Glove(5, 3, 0.05, 10), PpmiSvd.usual())) {
      write(method, FIVE, one);
      write(method, FIVE, again);
      write(method, new CountingOptions(5, 1, 1 << 20, 2), other);
      assertThat(again).hasSameBinaryContentAs(one);
      if (method instanceof Glove) {
        assertThat(Files.readAllBytes(other)).isNotEqualTo(Files.readAllBytes(one));
      }
    }
  }

  private void write(CountingMethod method, CountingOptions options, Path file) throws IOException {
    Path parts = Files.createDirectories(folder.resolve("parts"));
    try (CountedVectors learned =
        CountedVectors.learn(topics(50), method, options, CountingRun.in(parts))) {
      learned.write(file, WordFormat.WORD2VEC_BINARY);
    }
  }

  @Test
  void gloveLearnsTheLogarithmsOfCounts() throws IOException {
    List<Double> losses = new ArrayList<>();
    try (CountedVectors learned =
        CountedVectors.learn(
            topics(200),
            new Glove(5, 20, 0.05, 10),
            FIVE,
            new CountingRun(folder, (done, of, loss) -> losses.add(loss)))) {
      assertThat(losses).hasSize(20);
      assertThat(losses.getLast()).isLessThan(losses.getFirst() / 10);
      assertThat(learned.pairs()).isPositive();
    }
  }

  @Test
  void mutualInformationIsThatOfTheFormula() throws IOException {
    Lines lines = new Lines(List.of("a b a c", "b c", "a b"));
    Vocabulary vocabulary = Vocabulary.count(lines, 1, 100);
    try (Cooccurrences counts =
        Cooccurrences.count(
            lines, vocabulary, ContextWindow.around(1, Weight.EQUAL), 1000, folder)) {
      // Neighbours: a b, b a, a c, b c, a b: rows a 4, b 4, c 2 of 10; a–b 3, a–c 1, b–c 1.
      Ppmi plain = new Ppmi(counts, 1, 1);
      assertThat(plain.value(0, 1, 3)).isCloseTo(Math.log(3 * 10 / (4.0 * 4)), within(1e-12));
      assertThat(plain.value(0, 2, 1)).isCloseTo(Math.log(10 / (4.0 * 2)), within(1e-12));
      Ppmi changed = new Ppmi(counts, 0.75, 1.1);
      double share = Math.pow(4, 0.75) / (2 * Math.pow(4, 0.75) + Math.pow(2, 0.75));
      assertThat(changed.value(0, 1, 3))
          .isCloseTo(Math.log(3 / 4.0 / share) - Math.log(1.1), within(1e-12));
      assertThat(new Ppmi(counts, 1, 5).value(0, 1, 3)).isZero();
    }
  }

  @Test
  void bitCipherAddsTheCodesOfNeighbours() throws IOException {
    Lines lines = new Lines(List.of("a b a c", "b c", "a b"));
    CountingOptions options = new CountingOptions(3, 1, 1000, 1);
    try (CountedVectors sum =
            CountedVectors.learn(lines, new BitCipher(1, false), options, CountingRun.in(folder));
        CountedVectors places =
            CountedVectors.learn(lines, new BitCipher(1, true), options, CountingRun.in(folder))) {
      // One bit a word: a 0, b 1, c 2. Row a: b 3, c 1; row b: a 3, c 1; row c: a 1, b 1.
      assertThat(sum.rows().copyRow(0))
          .containsExactly(
              new float[] {
                (float) Math.log(1 / (1 + 4 * 4 / 10.0)),
                (float) Math.log(4 / (1 + 4 * 4 / 10.0)),
                (float) Math.log(2 / (1 + 4 * 2 / 10.0))
              },
              within(1e-6f));
      // Before c: a and b; behind c nothing.
      assertThat(places.rows().dimension()).isEqualTo(6);
      assertThat(places.rows().copyRow(2))
          .containsExactly(
              new float[] {
                (float) Math.log(2 / (1 + 2 * 3 / 5.0)),
                (float) Math.log(2 / (1 + 2 * 2 / 5.0)),
                0,
                0,
                0,
                0
              },
              within(1e-6f));
    }
  }

  @Test
  void whatCannotBeLearnedIsRefused() {
    assertThatThrownBy(() -> learn(new Lines(List.of("a b a")), PpmiSvd.usual()).close())
        .hasMessageContaining("5 cells cannot be had from 2 words");
    for (CountingMethod method :
        List.of(Glove.usual(), new PpmiSvd(5, 0.75, 1, 0.5), BitCipher.sum())) {
      assertThatThrownBy(() -> learn(new Lines(List.of("a", "b", "a", "b")), method).close())
          .as(method.label())
          .hasMessageContaining("no word stands near another");
    }
    for (ThrowingCallable glove :
        List.<ThrowingCallable>of(
            () -> new Glove(5, 0, 0.05, 10),
            () -> new Glove(5, 1, 1.5, 10),
            () -> new Glove(5, 1, Double.NaN, 10),
            () -> new Glove(5, 1, 0.05, Double.POSITIVE_INFINITY),
            () -> new Glove(0, 1, 0.05, 10),
            () -> new PpmiSvd(5, 0, 1, 0.5),
            () -> new PpmiSvd(5, 1, 0.9, 0.5),
            () -> new PpmiSvd(5, 1, Double.POSITIVE_INFINITY, 0.5),
            () -> new PpmiSvd(5, 1, 1, 1.1),
            () -> new BitCipher(101, false))) {
      assertThatThrownBy(glove)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching(
              "(epochs|rate|x-max|window|smoothing|shift|power) is .*, got [-0-9.A-Za-z]+");
    }
    assertThatThrownBy(() -> new Glove(5, 0, 0.05, 10)).hasMessage("epochs is 1 or more, got 0");
    assertThatThrownBy(() -> new BitCipher(101, false))
        .hasMessage("window is from 1 to 100, got 101");
    assertThatThrownBy(() -> new BitCipher(100, true).cells(new CountingOptions(100, 1, 1000, 1)))
        .hasMessageContaining("dimension 100 at 200 places makes 20,000 cells");
    assertThatThrownBy(() -> new CountingOptions(0, 1, 1, 1))
        .hasMessage("dimension is from 1 to 16,384, got 0");
    assertThatThrownBy(() -> new CountingOptions(16_385, 1, 1, 1))
        .hasMessage("dimension is from 1 to 16,384, got 16385");
    assertThatThrownBy(() -> new CountingOptions(1, 0, 1, 1)).hasMessageContaining("got 0 and 1");
    assertThatThrownBy(() -> new GloveStep(200_000, 16_384, 0.05, new SplittableRandom(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("200,000 words of 16,384 cells");
  }

  @Test
  void whatFailsLeavesNoFileOpen() throws IOException {
    Path open = Path.of("/proc/self/fd");
    assumeTrue(Files.isDirectory(open), "needs Linux' list of open files");
    Lines lines = topics(50);
    Vocabulary vocabulary = Vocabulary.count(lines, 1, 100);
    Glove glove = Glove.usual();
    try (Cooccurrences counts =
        Cooccurrences.count(lines, vocabulary, glove.contexts(), 1 << 20, folder)) {
      Path inTheWay = Files.createDirectory(folder.resolve("glove-1.cells"));
      assertThatThrownBy(() -> GloveCells.of(counts, glove, 100, folder, 1).close())
          .hasMessageContaining(inTheWay.toString());
    }
    try (Stream<Path> descriptors = Files.list(open)) {
      assertThat(descriptors.map(CountingMethodTest::target))
          .noneMatch(target -> target.contains("glove-0.cells"));
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
