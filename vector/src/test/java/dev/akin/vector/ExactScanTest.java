package dev.akin.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExactScanTest {
  @Test
  void findsWhatSortingAllScoresFinds() {
    Seeds.forEach(
        10,
        random -> {
          int rows = 1 + random.nextInt(5000);
          try (Matrix matrix = RandomRows.matrix(random, rows, 1 + random.nextInt(40))) {
            float[] query = RandomRows.floats(random, matrix.dimension());
            for (Similarity similarity : Similarity.values()) {
              Scorer scorer = Scorer.of(matrix, query, similarity);
              assertThat(new ExactScan(1 + random.nextInt(4)).nearest(scorer, 10))
                  .isEqualTo(sorted(scorer, 10));
            }
          }
        });
  }

  private static List<Match> sorted(Scorer scorer, int k) {
    List<Match> all = new ArrayList<>();
    for (int i = 0; i < scorer.size(); i++) {
      all.add(new Match(i, scorer.score(i)));
    }
    all.sort(Comparator.comparingDouble(Match::score).reversed().thenComparingInt(Match::ordinal));
    return all.subList(0, Math.min(k, all.size()));
  }

  @Test
  void manyQueriesAtOnceFindWhatEachFindsAlone() {
    Seeds.forEach(
        6,
        random -> {
          int dimension = 1 + random.nextInt(70);
          try (Matrix rows = RandomRows.matrix(random, 2500, dimension);
              Matrix queries = RandomRows.matrix(random, 1 + random.nextInt(11), dimension)) {
            for (Similarity similarity : Similarity.values()) {
              List<List<Match>> batch =
                  new ExactScan(1 + random.nextInt(3)).nearest(rows, queries, similarity, 5);
              assertThat(batch).hasSize(queries.rows());
              for (int i = 0; i < queries.rows(); i++) {
                Scorer scorer = Scorer.of(rows, queries.copyRow(i), similarity);
                assertThat(batch.get(i)).isEqualTo(new ExactScan(1).nearest(scorer, 5));
              }
            }
          }
        });
  }

  @Test
  void bitsAndBytesAreScannedToo() {
    SplittableRandom random = new SplittableRandom(3);
    try (Matrix matrix = RandomRows.matrix(random, 3000, 96);
        ByteMatrix bytes = ByteMatrix.scaled(matrix, 0.03f);
        BitMatrix bits = BitMatrix.signsOf(matrix)) {
      for (Similarity similarity : Similarity.values()) {
        Scorer ofBytes = Scorer.of(bytes, bytes.copyRow(1234), similarity);
        Scorer ofBits = Scorer.of(bits, bits.copyRow(1234), similarity);
        assertThat(new ExactScan(2).nearest(ofBytes, 20)).isEqualTo(sorted(ofBytes, 20));
        assertThat(new ExactScan(2).nearest(ofBits, 20)).isEqualTo(sorted(ofBits, 20));
        assertThat(new ExactScan(2).nearest(ofBits, 1).getFirst().ordinal()).isEqualTo(1234);
      }
    }
  }

  @Test
  void noRowsOrNoQueriesGiveNothing() {
    try (Matrix none = Matrix.allocate(0, 3);
        Matrix some = Matrix.allocate(2, 3)) {
      Scorer scorer = Scorer.of(none, new float[3], Similarity.DOT);
      assertThat(new ExactScan(2).nearest(scorer, 5)).isEmpty();
      assertThat(new ExactScan(2).nearest(none, some, Similarity.DOT, 5))
          .containsExactly(List.of(), List.of());
      assertThat(new ExactScan(2).nearest(some, none, Similarity.DOT, 5)).isEmpty();
    }
  }

  @Test
  void aRowThatIsNoNumberIsNamedByEveryThread() {
    for (int threads = 1; threads <= 3; threads++) {
      ExactScan scan = new ExactScan(threads);
      try (Matrix rows = Matrix.allocate(9000, 8)) {
        rows.set(7777, 3, Float.NaN);
        float[] query = {1, 1, 1, 1, 1, 1, 1, 1};
        assertThatThrownBy(() -> scan.nearest(Scorer.of(rows, query, Similarity.COSINE), 3))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("row 7777 has score NaN: only numbers have an order");
      }
    }
  }

  @Test
  void refusesWhatMakesNoSense() {
    try (Matrix rows = Matrix.allocate(2, 3);
        Matrix queries = Matrix.allocate(2, 4)) {
      Scorer scorer = Scorer.of(rows, new float[3], Similarity.DOT);
      assertThatThrownBy(() -> new ExactScan(0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("0 threads: at least 1 is needed");
      assertThatThrownBy(() -> new ExactScan(1).nearest(scorer, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("k is 0, it must be 1 or more");
      assertThatThrownBy(() -> new ExactScan(1).nearest(rows, queries, Similarity.DOT, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a query of 4 cells for rows of 3");
    }
  }
}
