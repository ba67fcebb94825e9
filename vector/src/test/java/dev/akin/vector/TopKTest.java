package dev.akin.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TopKTest {
  private static final Comparator<Match> BEST_FIRST =
      Comparator.comparingDouble(Match::score).reversed().thenComparingInt(Match::ordinal);

  @Test
  void keepsWhatSortingEverythingKeeps() {
    Seeds.forEach(
        300,
        random -> {
          List<Match> all = new ArrayList<>();
          int size = random.nextInt(200);
          int levels = 1 + random.nextInt(20); // few levels: many ties
          for (int i = 0; i < size; i++) {
            all.add(new Match(i, random.nextInt(-levels, levels) / 4f));
          }
          int k = 1 + random.nextInt(150);
          Collections.shuffle(all, new Random(random.nextLong()));
          TopK top = TopK.of(k);
          all.forEach(match -> top.offer(match.ordinal(), match.score()));
          assertThat(top.ranked()).isEqualTo(all.stream().sorted(BEST_FIRST).limit(k).toList());
        });
  }

  @Test
  void offeringInRangesOrInPartsIsTheSame() {
    Seeds.forEach(
        100,
        random -> {
          float[] scores = new float[100];
          for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextInt(10);
          }
          TopK one = TopK.of(7);
          TopK left = TopK.of(7);
          TopK right = TopK.of(7);
          one.offerRange(50, 100, scores);
          for (int i = 0; i < 100; i++) {
            (random.nextBoolean() ? left : right).offer(50 + i, scores[i]);
          }
          right.addAll(left);
          assertThat(right.ranked()).isEqualTo(one.ranked());
        });
  }

  @Test
  void extremesKeepTheirOrder() {
    TopK top = TopK.of(9);
    float[] scores = {
      -0.0f,
      0.0f,
      Float.NEGATIVE_INFINITY,
      Float.MAX_VALUE,
      -Float.MIN_VALUE,
      Float.MIN_VALUE,
      Float.POSITIVE_INFINITY,
      -Float.MAX_VALUE
    };
    top.offerRange(0, scores.length, scores);
    top.offer(Integer.MAX_VALUE, 0);
    assertThat(top.ranked())
        .extracting(Match::ordinal)
        .containsExactly(6, 3, 5, 0, 1, Integer.MAX_VALUE, 4, 7, 2);
  }

  @Test
  void floorIsTheScoreToBeat() {
    TopK top = TopK.of(2);
    top.offer(0, 5);
    assertThat(top.floor()).isEqualTo(Float.NEGATIVE_INFINITY);
    top.offer(1, 3);
    top.offer(2, 4);
    assertThat(top.floor()).isEqualTo(4);
  }

  @Test
  void manyMoreThanThereAreTakesNoMemory() {
    TopK top = TopK.of(Integer.MAX_VALUE);
    for (int i = 0; i < 1000; i++) {
      top.offer(i, i);
    }
    assertThat(top.ranked()).hasSize(1000).first().isEqualTo(new Match(999, 999));
  }

  @Test
  void whatHasNoOrderIsRefused() {
    TopK top = TopK.of(1);
    top.offer(0, 1);
    assertThatThrownBy(() -> top.offer(17, Float.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row 17 has score NaN: only numbers have an order");
    assertThatThrownBy(() -> top.offerRange(5, 2, new float[] {0, Float.NaN}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row 6 has score NaN");
    assertThatThrownBy(() -> top.offer(-1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row -1");
    assertThatThrownBy(() -> TopK.of(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("k is 0, it must be 1 or more");
  }
}
