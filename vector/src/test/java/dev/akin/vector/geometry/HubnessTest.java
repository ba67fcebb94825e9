package dev.akin.vector.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import dev.akin.vector.Matrix;
import dev.akin.vector.RandomRows;
import dev.akin.vector.Similarity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HubnessTest {
  @Test
  void aHubAmongFourIsHandComputed() {
    // 0 lies in the middle: the nearest of each of the others; its own nearest is the first.
    try (Matrix rows =
        Matrix.of(
            new float[] {0, 0}, new float[] {2, 0}, new float[] {-2, 1}, new float[] {0, -3})) {
      Hubness hubness = Hubness.of(rows, 1, Similarity.EUCLIDEAN, 1);
      assertThat(hubness.occurrences()).containsExactly(3, 1, 0, 0);
      assertThat(hubness.orphans()).isEqualTo(0.5);
      // Gaps from 1: 2, 0, −1, −1: third moment 6/4, variance 6/4.
      assertThat(hubness.skewness()).isCloseTo(1.5 / Math.pow(1.5, 1.5), within(1e-12));
    }
  }

  @Test
  void countsAreThoseOfSortingAllRows() {
    Seeds.forEach(
        10,
        random -> {
          int count = random.nextInt(3, 400);
          int k = random.nextInt(1, Math.min(count, 12));
          try (Matrix rows = RandomRows.matrix(random, count, 6)) {
            int[] expected = new int[count];
            for (int i = 0; i < count; i++) {
              int self = i;
              IntStream.range(0, count)
                  .boxed()
                  .filter(j -> j != self)
                  .sorted(
                      Comparator.comparingDouble((Integer j) ->
                          -Similarity.COSINE.between(rows.copyRow(self), rows.copyRow(j))))
                  .limit(k)
                  .forEach(j -> expected[j]++);
            }
            Hubness hubness = Hubness.of(rows, k, Similarity.COSINE, random.nextInt(1, 3));
            assertThat(hubness.occurrences()).isEqualTo(expected);
            assertThat(Arrays.stream(hubness.occurrences()).sum()).isEqualTo(count * k);
          }
        });
  }

  @Test
  void manyDimensionsHaveMoreHubsThanFew() {
    SplittableRandom random = new SplittableRandom(1);
    try (Matrix few = RandomRows.matrix(random, 1000, 3);
        Matrix many = RandomRows.matrix(random, 1000, 200)) {
      double ofFew = Hubness.of(few, 10, Similarity.EUCLIDEAN, 1).skewness();
      double ofMany = Hubness.of(many, 10, Similarity.EUCLIDEAN, 1).skewness();
      // Radovanović et al. 2010, figure 1: about 0.1 at 3 dimensions, above 1 from 20 on.
      assertThat(ofFew).isLessThan(0.5);
      assertThat(ofMany).isGreaterThan(1);
    }
  }

  @Test
  void copiesOfARowAreNeighboursOfEachOtherNotOfThemselves() {
    try (Matrix rows = Matrix.of(new float[] {1, 1}, new float[] {1, 1}, new float[] {1, 1})) {
      Hubness hubness = Hubness.of(rows, 2, Similarity.COSINE, 1);
      assertThat(hubness.occurrences()).containsExactly(2, 2, 2);
      assertThat(hubness.skewness()).isZero();
      assertThat(hubness.orphans()).isZero();
    }
  }

  @Test
  void tooManyNeighboursAreRefused() {
    try (Matrix rows = Matrix.of(new float[] {1}, new float[] {Float.NaN})) {
      assertThatThrownBy(() -> Hubness.of(rows, 2, Similarity.COSINE, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("2 neighbours among 2 rows: from 1 to one less than the rows");
      assertThatThrownBy(() -> Hubness.of(rows, 0, Similarity.COSINE, 1))
          .hasMessage("0 neighbours among 2 rows: from 1 to one less than the rows");
      assertThatThrownBy(() -> Hubness.of(rows, 1, Similarity.COSINE, 1))
          .hasMessage("row 1, cell 0 is NaN");
    }
  }
}
