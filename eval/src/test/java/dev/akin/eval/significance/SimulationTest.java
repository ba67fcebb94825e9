package dev.akin.eval.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.eval.Hit;
import dev.akin.eval.Metric;
import dev.akin.eval.statistic.Tail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the tests and intervals promise, held against data of which the truth is known. */
class SimulationTest {
  private static final ComparisonOptions OPTIONS =
      ComparisonOptions.DEFAULT.withResampling(new Resampling(1_000, 99));

  private static Comparison compare(double[] x, double[] y, ComparisonOptions options) {
    return Comparison.of(Estimate.mean(x), Estimate.mean(y), options);
  }

  /** So few successes or more have a probability of 0.001. */
  private static int binomialBound(int trials, double p) {
    int bound = 0;
    while (Tail.binomial(bound + 1, trials, p) > 0.001) {
      bound++;
    }
    return bound;
  }

  @Test
  void underNoDifferencePValuesAreUniform() {
    int simulations = 500;
    for (PairedTest test :
        List.of(PairedTest.RANDOMISATION, PairedTest.STUDENT_T, PairedTest.WILCOXON)) {
      SplittableRandom random = new SplittableRandom(31);
      double[] p = new double[simulations];
      for (int i = 0; i < simulations; i++) {
        double[] y = Samples.normal(random, 40, 0.5, 0.2);
        double[] d = Samples.normal(random, 40, 0, 0.1);
        p[i] = compare(Samples.plus(y, d), y, OPTIONS.withTest(test)).test().p();
      }
      // The 0.001 quantile of Kolmogorov's distance, 1.95/√n, and one step of 1/1001 of p.
      assertThat(distanceFromUniform(p))
          .as(test.printedName())
          .isLessThan(1.95 / Math.sqrt(simulations) + 1.0 / 1001);
    }
  }

  /** The bootstrap's spread lacks the factor √(n/(n − 1)): uniform for many items only. */
  @Test
  void underNoDifferenceTheBootstrapsPValuesAreUniformForManyItems() {
    int simulations = 500;
    SplittableRandom random = new SplittableRandom(37);
    double[] p = new double[simulations];
    for (int i = 0; i < simulations; i++) {
      double[] y = Samples.normal(random, 200, 0.5, 0.2);
      double[] d = Samples.normal(random, 200, 0, 0.1);
      p[i] = compare(Samples.plus(y, d), y, OPTIONS.withTest(PairedTest.BOOTSTRAP)).test().p();
    }
    assertThat(distanceFromUniform(p)).isLessThan(1.95 / Math.sqrt(simulations) + 1.0 / 1001);
  }

  private static double distanceFromUniform(double[] p) {
    double[] sorted = p.clone();
    Arrays.sort(sorted);
    double distance = 0;
    for (int i = 0; i < sorted.length; i++) {
      double above = (i + 1.0) / sorted.length - sorted[i];
      double below = sorted[i] - (double) i / sorted.length;
      distance = Math.max(distance, Math.max(above, below));
    }
    return distance;
  }

  /** The same scores twice, equal ones in a random order: a system against itself. */
  @Test
  void aSystemWithItsTiesShuffledIsRarelyCalledAnother() {
    int repetitions = 200;
    Metric metric = Metric.parse("nDCG@10");
    SplittableRandom random = new SplittableRandom(41);
    int called = 0;
    for (int repetition = 0; repetition < repetitions; repetition++) {
      double[] first = new double[60];
      double[] second = new double[60];
      for (int query = 0; query < first.length; query++) {
        Map<String, Integer> judgments = new TreeMap<>();
        Map<String, Integer> scores = new TreeMap<>();
        for (int document = 0; document < 40; document++) {
          scores.put("d" + document, random.nextInt(4));
          judgments.put("d" + document, random.nextInt(8) == 0 ? random.nextInt(1, 4) : 0);
        }
        first[query] = metric.score(judgments, shuffledTies(scores, random));
        second[query] = metric.score(judgments, shuffledTies(scores, random));
      }
      called += compare(first, second, OPTIONS).test().p() <= 0.05 ? 1 : 0;
    }
    // At most 0.05 of 200 but for chance: 20 or more have a probability of 0.001.
    assertThat(called).isLessThanOrEqualTo(binomialBound(repetitions, 0.05));
  }

  private static List<Hit> shuffledTies(Map<String, Integer> scores, SplittableRandom random) {
    Map<String, Double> places = new TreeMap<>();
    scores.keySet().forEach(document -> places.put(document, random.nextDouble()));
    List<String> order = new ArrayList<>(scores.keySet());
    order.sort(
        Comparator.<String>comparingInt(document -> -scores.getOrDefault(document, 0))
            .thenComparingDouble(document -> places.getOrDefault(document, 0.0)));
    List<Hit> hits = new ArrayList<>();
    order.forEach(
        document -> hits.add(new Hit(document, hits.size() + 1, scores.getOrDefault(document, 0))));
    return hits;
  }

  @Test
  void aDifferenceThatIsThereIsFound() {
    SplittableRandom random = new SplittableRandom(43);
    for (int i = 0; i < 50; i++) {
      double[] y = Samples.normal(random, 300, 0.6, 0.3);
      // d_z = 0.4 with 300 items lies 6.9 standard errors out: missed once in a million.
      double[] x = Samples.plus(y, Samples.normal(random, 300, 0.04, 0.1));
      for (PairedTest test :
          List.of(
              PairedTest.RANDOMISATION,
              PairedTest.STUDENT_T,
              PairedTest.WILCOXON,
              PairedTest.BOOTSTRAP)) {
        Comparison comparison = compare(x, y, OPTIONS.withTest(test));
        assertThat(comparison.verdict(0.05))
            .as(test.printedName())
            .isEqualTo(Comparison.Verdict.BETTER);
        assertThat(comparison.interval().low()).isPositive();
      }
    }
  }

  /** The power of the t test by the noncentral t of scipy 1.17.1, n = 60. */
  @Test
  void powerRisesWithTheDifferenceAsItIsComputed() {
    double[] effects = {0, 0.1, 0.2, 0.3, 0.4, 0.5};
    double[] computed = {0.05, 0.1187, 0.3317, 0.6278, 0.8616, 0.9678};
    int simulations = 400;
    double last = -1;
    for (int i = 0; i < effects.length; i++) {
      SplittableRandom random = new SplittableRandom(47); // the same noise for every difference
      int found = 0;
      for (int s = 0; s < simulations; s++) {
        double[] d = Samples.normal(random, 60, effects[i], 1);
        found += compare(d, new double[60], OPTIONS).test().p() <= 0.05 ? 1 : 0;
      }
      double power = (double) found / simulations;
      double error = Math.sqrt(computed[i] * (1 - computed[i]) / simulations);
      assertThat(power).isCloseTo(computed[i], within(3.3 * error)).isGreaterThan(last);
      last = power;
    }
  }

  @Test
  void theMinimumDetectableDifferenceIsFoundFourTimesInFive() {
    SplittableRandom random = new SplittableRandom(53);
    int simulations = 400;
    double detectable = SampleSize.of(80, 0.1, 1 / Math.sqrt(80), OPTIONS).minimumDetectable();
    int found = 0;
    for (int s = 0; s < simulations; s++) {
      double[] d = Samples.normal(random, 80, detectable, 1);
      found += compare(d, new double[80], OPTIONS).test().p() <= 0.05 ? 1 : 0;
    }
    // 3.3 standard errors of √(0.8 · 0.2/400).
    assertThat((double) found / simulations).isCloseTo(0.8, within(0.066));
  }

  @Test
  @Tag("slow")
  void bcaIntervalsHoldTheTruthAsOftenAsTheySay() {
    int simulations = 1_000;
    SplittableRandom random = new SplittableRandom(59);
    int bca = 0;
    int percentile = 0;
    for (int s = 0; s < simulations; s++) {
      // Differences of a skewness of 2, as of metrics that are mostly 0: exponential, mean 1.
      double[] d = new double[100];
      Arrays.setAll(d, i -> random.nextExponential());
      ComparisonOptions options = OPTIONS.withResampling(new Resampling(2_000, s));
      bca += compare(d, new double[100], options).interval().contains(1) ? 1 : 0;
      percentile +=
          compare(d, new double[100], options.withInterval(Interval.Method.PERCENTILE))
                  .interval()
                  .contains(1)
              ? 1
              : 0;
    }
    // 3.3 standard errors of √(0.95 · 0.05/1000), and the interval's own error of order 1/n.
    assertThat((double) bca / simulations).isBetween(0.95 - 0.023 - 0.01, 0.95 + 0.023);
    assertThat(bca).isGreaterThanOrEqualTo(percentile);
  }
}
