package dev.akin.eval.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final double NONE = Double.NaN;

  private static ScoreMatrix matrix(double[][] scores, String... categories) {
    return ScoreMatrix.of(
        IntStream.range(0, scores.length).mapToObj(s -> "s" + s).toList(),
        IntStream.range(0, scores[0].length)
            .mapToObj(t -> new Task("t" + t, t < categories.length ? categories[t] : "all"))
            .toList(),
        scores);
  }

  private static int[] bordaRanks(double[][] scores) {
    return Standing.of(matrix(scores)).stream().mapToInt(s -> s.borda().rank()).toArray();
  }

  private static double[] points(double[][] scores) {
    return Standing.of(matrix(scores)).stream().mapToDouble(s -> s.borda().points()).toArray();
  }

  @Test
  void oppositeOrdersGiveEveryoneTheSamePlace() {
    double[][] scores = {{.9, .1}, {.8, .2}, {.7, .3}};
    assertThat(points(scores)).containsExactly(2, 2, 2);
    assertThat(bordaRanks(scores)).containsExactly(1, 1, 1);
  }

  @Test
  void theMeansAreTakenOverTasksAndOverCategories() {
    double[][] scores = {{0.2, 0.4, 0.9}, {0.5, 0.5, 0.5}};
    List<Standing> standings = Standing.of(matrix(scores, "retrieval", "retrieval", "sts"));
    assertThat(standings.get(0).meanOverTasks().orElseThrow()).isCloseTo(0.5, within(1e-15));
    assertThat(standings.get(0).meanOverCategories().orElseThrow()).isCloseTo(0.6, within(1e-15));
    assertThat(standings.get(1).meanOverCategories()).hasValue(0.5);
    assertThat(standings.get(0).meanRank()).hasValue(5.0 / 3);
    assertThat(standings.get(0).missing()).isZero();
  }

  @Test
  void tiedScoresShareTheirRank() {
    // Ranks 1.5, 1.5, 3 of three systems: points 1.5, 1.5, 0.
    assertThat(points(new double[][] {{.9}, {.9}, {.1}})).containsExactly(1.5, 1.5, 0);
    assertThat(bordaRanks(new double[][] {{.9}, {.9}, {.1}})).containsExactly(1, 1, 3);
  }

  @Test
  void aMissingScoreGivesNoPointsAndNoMean() {
    double[][] scores = {{.9, NONE}, {.8, .4}, {.7, .3}};
    List<Standing> standings = Standing.of(matrix(scores));
    assertThat(points(scores)).containsExactly(2, 1 + 2, 0 + 1);
    assertThat(standings.get(0).meanOverTasks()).isEmpty();
    assertThat(standings.get(0).meanOverCategories()).isEmpty();
    assertThat(standings.get(0).missing()).isEqualTo(1);
    assertThat(standings.get(0).meanRank()).hasValue(1);
    assertThat(standings.get(1).meanRank()).hasValue(1.5);
    assertThat(bordaRanks(scores)).containsExactly(2, 1, 3);
  }

  @Test
  void aSystemWithoutScoresStandsLast() {
    List<Standing> standings = Standing.of(matrix(new double[][] {{NONE, NONE}, {0, 0}}));
    assertThat(standings.get(0).meanRank()).isEmpty();
    assertThat(standings.get(0).borda()).isEqualTo(new Standing.Borda(0, 2));
    assertThat(standings.get(1).borda()).isEqualTo(new Standing.Borda(2, 1));
  }

  @Test
  void amongEqualPointsTheMeanDecides() {
    double[][] scores = {{.9, .1}, {.2, .3}};
    assertThat(points(scores)).containsExactly(1, 1);
    assertThat(bordaRanks(scores)).containsExactly(1, 2);
  }

  @Test
  void winningNarrowlyEverywhereBeatsWinningHugelyOnce() {
    double[][] scores = {{.51, .51, .51}, {.50, .50, .99}, {.1, .1, .1}};
    assertThat(Standing.of(matrix(scores)).get(1).meanOverTasks().orElseThrow())
        .isGreaterThan(0.51);
    assertThat(bordaRanks(scores)[0]).isEqualTo(1);
  }

  @Test
  void aMonotoneChangeOfOneTaskChangesNoPoints() {
    Seeds.forEach(
        100,
        random -> {
          double[][] scores = random(random, 6, 5);
          double[] before = points(scores);
          for (double[] row : scores) {
            row[2] = 100 * Math.pow(row[2], 3) + 7;
          }
          assertThat(points(scores)).containsExactly(before);
        });
  }

  @Test
  void allPointsOfATaskAddUp() {
    Seeds.forEach(
        100,
        random -> {
          double[][] scores = random(random, 7, 4);
          // Each task gives 0 + 1 + … + 6.
          assertThat(Arrays.stream(points(scores)).sum()).isCloseTo(4 * 21, within(1e-9));
        });
  }

  @Test
  void aTaskThatIsThereTwicePullsTheOrderItsWay() {
    double[][] once = {{.9, .1, .5}, {.8, .9, .4}};
    double[][] twice = {{.9, .1, .1, .1, .5}, {.8, .9, .9, .9, .4}};
    assertThat(bordaRanks(once)).containsExactly(1, 2);
    assertThat(bordaRanks(twice)).containsExactly(2, 1);
  }

  private static double[][] random(SplittableRandom random, int systems, int tasks) {
    double[][] scores = new double[systems][];
    Arrays.setAll(scores, s -> random.doubles(tasks).toArray());
    return scores;
  }
}
