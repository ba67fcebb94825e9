package dev.akin.vector.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FewShotTest {
  @Test
  void everyLabelHasItsItemsOrAllThereAre() {
    Seeds.forEach(
        200,
        random -> {
          int[] labels = random.ints(random.nextInt(1, 100), -2, 5).toArray();
          int perLabel = random.nextInt(1, 12);
          int[] drawn = new FewShot(perLabel, random.nextLong()).draw(labels, random.nextInt(4));
          assertThat(drawn).isSorted().doesNotHaveDuplicates();
          for (int label : Arrays.stream(labels).distinct().toArray()) {
            long there = Arrays.stream(labels).filter(each -> each == label).count();
            assertThat(Arrays.stream(drawn).filter(item -> labels[item] == label).count())
                .isEqualTo(Math.min(perLabel, there));
          }
        });
  }

  @Test
  void theDrawDependsOnSeedAndRepetitionOnly() {
    int[] labels = IntStream.range(0, 500).map(i -> i % 5).toArray();
    Set<String> draws = new HashSet<>();
    for (int repetition = 0; repetition < 10; repetition++) {
      int[] drawn = new FewShot(8, 42).draw(labels, repetition);
      assertThat(new FewShot(8, 42).draw(labels, repetition)).isEqualTo(drawn);
      assertThat(new FewShot(8, 43).draw(labels, repetition)).isNotEqualTo(drawn);
      draws.add(Arrays.toString(drawn));
    }
    assertThat(draws).hasSize(10);
  }

  @Test
  void everyItemIsEquallyLikely() {
    int[] labels = new int[10];
    int[] drawn = new int[10];
    for (int repetition = 0; repetition < 4000; repetition++) {
      for (int item : new FewShot(3, 7).draw(labels, repetition)) {
        drawn[item]++;
      }
    }
    // Binomial with p = 0.3: deviation √(4000 · 0.3 · 0.7) = 29; five of them.
    for (int count : drawn) {
      assertThat((double) count).isCloseTo(1200, within(145.0));
    }
  }

  @Test
  void severalLabelsAreFilledWithoutMoreThanIsNeeded() {
    Seeds.forEach(
        200,
        random -> {
          boolean[][] labels = new boolean[random.nextInt(1, 40)][4];
          for (boolean[] flags : labels) {
            for (int j = 0; j < 4; j++) {
              flags[j] = random.nextInt(3) == 0;
            }
          }
          int[] drawn = new FewShot(3, random.nextLong()).draw(labels, 0);
          assertThat(drawn).hasSizeLessThanOrEqualTo(12).isSorted().doesNotHaveDuplicates();
          for (int j = 0; j < 4; j++) {
            int label = j;
            long there = Arrays.stream(labels).filter(flags -> flags[label]).count();
            assertThat(Arrays.stream(drawn).filter(item -> labels[item][label]).count())
                .isGreaterThanOrEqualTo(Math.min(3, there));
          }
        });
  }

  @Test
  void oneColumnALabelDrawsWhatTheLabelsDraw() {
    int[] labels = IntStream.range(0, 60).map(i -> i * i % 3).toArray();
    boolean[][] flags = new boolean[60][3];
    for (int i = 0; i < 60; i++) {
      flags[i][labels[i]] = true;
    }
    assertThat(new FewShot(4, 9).draw(flags, 2)).isEqualTo(new FewShot(4, 9).draw(labels, 2));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> new FewShot(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 items a label: at least 1 is needed");
    assertThatThrownBy(() -> new FewShot(1, 1).draw(new int[3], -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("repetition -1: they begin at 0");
    assertThat(new FewShot(1, 1).draw(new int[0], 0)).isEmpty();
  }
}
