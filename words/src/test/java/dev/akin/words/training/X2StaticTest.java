package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.encoder.HashedEncoder;
import dev.akin.encoder.Role;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class X2StaticTest {
  private static final int WORDS = 150;
  private static final int SENTENCES = 6000;
  private static final int LENGTH = 8;
  private static final int DIMENSION = 50;

  @TempDir Path folder = Path.of("");

  /** What all sentences of an encoder have in common. */
  private static final float COMMON = 3;

  private final float[][] truth = new float[WORDS][DIMENSION];
  private final float[][] sentences = new float[SENTENCES][DIMENSION];
  private final List<List<Integer>> lines = new ArrayList<>();
  private Path text = Path.of("");

  /** A planted teacher: a sentence's vector is the mean of its words' true ones and some noise. */
  @BeforeEach
  void plant() throws IOException {
    var random = new Random(3);
    float[][] topics = new float[10][DIMENSION];
    for (float[] topic : topics) {
      for (int c = 0; c < DIMENSION; c++) {
        topic[c] = (float) random.nextGaussian();
      }
    }
    for (int w = 0; w < WORDS; w++) {
      for (int c = 0; c < DIMENSION; c++) {
        truth[w][c] = topics[w % topics.length][c] + 0.5f * (float) random.nextGaussian();
      }
    }
    for (float[] sentence : sentences) {
      List<Integer> line = new ArrayList<>();
      for (int i = 0; i < LENGTH; i++) {
        int word = random.nextInt(WORDS);
        line.add(word);
        for (int c = 0; c < DIMENSION; c++) {
          sentence[c] += truth[word][c] / LENGTH;
        }
      }
      for (int c = 0; c < DIMENSION; c++) {
        sentence[c] += 0.1f * (float) random.nextGaussian();
      }
      sentence[0] += COMMON;
      lines.add(line);
    }
    text =
        Files.write(
            folder.resolve("text.txt"),
            lines.stream()
                .map(line -> String.join(" ", line.stream().map(X2StaticTest::word).toList()))
                .toList());
  }

  private static String word(int ordinal) {
    return "w" + ordinal;
  }

  private static TrainingOptions options() {
    return TrainingOptions.builder(Method.X2STATIC)
        .dimension(DIMENSION)
        .sampling(0)
        .epochs(3)
        .rate(0.002)
        .build();
  }

  private TrainedTables train(TrainingOptions options) throws IOException {
    try (Matrix given = Matrix.of(sentences)) {
      return new LookupTrainer(options)
          .train(new TextWords(text), given, TrainingRun.in(folder), TrainingListener.NONE);
    }
  }

  @Test
  void theTeachersWordsComeOutBetterThanByAveragingSentences() throws IOException {
    float[][] averaged = new float[WORDS][DIMENSION];
    for (int i = 0; i < SENTENCES; i++) {
      for (int word : lines.get(i)) {
        for (int c = 0; c < DIMENSION; c++) {
          averaged[word][c] += sentences[i][c];
        }
      }
    }
    try (TrainedTables learned = train(options())) {
      float[][] rows = new float[WORDS][];
      for (int w = 0; w < WORDS; w++) {
        rows[w] = learned.vector(learned.vocabulary().words().find(word(w)).orElseThrow());
      }
      assertThat(agreement(rows)).isGreaterThan(0.9).isGreaterThan(agreement(averaged) + 0.03);
    }
  }

  /** Pearson's correlation of the cosines of all pairs of words with those of the true vectors. */
  private double agreement(float[][] rows) {
    double n = 0;
    double[] sums = new double[5];
    for (int i = 0; i < WORDS; i++) {
      for (int j = 0; j < i; j++) {
        double x = Similarity.COSINE.between(rows[i], rows[j]);
        double y = Similarity.COSINE.between(truth[i], truth[j]);
        double[] terms = {x, y, x * x, y * y, x * y};
        for (int t = 0; t < terms.length; t++) {
          sums[t] += terms[t];
        }
        n++;
      }
    }
    double covariance = sums[4] - sums[0] * sums[1] / n;
    return covariance
        / Math.sqrt((sums[2] - sums[0] * sums[0] / n) * (sums[3] - sums[1] * sums[1] / n));
  }

  @Test
  void theTeacherStaysAsItIs() throws IOException {
    try (TrainedTables learned = train(options())) {
      assertThat(learned.input().rows()).isEqualTo(SENTENCES);
      assertThat(learned.documents()).isEqualTo(SENTENCES);
      for (int line : new int[] {0, 17, SENTENCES - 1}) {
        assertThat(learned.document(line)).isEqualTo(sentences[line]);
      }
    }
  }

  @Test
  void aSeedGivesTheSameBytesAndTheStateOfAnotherTeacherIsRefused() throws IOException {
    try (TrainedTables first = train(options());
        TrainedTables again = train(options())) {
      assertThat(first.output().cells().mismatch(again.output().cells())).isEqualTo(-1);
    }
    TrainingOptions endless = options().toBuilder().epochs(10_000).build();
    try (Matrix given = Matrix.of(sentences);
        TrainedTables stopped =
            new LookupTrainer(endless)
                .train(new TextWords(text), given, TrainingRun.in(folder), _ -> false)) {
      assertThat(stopped.isComplete()).isFalse();
    }
    sentences[0][0] += 1;
    assertThatThrownBy(() -> train(endless))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another training");
  }

  @Test
  void whatDoesNotFitIsRefused() throws IOException {
    assertThatThrownBy(() -> options().toBuilder().negatives(0).build())
        .hasMessageContaining("negatives are 1 or more");
    assertThatThrownBy(() ->
            new LookupTrainer(options())
                .train(new TextWords(text), TrainingRun.in(folder), TrainingListener.NONE))
        .hasMessageContaining("vectors of their lines");
    assertThatThrownBy(() -> train(options().toBuilder().dimension(49).build()))
        .hasMessageContaining("50 cells for x2static with 49");
    try (Matrix few = Matrix.of(new float[7][DIMENSION])) {
      assertThatThrownBy(() ->
              new LookupTrainer(options())
                  .train(new TextWords(text), few, TrainingRun.in(folder), TrainingListener.NONE))
          .hasMessageContaining("7 vectors for the 6,000 lines");
    }
  }

  @Test
  void linesAreEncodedInTheirOrderAndEmptyOnesAreZero() throws IOException {
    Path file = Files.writeString(folder.resolve("few.txt"), "one  two\n\nthree\n");
    try (var encoder = HashedEncoder.of(16);
        Matrix rows = new LineEncoding(encoder).encode(new TextWords(file), _ -> {})) {
      assertThat(rows.rows()).isEqualTo(3);
      assertThat(rows.copyRow(0)).isEqualTo(encoder.encode("one two", Role.DOCUMENT));
      assertThat(rows.copyRow(1)).isEqualTo(new float[16]);
      assertThat(rows.copyRow(2)).isEqualTo(encoder.encode("three", Role.DOCUMENT));
    }
  }
}
