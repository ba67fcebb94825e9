package dev.akin.eval.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.eval.RandomItems;
import dev.akin.testkit.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetRanksTest {
  private static final double ROUNDING = 1e-12;

  @Test
  void handComputedFigures() {
    var ranks = TargetRanks.of(new double[] {1, 2, 4.5, Double.POSITIVE_INFINITY});
    assertThat(ranks.meanReciprocalRank()).isCloseTo((1 + 0.5 + 2 / 9.0) / 4, within(ROUNDING));
    assertThat(ranks.reciprocalRanks()).containsExactly(1, 0.5, 1 / 4.5, 0);
    assertThat(ranks.hitsAt(1)).isEqualTo(0.25);
    assertThat(ranks.hitsAt(4)).isEqualTo(0.5);
    assertThat(ranks.hits(5)).containsExactly(1, 1, 1, 0);
    assertThat(ranks.meanRank()).isInfinite();
    assertThat(TargetRanks.of(new double[] {1, 2}).meanRank()).isEqualTo(1.5);
    assertThat(ranks.size()).isEqualTo(4);
    assertThat(ranks.ranks()).hasSize(4);
  }

  @Test
  void otherRightAnswersDoNotStandInTheWay() {
    double[] scores = {0.9, 0.8, 0.7, 0.6};
    assertThat(TargetRanks.filteredRank(scores, 2)).isEqualTo(3);
    assertThat(TargetRanks.filteredRank(scores, 2, 0)).isEqualTo(2);
    assertThat(TargetRanks.filteredRank(scores, 2, 0, 1, 2)).isEqualTo(1);
  }

  @Test
  void aSystemThatScoresAllAlikeGetsTheMiddleRank() {
    assertThat(TargetRanks.filteredRank(new double[5], 0)).isEqualTo(3);
    assertThat(TargetRanks.filteredRank(new double[5], 4)).isEqualTo(3);
    assertThat(TargetRanks.filteredRank(new double[4], 1)).isEqualTo(2.5);
  }

  @Test
  void theRankIsTheMeanOfTheFirstAndTheLastPlaceThatSortingMayGive() {
    Seeds.forEach(
        1000,
        random -> {
          int size = random.nextInt(1, 20);
          double[] scores = RandomItems.tiedScores(random, size);
          int target = random.nextInt(size);
          int[] others = RandomItems.resample(random, random.nextInt(5), size);
          List<Integer> kept = new ArrayList<>();
          for (int i = 0; i < size; i++) {
            int candidate = i;
            if (i == target || Arrays.stream(others).noneMatch(o -> o == candidate)) {
              kept.add(i);
            }
          }
          kept.sort(
              Comparator.comparingDouble((Integer i) -> -scores[i])
                  .thenComparingInt(i -> i == target ? 0 : 1));
          int first = kept.indexOf(target) + 1;
          kept.sort(
              Comparator.comparingDouble((Integer i) -> -scores[i])
                  .thenComparingInt(i -> i == target ? 1 : 0));
          int last = kept.indexOf(target) + 1;
          assertThat(TargetRanks.filteredRank(scores, target, others))
              .isEqualTo((first + last) / 2.0);
        });
  }

  @Test
  void lexiconInductionTakesTheFirstAcceptedTranslation() {
    int[][] ranked = {{4, 7, 1}, {2, 3}, {}};
    int[][] accepted = {{1, 7}, {9}, {5}};
    var ranks = TargetRanks.ofFirst(ranked, accepted);
    assertThat(ranks.ranks())
        .containsExactly(2, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    assertThat(ranks.hitsAt(1)).isZero();
    assertThat(ranks.hitsAt(5)).isCloseTo(1.0 / 3, within(ROUNDING));
    assertThat(ranks.meanReciprocalRank()).isCloseTo(0.5 / 3, within(ROUNDING));
  }

  @Test
  void aHitIsAnAcceptedCandidateAmongTheFirst() {
    Seeds.forEach(
        1000,
        random -> {
          int[] ranked = RandomItems.shuffled(random, random.nextInt(12));
          int[] accepted = RandomItems.resample(random, random.nextInt(1, 4), 14);
          int k = random.nextInt(1, 8);
          boolean isHit =
              Arrays.stream(ranked)
                  .limit(k)
                  .anyMatch(found -> Arrays.stream(accepted).anyMatch(right -> right == found));
          assertThat(TargetRanks.ofFirst(new int[][] {ranked}, new int[][] {accepted}).hitsAt(k))
              .isEqualTo(isHit ? 1 : 0);
        });
  }

  @Test
  void impossibleRanksAndCandidatesAreRefused() {
    assertThatThrownBy(() -> TargetRanks.of(new double[] {1, 0.5}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("item 1 has rank 0.5: ranks begin at 1");
    assertThatThrownBy(() -> TargetRanks.of(new double[] {Double.NaN}))
        .hasMessage("item 0 has rank NaN: ranks begin at 1");
    assertThatThrownBy(() -> TargetRanks.of(new double[0]))
        .hasMessage("no ranks: at least 1 item is needed");
    assertThatThrownBy(() -> TargetRanks.filteredRank(new double[3], 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("candidate 3 is not there: there are 3, from 0");
    assertThatThrownBy(() -> TargetRanks.filteredRank(new double[3], 0, -1))
        .hasMessage("candidate -1 is not there: there are 3, from 0");
    assertThatThrownBy(() -> TargetRanks.filteredRank(new double[] {1, Double.NaN}, 0))
        .hasMessage("score 1 is NaN: it must be a finite number");
    assertThatThrownBy(() -> TargetRanks.ofFirst(new int[1][1], new int[1][0]))
        .hasMessage("item 0 has no right answer");
    assertThatThrownBy(() -> TargetRanks.of(new double[] {1}).hitsAt(0))
        .hasMessage("k is 0, it must be 1 or more");
  }
}
