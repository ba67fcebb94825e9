package dev.akin.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchScorerTest {
  @Test
  void everyScoreIsThatOfAScorerOfTheQueryBitForBit() {
    Seeds.forEach(
        20,
        random -> {
          int dimension = random.nextInt(1, 70);
          int count = random.nextInt(0, 10);
          float[][] queries = new float[count][];
          for (int q = 0; q < count; q++) {
            queries[q] = RandomRows.floats(random, dimension);
          }
          try (Matrix rows = RandomRows.matrix(random, 40, dimension)) {
            for (Similarity similarity : Similarity.values()) {
              List<Integer> seen = new ArrayList<>();
              BatchScorer.of(rows, queries, similarity, 16)
                  .scoreRange(
                      7,
                      13,
                      (query, scores) -> {
                        seen.add(query);
                        Scorer alone = Scorer.of(rows, queries[query], similarity);
                        for (int r = 0; r < 13; r++) {
                          assertThat(scores[r]).isEqualTo(alone.score(7 + r));
                        }
                      });
              assertThat(seen).hasSize(count).isSorted();
            }
          }
        });
  }

  @Test
  void rowsThatAreNotThereAndQueriesThatDoNotFitAreRefused() {
    try (Matrix rows = Matrix.allocate(3, 2)) {
      float[][] queries = {{1, 2}};
      var scorer = BatchScorer.of(rows, queries, Similarity.DOT, 4);
      assertThatThrownBy(() -> scorer.scoreRange(1, 3, (query, scores) -> {}))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> BatchScorer.of(rows, new float[][] {{1}}, Similarity.DOT, 4))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a query of 1 cells for rows of 2");
    }
  }
}
