package dev.akin.eval.significance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.Seeds;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnitsTest {
  private static Units clustered(int... clusterOfItem) {
    return Units.of(List.of(Estimate.of(clusterOfItem.length, _ -> 1).clustered(clusterOfItem)));
  }

  @Test
  void aDrawHasAsManyItemsAsThereAreAndMostlyNotAllOfThem() {
    Seeds.forEach(
        50,
        random -> {
          int[] drawn = Units.single(100).draw(random);
          assertThat(drawn).hasSize(100);
          assertThat(Arrays.stream(drawn)).allMatch(item -> item >= 0 && item < 100);
          // 63 different ones are expected, with a deviation of 3.1.
          assertThat((int) Arrays.stream(drawn).distinct().count()).isBetween(48, 78);
        });
  }

  @Test
  void clustersAreDrawnWhole() {
    int[] clusterOfItem = {3, 1, 3, 3, 1, 8, 3};
    Units units = clustered(clusterOfItem);
    assertThat(units.count()).isEqualTo(3);
    assertThat(units.noun()).isEqualTo("clusters");
    Map<Integer, Integer> sizes = Map.of(3, 4, 1, 2, 8, 1);
    Seeds.forEach(
        50,
        random -> {
          Map<Integer, Integer> drawn = new HashMap<>();
          Arrays.stream(units.draw(random))
              .forEach(i -> drawn.merge(clusterOfItem[i], 1, Integer::sum));
          int clusters = 0;
          for (var cluster : drawn.entrySet()) {
            int size = sizes.getOrDefault(cluster.getKey(), 0);
            assertThat(cluster.getValue() % size).isZero();
            clusters += cluster.getValue() / size;
          }
          assertThat(clusters).isEqualTo(3);
        });
  }

  @Test
  void oneUnitAfterTheOtherIsLeftOut() {
    assertThat(Units.single(4).without(2, 4)).containsExactly(0, 1, 3);
    assertThat(clustered(5, 6, 5, 7).without(0, 3)).containsExactly(1, 3);
    assertThat(clustered(5, 6, 5, 7).without(2, 3)).containsExactly(0, 1, 2);
  }

  @Test
  void inGroupsEveryUnitIsLeftOutOnce() {
    int[] leftOut = new int[10];
    for (int group = 0; group < 3; group++) {
      int[] kept = Units.single(10).without(group, 3);
      IntStream.range(0, 10)
          .filter(item -> Arrays.binarySearch(kept, item) < 0)
          .forEach(item -> leftOut[item]++);
    }
    assertThat(leftOut).containsOnly(1);
  }

  @Test
  void sumsAreThoseOfTheUnits() {
    assertThat(Units.single(3).sums(new double[] {1, 2, 3})).containsExactly(1, 2, 3);
    assertThat(clustered(5, 6, 5, 7).sums(new double[] {1, 2, 3, 4})).containsExactly(4, 2, 4);
  }

  @Test
  void theSameGeneratorGivesTheSameDraw() {
    int[] once = Units.single(20).draw(new SplittableRandom(4));
    assertThat(Units.single(20).draw(new SplittableRandom(4))).isEqualTo(once);
  }
}
