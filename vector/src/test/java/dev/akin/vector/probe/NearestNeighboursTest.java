package dev.akin.vector.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import dev.akin.vector.Matrix;
import dev.akin.vector.RandomRows;
import dev.akin.vector.Similarity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestNeighboursTest {
  private static final NearestNeighbours.Options ONE = NearestNeighbours.Options.DEFAULT.withK(1);

  @Test
  void theVotesAreHandComputed() {
    try (Matrix known =
            Matrix.of(new float[] {1, 0}, new float[] {0.8f, 0.6f}, new float[] {0, 1});
        Matrix query = Matrix.of(new float[] {2, 0})) {
      int[] labels = {30, 10, 10};
      // Cosines 1, 0.8 and 0.
      var uniform = NearestNeighbours.train(known, labels, ONE.withK(3));
      assertThat(uniform.labels()).containsExactly(10, 30);
      assertThat(uniform.probabilities(query)[0])
          .containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(1e-12));
      assertThat(uniform.predict(query)).containsExactly(10);
      var weighted =
          NearestNeighbours.train(
              known, labels, ONE.withK(3).withWeighting(new Weighting.Exponential(0.5)));
      double near = Math.exp(1 / 0.5);
      double far = Math.exp(0.8 / 0.5) + 1;
      assertThat(weighted.probabilities(query)[0])
          .containsExactly(new double[] {far / (near + far), near / (near + far)}, within(1e-6));
    }
  }

  @Test
  void equalVotesGoToTheLowestLabel() {
    try (Matrix known = Matrix.of(new float[] {1, 0}, new float[] {1, 1});
        Matrix query = Matrix.of(new float[] {1, 0})) {
      assertThat(NearestNeighbours.train(known, new int[] {9, 4}, ONE.withK(2)).predict(query))
          .containsExactly(4);
    }
  }

  @Test
  void votesAreThoseOfSortingAllRows() {
    Seeds.forEach(
        30,
        random -> {
          int count = random.nextInt(1, 60);
          int k = random.nextInt(1, count + 1);
          var similarity = random.nextBoolean() ? Similarity.EUCLIDEAN : Similarity.DOT;
          int[] labels = random.ints(count, 0, 4).toArray();
          try (Matrix known = RandomRows.matrix(random, count, 5);
              Matrix queries = RandomRows.matrix(random, 600, 5)) {
            var options =
                new NearestNeighbours.Options(
                    k, new Weighting.Uniform(), similarity, random.nextInt(1, 4));
            var model = NearestNeighbours.train(known, labels, options);
            double[][] votes = model.probabilities(queries);
            int[] names = model.labels();
            for (int q = 0; q < 600; q += 97) {
              double[] expected = new double[names.length];
              for (int neighbour : nearest(known, queries.copyRow(q), similarity, k)) {
                expected[Arrays.binarySearch(names, labels[neighbour])] += 1.0 / k;
              }
              assertThat(votes[q]).containsExactly(expected, within(1e-12));
            }
          }
        });
  }

  private static int[] nearest(Matrix known, float[] query, Similarity similarity, int k) {
    return IntStream.range(0, known.rows())
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer r) -> -similarity.between(query, known.copyRow(r))))
        .limit(k)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Test
  void sharpWeightsAreTheNearestNeighbourAlone() {
    Seeds.forEach(
        20,
        random -> {
          int[] labels = random.ints(40, 0, 3).toArray();
          try (Matrix known = RandomRows.matrix(random, 40, 6);
              Matrix queries = RandomRows.matrix(random, 9, 6)) {
            var sharp = ONE.withK(40).withWeighting(new Weighting.Exponential(1e-7));
            assertThat(NearestNeighbours.train(known, labels, sharp).predict(queries))
                .isEqualTo(NearestNeighbours.train(known, labels, ONE).predict(queries));
          }
        });
  }

  @Test
  void votesOfLongProductsDoNotOverflow() {
    try (Matrix known = Matrix.of(new float[] {1e15f}, new float[] {-1e15f})) {
      var options =
          ONE.withK(2)
              .withSimilarity(Similarity.DOT)
              .withWeighting(new Weighting.Exponential(Weighting.Exponential.COSINE_TEMPERATURE));
      assertThat(NearestNeighbours.train(known, new int[] {0, 1}, options).probabilities(known))
          .isDeepEqualTo(new double[][] {{1, 0}, {0, 1}});
    }
  }

  @Test
  void everyLabelOfMostNeighboursIsGiven() {
    try (Matrix known = Matrix.of(new float[] {1, 0}, new float[] {1, .1f}, new float[] {1, .2f});
        Matrix query = Matrix.of(new float[] {1, 0})) {
      boolean[][] labels = {{true, true, false}, {true, false, false}, {false, true, false}};
      var three = MultiLabelNeighbours.train(known, labels, ONE.withK(3));
      assertThat(three.shares(query)[0])
          .containsExactly(new double[] {2 / 3.0, 2 / 3.0, 0}, within(1e-12));
      assertThat(three.predict(query)[0]).containsExactly(true, true, false);
      // Half of the votes are not most of them.
      var two = MultiLabelNeighbours.train(known, labels, ONE.withK(2));
      assertThat(two.predict(query)[0]).containsExactly(true, false, false);
    }
  }

  @Test
  void oneColumnIsAVoteBetweenTwoLabels() {
    SplittableRandom random = new SplittableRandom(4);
    try (Matrix known = RandomRows.matrix(random, 50, 4);
        Matrix queries = RandomRows.matrix(random, 20, 4)) {
      int[] labels = random.ints(50, 0, 2).toArray();
      boolean[][] flags = new boolean[50][1];
      for (int i = 0; i < 50; i++) {
        flags[i][0] = labels[i] == 1;
      }
      double[][] votes =
          NearestNeighbours.train(known, labels, ONE.withK(5)).probabilities(queries);
      double[][] shares = MultiLabelNeighbours.train(known, flags, ONE.withK(5)).shares(queries);
      for (int q = 0; q < 20; q++) {
        assertThat(shares[q][0]).isCloseTo(votes[q][1], within(1e-12));
      }
    }
  }

  @Test
  void whatCannotVoteIsRefused() {
    try (Matrix known = Matrix.of(new float[] {1, 0}, new float[] {0, 1});
        Matrix wide = Matrix.allocate(1, 3)) {
      int[] labels = {0, 1};
      assertThatThrownBy(() -> NearestNeighbours.train(known, labels, ONE.withK(3)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("3 neighbours of 2 rows: there must be at least as many rows");
      assertThatThrownBy(() -> NearestNeighbours.train(known, new int[3], ONE))
          .hasMessage("3 labels for 2 rows: one for each is needed, and at least one row");
      assertThatThrownBy(() -> NearestNeighbours.train(known, labels, ONE).predict(wide))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("rows of 3 cells: learned on rows of 2");
      assertThatThrownBy(() -> MultiLabelNeighbours.train(known, new boolean[][] {{true}, {}}, ONE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("row 1 has 0 labels, the first has 1");
      known.set(1, 0, Float.NaN);
      assertThatThrownBy(() -> NearestNeighbours.train(known, labels, ONE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("row 1, cell 0 is NaN");
    }
    assertThatThrownBy(() -> ONE.withK(0)).hasMessage("0 neighbours: at least 1 is needed");
    assertThatThrownBy(() -> ONE.withThreads(0)).hasMessage("0 threads: at least 1 is needed");
    assertThatThrownBy(() -> new Weighting.Exponential(0))
        .hasMessage("a temperature of 0.0: it must be above 0");
    assertThat(new Weighting.Uniform().of(List.of())).isEmpty();
  }
}
