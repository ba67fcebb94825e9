package dev.akin.eval.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.eval.pair.Correlation;
import dev.akin.testkit.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final ComparisonOptions OPTIONS =
      ComparisonOptions.DEFAULT.withResampling(new Resampling(2_000, 7));

  private static Estimate spearman(double[] gold, double[] scores) {
    Correlation correlation = Correlation.of(gold, scores);
    return Estimate.of(gold.length, items -> correlation.resampled(items).spearman());
  }

  private static double[] taken(double[] values, int[] items) {
    return Arrays.stream(items).mapToDouble(i -> values[i]).toArray();
  }

  /** The deviation of the differences by numpy 2.4.6: 0.08061787906067998. */
  @Test
  void aComparisonOfMeansSaysAllThereIsToKnow() {
    Comparison comparison =
        Comparison.of(Estimate.mean(Samples.X), Estimate.mean(Samples.Y), OPTIONS);
    assertThat(comparison.system().value()).isCloseTo(6.33 / 12, within(1e-15));
    assertThat(comparison.baseline().value()).isCloseTo(5.48 / 12, within(1e-15));
    assertThat(comparison.difference()).isCloseTo(0.85 / 12, within(1e-15));
    assertThat(comparison.test().test()).isEqualTo(PairedTest.RANDOMISATION);
    assertThat(comparison.test().adjustedP()).isEqualTo(comparison.test().p());
    assertThat(comparison.effect().kind()).isEqualTo(Effect.Kind.COHEN_DZ);
    assertThat(comparison.effect().size()).isCloseTo(0.8786305737467746, within(1e-12));
    assertThat(comparison.effect().outcomes()).contains(new Effect.Outcomes(8, 0, 4));
    assertThat(comparison.interval().method()).isEqualTo(Interval.Method.BCA);
    assertThat(comparison.interval().contains(comparison.difference())).isTrue();
    assertThat(comparison.interval().resampling()).isEqualTo(new Resampling(2_000, 7));
    assertThat(comparison.verdict(0.05)).isEqualTo(Comparison.Verdict.BETTER);
    assertThat(comparison.verdict(0.01)).isEqualTo(Comparison.Verdict.UNDECIDED);
    assertThat(comparison.sample().items()).isEqualTo(12);
  }

  @Test
  void aFigureThatIsNoMeanIsBootstrappedAndSaysSo() {
    SplittableRandom random = new SplittableRandom(3);
    double[] gold = random.doubles(200).toArray();
    double[] good = Samples.plus(gold, Samples.normal(random, 200, 0, 0.1));
    double[] poor = Samples.plus(gold, Samples.normal(random, 200, 0, 0.4));
    Comparison comparison = Comparison.of(spearman(gold, poor), spearman(gold, good), OPTIONS);
    assertThat(comparison.test().test()).isEqualTo(PairedTest.BOOTSTRAP);
    assertThat(comparison.test().basis()).isEqualTo(TestResult.Basis.SAMPLED);
    assertThat(comparison.effect().kind()).isEqualTo(Effect.Kind.PER_ROOT_N);
    assertThat(comparison.effect().outcomes()).isEmpty();
    assertThat(comparison.verdict(0.01)).isEqualTo(Comparison.Verdict.WORSE);
    assertThat(comparison.interval().high()).isNegative();
  }

  /** The same mean once as a mean and once as some figure: all but the test must agree. */
  @Test
  void aMeanAsAFigureGivesTheSameIntervalAndNearlyTheSameEffect() {
    SplittableRandom random = new SplittableRandom(5);
    double[] y = Samples.normal(random, 300, 0.5, 0.2);
    double[] x = Samples.plus(y, Samples.normal(random, 300, 0.02, 0.1));
    Comparison plain = Comparison.of(Estimate.mean(x), Estimate.mean(y), OPTIONS);
    Comparison figure =
        Comparison.of(
            Estimate.of(300, items -> Arrays.stream(taken(x, items)).average().orElseThrow()),
            Estimate.of(300, items -> Arrays.stream(taken(y, items)).average().orElseThrow()),
            OPTIONS);
    assertThat(figure.interval().low()).isCloseTo(plain.interval().low(), within(1e-12));
    assertThat(figure.interval().high()).isCloseTo(plain.interval().high(), within(1e-12));
    // A standard deviation of 2,000 draws is within 1/√4000 of its value two times in three.
    double fourErrors = 4 * plain.effect().size() / Math.sqrt(4_000);
    assertThat(figure.effect().size()).isCloseTo(plain.effect().size(), within(fourErrors));
  }

  @Test
  void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() throws Exception {
    SplittableRandom random = new SplittableRandom(11);
    double[] gold = random.doubles(150).toArray();
    double[] x = Samples.plus(gold, random.doubles(150).toArray());
    double[] y = Samples.plus(gold, random.doubles(150).toArray());
    Comparison[] figures = new Comparison[3];
    Comparison[] means = new Comparison[3];
    for (int threads : new int[] {1, 2, 7}) {
      int place = Math.min(threads, 3) - 1;
      try (ForkJoinPool pool = new ForkJoinPool(threads)) {
        figures[place] =
            pool.submit(() -> Comparison.of(spearman(gold, x), spearman(gold, y), OPTIONS)).get();
        means[place] =
            pool.submit(() -> Comparison.of(Estimate.mean(x), Estimate.mean(y), OPTIONS)).get();
      }
    }
    assertThat(figures[1]).isEqualTo(figures[0]);
    assertThat(figures[2]).isEqualTo(figures[0]);
    assertThat(means[1]).isEqualTo(means[0]);
    assertThat(means[2]).isEqualTo(means[0]);
    Comparison other =
        Comparison.of(
            Estimate.mean(x), Estimate.mean(y), OPTIONS.withResampling(new Resampling(2_000, 8)));
    assertThat(other.interval()).isNotEqualTo(means[0].interval());
  }

  @Test
  void clustersThatAreSingleItemsChangeNothingButTheEffectsName() {
    SplittableRandom random = new SplittableRandom(2);
    double[] x = random.doubles(40).toArray();
    double[] y = random.doubles(40).toArray();
    int[] clusters = IntStream.range(0, 40).map(i -> 100 - i).toArray();
    Comparison single = Comparison.of(Estimate.mean(x), Estimate.mean(y), OPTIONS);
    Comparison clustered =
        Comparison.of(
            Estimate.mean(x).clustered(clusters), Estimate.mean(y).clustered(clusters), OPTIONS);
    assertThat(clustered.interval()).isEqualTo(single.interval());
    assertThat(clustered.test()).isEqualTo(single.test());
  }

  /** Ten copies of each item are ten times the items and no more evidence. */
  @Test
  void copiesOfItemsInOneClusterAddNoEvidence() {
    int copies = 10;
    double[] x = new double[12 * copies];
    double[] y = new double[12 * copies];
    int[] cluster = new int[12 * copies];
    for (int i = 0; i < x.length; i++) {
      cluster[i] = i % 12;
      x[i] = Samples.X[i % 12];
      y[i] = Samples.Y[i % 12];
    }
    Comparison plain = Comparison.of(Estimate.mean(x), Estimate.mean(y), OPTIONS);
    Comparison clustered =
        Comparison.of(
            Estimate.mean(x).clustered(cluster), Estimate.mean(y).clustered(cluster), OPTIONS);
    Comparison once = Comparison.of(Estimate.mean(Samples.X), Estimate.mean(Samples.Y), OPTIONS);
    assertThat(plain.test().p()).isLessThan(0.001);
    assertThat(clustered.test().p()).isEqualTo(once.test().p()).isEqualTo(68.0 / 4096);
    assertThat(clustered.interval().low()).isCloseTo(once.interval().low(), within(1e-12));
    assertThat(clustered.interval().high()).isCloseTo(once.interval().high(), within(1e-12));
    assertThat(clustered.sample().items()).isEqualTo(12);
  }

  @Test
  void clustersOfUnequalSizeKeepTheMeanOverItems() {
    double[] x = {1, 1, 1, 0};
    double[] y = {0, 0, 0, 0};
    int[] cluster = {5, 5, 5, 6};
    Comparison comparison =
        Comparison.of(
            Estimate.mean(x).clustered(cluster), Estimate.mean(y).clustered(cluster), OPTIONS);
    assertThat(comparison.difference()).isEqualTo(0.75);
    // Drawn are both clusters (0.75), the first twice (1) or the second twice (0).
    assertThat(comparison.interval().low()).isZero();
    assertThat(comparison.interval().high()).isEqualTo(1);
    // One cluster differs: both of its signs lie as far out.
    assertThat(comparison.test().p()).isEqualTo(1);
  }

  @Test
  void testsThatNeedIndependentItemsRefuseClusters() {
    Estimate clustered = Estimate.mean(1, 2, 3).clustered(1, 1, 2);
    for (PairedTest test : new PairedTest[] {PairedTest.STUDENT_T, PairedTest.WILCOXON}) {
      assertThatThrownBy(() -> Comparison.of(clustered, clustered, OPTIONS.withTest(test)))
          .hasMessageContaining(test.printedName())
          .hasMessageContaining("come in clusters");
    }
  }

  @Test
  void figuresOfDifferentItemsCannotBePaired() {
    Estimate three = Estimate.mean(1, 2, 3);
    assertThatThrownBy(() -> Comparison.of(three, Estimate.mean(1, 2), OPTIONS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("figures over 2 and over 3 items cannot be paired");
    assertThatThrownBy(() -> Comparison.of(three, three.clustered(1, 2, 2), OPTIONS))
        .hasMessageContaining("the same clusters");
    assertThatThrownBy(() -> Comparison.of(three, Estimate.of(3, items -> 1), OPTIONS))
        .hasMessageContaining("1 of 2 figures are means");
    assertThatThrownBy(() -> Comparison.of(Estimate.mean(1), Estimate.mean(2), OPTIONS))
        .hasMessage("a comparison needs at least 2 items, got 1");
    assertThatThrownBy(
            () -> Comparison.of(three.clustered(4, 4, 4), three.clustered(4, 4, 4), OPTIONS))
        .hasMessage("a comparison needs at least 2 clusters, got 1");
  }

  @Test
  void aResampleWithoutAFigureIsDrawnAgain() {
    // Four items, of which one decides whether there is a figure: missing in a third of the draws.
    Estimate partial =
        Estimate.of(
            4,
            items ->
                Arrays.stream(items).anyMatch(i -> i == 0)
                    ? Arrays.stream(items).average().orElse(0)
                    : Double.NaN);
    Comparison comparison = Comparison.of(partial, Estimate.of(4, items -> 0), OPTIONS);
    assertThat(comparison.interval().low()).isNotNaN();
    assertThat(comparison.interval().high()).isBetween(0.0, 3.0);
  }

  @Test
  void aFigureThatIsHardlyEverANumberIsRefused() {
    Estimate once =
        Estimate.of(60, items -> Arrays.stream(items).distinct().count() == 60 ? 1 : Double.NaN);
    assertThatThrownBy(() -> Comparison.of(once, once, OPTIONS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the figure is not a number on 100 resamples in a row of 60 items");
  }

  @Test
  void whereAllItemsDifferByTheSameTheIntervalIsThatDifference() {
    Comparison comparison =
        Comparison.of(Estimate.mean(0.75, 0.5, 1, 2), Estimate.mean(0.25, 0, 0.5, 1.5), OPTIONS);
    assertThat(comparison.interval().low()).isEqualTo(0.5);
    assertThat(comparison.interval().high()).isEqualTo(0.5);
    assertThat(comparison.effect().size()).isInfinite();
    assertThat(comparison.sample().itemsToSettle()).hasValue(2);
  }

  @Test
  void optionsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> OPTIONS.withLevel(95)).hasMessageContaining("got 95.0");
    assertThatThrownBy(() -> OPTIONS.withMinimumEffect(0)).hasMessageContaining("got 0.0");
    assertThatThrownBy(() -> new Resampling(99, 1)).hasMessageContaining("99 draws");
  }

  @Test
  void theIntervalAndTheTestMostlyAgree() {
    int[] disagree = {0};
    Seeds.forEach(
        100,
        random -> {
          double[] y = Samples.normal(random, 100, 0.5, 0.2);
          double[] x = Samples.plus(y, Samples.normal(random, 100, 0.02, 0.1));
          Comparison comparison = Comparison.of(Estimate.mean(x), Estimate.mean(y), OPTIONS);
          boolean excludesZero = !comparison.interval().contains(0);
          boolean significant = comparison.test().p() <= 0.05;
          disagree[0] += excludesZero == significant ? 0 : 1;
        });
    // Only p-values within about 0.02 of 0.05 can go either way; one case in twenty lies there.
    assertThat(disagree[0]).isLessThanOrEqualTo(10);
  }
}
