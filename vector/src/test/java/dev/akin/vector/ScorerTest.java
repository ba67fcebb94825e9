package dev.akin.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScorerTest {
  @Test
  void floatScoresStayWithinTheBoundOfTheSpecification() {
    Seeds.forEach(
        10,
        random -> {
          for (int dimension : RandomRows.DIMENSIONS) {
            float[] query = RandomRows.floats(random, dimension);
            try (Matrix rows = RandomRows.matrix(random, 5, dimension)) {
              for (int r = 0; r < 5; r++) {
                compare(query, rows, r);
              }
            }
          }
        });
  }

  private static void compare(float[] query, Matrix rows, int r) {
    float[] row = rows.copyRow(r);
    double magnitude = 0;
    double square = 0;
    for (int i = 0; i < row.length; i++) {
      magnitude += Math.abs((double) query[i] * row[i]);
      square += Math.pow((double) query[i] - row[i], 2);
    }
    double norms =
        Math.sqrt(ScalarFloatKernels.doubleSquare(query) * ScalarFloatKernels.doubleSquare(row));
    int n = row.length;
    assertThat(Scorer.of(rows, query, Similarity.DOT).score(r))
        .isCloseTo(
            Similarity.DOT.between(query, row), within((float) Tolerance.ofSum(n, magnitude)));
    assertThat(Scorer.of(rows, query, Similarity.COSINE).score(r))
        .isCloseTo(
            Similarity.COSINE.between(query, row),
            within((float) Tolerance.ofCosine(n, magnitude / norms)));
    // The root halves the relative error of the squared distance; one rounding comes on top.
    assertThat(Scorer.of(rows, query, Similarity.EUCLIDEAN).score(r))
        .isCloseTo(
            Similarity.EUCLIDEAN.between(query, row),
            within((float) (Tolerance.ofSum(n, square) / Math.sqrt(square))));
    assertThat(Scorer.of(rows, query, Similarity.HAMMING).score(r))
        .isEqualTo(Similarity.HAMMING.between(query, row));
  }

  @Test
  void bulkEqualsSingleBitForBit() {
    Seeds.forEach(
        5,
        random -> {
          for (int dimension : RandomRows.DIMENSIONS) {
            try (Matrix floats = RandomRows.matrix(random, 21, dimension);
                BitMatrix bits = BitMatrix.signsOf(floats);
                ByteMatrix bytes = ByteMatrix.scaled(floats, 0.03f)) {
              for (Similarity similarity : Similarity.values()) {
                float[] query = RandomRows.floats(random, dimension);
                sameEitherWay(random, Scorer.of(floats, query, similarity));
                sameEitherWay(
                    random, Scorer.of(bytes, ByteMatrix.scaled(query, 0.03f), similarity));
                sameEitherWay(random, Scorer.of(bits, BitMatrix.signsOf(query), similarity));
              }
            }
          }
        });
  }

  private static void sameEitherWay(SplittableRandom random, Scorer scorer) {
    int size = scorer.size();
    float[] range = new float[size];
    scorer.scoreRange(0, size, range);
    int[] ordinals = new int[size];
    for (int i = 0; i < size; i++) {
      ordinals[i] = random.nextInt(size);
      assertThat(scorer.score(i)).isEqualTo(range[i]);
    }
    float[] picked = new float[size];
    scorer.score(ordinals, size, picked);
    float[] later = new float[size];
    scorer.scoreRange(3, size - 3, later);
    for (int i = 0; i < size; i++) {
      assertThat(picked[i]).isEqualTo(range[ordinals[i]]);
      assertThat(i < 3 ? range[i] : later[i - 3]).isEqualTo(range[i]);
    }
  }

  @Test
  void int8ScoresAreThoseOfTheSameNumbersAsFloats() {
    Seeds.forEach(
        10,
        random -> {
          byte[] query = RandomRows.bytes(random, 100);
          byte[] row = RandomRows.bytes(random, 100);
          try (ByteMatrix rows = ByteMatrix.of(row)) {
            for (Similarity similarity : Similarity.values()) {
              assertThat(Scorer.of(rows, query, similarity).score(0))
                  .isEqualTo(similarity.between(widened(query), widened(row)));
            }
          }
        });
  }

  private static float[] widened(byte[] row) {
    float[] wide = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      wide[i] = row[i];
    }
    return wide;
  }

  @Test
  void bitScoresAreThoseOfPlusAndMinusOne() {
    Seeds.forEach(
        10,
        random -> {
          float[] query = RandomRows.floats(random, 90);
          float[] row = RandomRows.floats(random, 90);
          try (Matrix floats = Matrix.of(row);
              BitMatrix rows = BitMatrix.signsOf(floats)) {
            for (Similarity similarity : Similarity.values()) {
              assertThat(Scorer.of(rows, BitMatrix.signsOf(query), similarity).score(0))
                  .isCloseTo(similarity.between(signs(query), signs(row)), within(2e-6f));
            }
          }
        });
  }

  private static float[] signs(float[] row) {
    float[] signs = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      signs[i] = row[i] > 0 ? 1 : -1;
    }
    return signs;
  }

  @Test
  void handComputedScores() {
    try (Matrix rows = Matrix.of(new float[] {3, 4}, new float[] {0, 0}, new float[] {-6, -8})) {
      float[] query = {6, 8};
      assertThat(scores(rows, query, Similarity.COSINE)).containsExactly(1, 0, -1);
      assertThat(scores(rows, query, Similarity.DOT)).containsExactly(50, 0, -100);
      assertThat(scores(rows, query, Similarity.EUCLIDEAN)).containsExactly(-5, -10, -20);
      assertThat(scores(rows, query, Similarity.HAMMING)).containsExactly(1, -1, -1);
    }
  }

  private static float[] scores(Matrix rows, float[] query, Similarity similarity) {
    float[] scores = new float[rows.rows()];
    Scorer.of(rows, query, similarity).scoreRange(0, rows.rows(), scores);
    return scores;
  }

  @Test
  void whatFloatSumsCannotHoldIsStillRight() {
    float[] huge = {3e30f, 4e30f};
    float[] tiny = {3e-30f, 4e-30f};
    float[] mixed = {1e30f, -1e30f, 5};
    try (Matrix rows = Matrix.of(huge, tiny);
        Matrix wide = Matrix.of(mixed)) {
      assertThat(scores(rows, huge, Similarity.COSINE)).containsExactly(1, 1);
      assertThat(scores(rows, tiny, Similarity.COSINE)).containsExactly(1, 1);
      assertThat(scores(rows, huge, Similarity.EUCLIDEAN)).containsExactly(0, -5e30f);
      assertThat(scores(rows, new float[] {0, 0}, Similarity.EUCLIDEAN))
          .containsExactly(-5e30f, -5e-30f);
      assertThat(scores(wide, new float[] {1e30f, 1e30f, 2}, Similarity.DOT)).containsExactly(10);
    }
  }

  @Test
  void refusedQueriesAreNamed() {
    try (Matrix rows = Matrix.allocate(1, 3);
        ByteMatrix bytes = ByteMatrix.allocate(1, 3);
        BitMatrix bits = BitMatrix.allocate(1, 3)) {
      assertThatThrownBy(() -> Scorer.of(rows, new float[2], Similarity.DOT))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a query of 2 cells for rows of 3");
      assertThatThrownBy(() -> Scorer.of(rows, new float[] {1, Float.NaN, 2}, Similarity.DOT))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("cell 1 of the query is NaN");
      assertThatThrownBy(() -> Scorer.of(bytes, new byte[4], Similarity.DOT))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a query of 4 cells for rows of 3");
      assertThatThrownBy(() -> Scorer.of(bits, new byte[2], Similarity.DOT))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a row of 2 bytes where 3 bits take 1");
      assertThatThrownBy(() -> Scorer.of(bits, new byte[] {0x10}, Similarity.DOT))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the last byte 0x10 has a bit set behind cell 2");
      assertThatThrownBy(() -> Similarity.DOT.between(new float[2], new float[3]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no similarity between rows of 2 and 3 cells");
      assertThatThrownBy(() -> Scorer.of(rows, new float[3], Similarity.DOT).score(1))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void aScorerOfClosedRowsIsRefused() {
    Matrix rows = Matrix.allocate(2, 3);
    Scorer scorer = Scorer.of(rows, new float[] {1, 2, 3}, Similarity.DOT);
    rows.close();
    assertThatThrownBy(() -> scorer.score(0)).isInstanceOf(IllegalStateException.class);
  }
}
