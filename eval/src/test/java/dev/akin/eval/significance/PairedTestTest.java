package dev.akin.eval.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Figures called scipy's are those of scipy 1.17.1. */
class PairedTestTest {
  private static final ComparisonOptions OPTIONS =
      ComparisonOptions.DEFAULT.withResampling(new Resampling(2_000, 7));

  private static TestResult test(PairedTest test, double[] x, double[] y) {
    return Comparison.of(Estimate.mean(x), Estimate.mean(y), OPTIONS.withTest(test)).test();
  }

  /** scipy's permutation_test over all 4096 signs: 68 of them lie as far out. */
  @Test
  void randomisationOfFewItemsGoesThroughAllSigns() {
    TestResult result = test(PairedTest.RANDOMISATION, Samples.X, Samples.Y);
    assertThat(result.basis()).isEqualTo(TestResult.Basis.EXACT);
    assertThat(result.p()).isEqualTo(68.0 / 4096);
    assertThat(result.statistic()).isCloseTo(0.85 / 12, within(1e-15));
  }

  @Test
  void randomisationAgreesWithCountingAllSigns() {
    Seeds.forEach(
        200,
        random -> {
          int n = random.nextInt(2, 11);
          // Grades of one digit, so that many sign choices tie.
          double[] x = random.ints(n, 0, 5).mapToDouble(i -> i / 10.0).toArray();
          double[] y = random.ints(n, 0, 5).mapToDouble(i -> i / 10.0).toArray();
          assertThat(test(PairedTest.RANDOMISATION, x, y).p()).isEqualTo(countedInTenths(x, y));
        });
  }

  private static double countedInTenths(double[] x, double[] y) {
    long[] d = new long[x.length];
    Arrays.setAll(d, i -> Math.round(10 * x[i]) - Math.round(10 * y[i]));
    long observed = Math.abs(Arrays.stream(d).sum());
    int far = 0;
    for (int signs = 0; signs < 1 << d.length; signs++) {
      long sum = 0;
      for (int i = 0; i < d.length; i++) {
        sum += (signs >> i & 1) == 0 ? d[i] : -d[i];
      }
      far += Math.abs(sum) >= observed ? 1 : 0;
    }
    return far / (double) (1 << d.length);
  }

  @Test
  void randomSignsComeNearTheShareOfAllSigns() {
    // The same 12 items and 28 on which both are alike: all signs give 68/4096 as before.
    double[] x = Arrays.copyOf(Samples.X, 40);
    double[] y = Arrays.copyOf(Samples.Y, 40);
    for (int i = 12; i < 40; i++) {
      x[i] = y[i] = 0.5;
    }
    assertThat(test(PairedTest.RANDOMISATION, x, y).p()).isEqualTo(68.0 / 4096);
    // Items that differ by far less than the others leave that share as it is but for the draws.
    for (int i = 12; i < 40; i++) {
      x[i] += 1e-6 * (i % 2 == 0 ? 1 : -1);
    }
    TestResult sampled = test(PairedTest.RANDOMISATION, x, y);
    assertThat(sampled.basis()).isEqualTo(TestResult.Basis.SAMPLED);
    // 2,000 draws of 0.0166: a standard error of 0.0029; ties in the 68 may fall to either side.
    assertThat(sampled.p()).isCloseTo(68.0 / 4096, within(0.012));
  }

  @Test
  void aSampledPIsACountPlusOneOverDrawsPlusOne() {
    double[] x = new double[30];
    Arrays.fill(x, 1);
    TestResult result = test(PairedTest.RANDOMISATION, x, new double[30]);
    // All thirty signs the same has probability 2⁻²⁹.
    assertThat(result.p()).isEqualTo(1.0 / 2001);
  }

  /** scipy's ttest_rel. */
  @Test
  void studentsTestIsThatOfScipy() {
    TestResult result = test(PairedTest.STUDENT_T, Samples.X, Samples.Y);
    assertThat(result.statistic()).isCloseTo(3.0436655896256135, within(1e-12));
    assertThat(result.p()).isCloseTo(0.011173198607496437, within(1e-13));
    assertThat(result.basis()).isEqualTo(TestResult.Basis.APPROXIMATE);
  }

  /** scipy's wilcoxon, method exact. */
  @Test
  void wilcoxonOfFewItemsIsExact() {
    TestResult result = test(PairedTest.WILCOXON, Samples.X, Samples.Y);
    assertThat(result.basis()).isEqualTo(TestResult.Basis.EXACT);
    assertThat(result.statistic()).isEqualTo(68);
    assertThat(result.p()).isEqualTo(0.02099609375);
  }

  /** scipy's wilcoxon, method asymptotic, with correction: zeros dropped, 24 differences, ties. */
  @Test
  void wilcoxonWithTiesIsNormalWithBothCorrections() {
    double[] d = {
      3, -1, 2, 2, 0, 5, -2, 4, 1, 1, -3, 6, 0, 2, 7, -1, 3, 3, -4, 8, 2, 1, -2, 5, 9, 4
    };
    TestResult result = test(PairedTest.WILCOXON, d, new double[d.length]);
    assertThat(result.basis()).isEqualTo(TestResult.Basis.APPROXIMATE);
    assertThat(result.statistic()).isEqualTo(246.5);
    assertThat(result.p()).isCloseTo(0.00591049747169718, within(1e-13));
  }

  @Test
  void wilcoxonAgreesWithCountingAllSigns() {
    Seeds.forEach(
        50,
        random -> {
          int n = random.nextInt(3, 12);
          double[] d = random.doubles(n, -1, 1).toArray();
          Integer[] bySize = new Integer[n];
          Arrays.setAll(bySize, i -> i);
          Arrays.sort(bySize, (a, b) -> Double.compare(Math.abs(d[a]), Math.abs(d[b])));
          int observed = 0;
          for (int rank = 1; rank <= n; rank++) {
            observed += d[bySize[rank - 1]] > 0 ? rank : 0;
          }
          int low = 0;
          int high = 0;
          for (int signs = 0; signs < 1 << n; signs++) {
            int positive = 0;
            for (int rank = 1; rank <= n; rank++) {
              positive += (signs >> (rank - 1) & 1) * rank;
            }
            low += positive <= observed ? 1 : 0;
            high += positive >= observed ? 1 : 0;
          }
          double expected = Math.min(1, 2.0 * Math.min(low, high) / (1 << n));
          assertThat(test(PairedTest.WILCOXON, d, new double[n]).p()).isEqualTo(expected);
        });
  }

  @Test
  void differencesThatOnlyRoundingTellsApartAreTies() {
    // 0.5 − 0.3 and 0.3 − 0.1 differ in their last bit; both are 0.2.
    double[] x = {0.5, 0.3, 0.9, 0.4};
    double[] y = {0.3, 0.1, 0.5, 0.1 + 0.2 + 0.1};
    TestResult result = test(PairedTest.WILCOXON, x, y);
    assertThat(result.basis()).isEqualTo(TestResult.Basis.APPROXIMATE);
    Comparison comparison = Comparison.of(Estimate.mean(x), Estimate.mean(y), OPTIONS);
    assertThat(comparison.effect().outcomes()).contains(new Effect.Outcomes(3, 1, 0));
  }

  /** scipy's binomtest(12, 15) and (7, 14). */
  @Test
  void mcNemarIsTheBinomialTestOfTheItemsThatDiffer() {
    double[] x = new double[40];
    double[] y = new double[40];
    Arrays.fill(x, 0, 12, 1);
    Arrays.fill(y, 12, 15, 1);
    Arrays.fill(x, 15, 20, 1);
    Arrays.fill(y, 15, 20, 1);
    TestResult result = test(PairedTest.MCNEMAR, x, y);
    assertThat(result.statistic()).isEqualTo(12);
    assertThat(result.p()).isCloseTo(0.03515625, within(1e-15));
    Arrays.fill(x, 7, 12, 0);
    Arrays.fill(y, 8, 12, 1);
    assertThat(test(PairedTest.MCNEMAR, x, y).p()).isEqualTo(1);
  }

  @Test
  void mcNemarIsRandomisationOfRightAndWrong() {
    Seeds.forEach(
        100,
        random -> {
          int n = random.nextInt(2, 16);
          double[] x = random.ints(n, 0, 2).asDoubleStream().toArray();
          double[] y = random.ints(n, 0, 2).asDoubleStream().toArray();
          assertThat(test(PairedTest.MCNEMAR, x, y).p())
              .isCloseTo(test(PairedTest.RANDOMISATION, x, y).p(), within(1e-12));
        });
  }

  @Test
  void mcNemarRefusesWhatIsNeitherRightNorWrong() {
    assertThatThrownBy(() -> test(PairedTest.MCNEMAR, Samples.X, Samples.Y))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("item 0 is 0.61");
  }

  @Test
  void theBootstrapOfAMeanComesNearTheNormalTail() {
    Seeds.forEach(
        5,
        random -> {
          double[] y = Samples.normal(random, 400, 0.5, 0.2);
          double[] x = Samples.plus(y, Samples.normal(random, 400, 0.01, 0.1));
          double normal = test(PairedTest.STUDENT_T, x, y).p();
          // 2,000 draws: a standard error of at most 0.0112, three of them.
          assertThat(test(PairedTest.BOOTSTRAP, x, y).p()).isCloseTo(normal, within(0.034));
        });
  }

  @Test
  void systemsThatAreAlikeAreNeverToldApart() {
    for (PairedTest test : PairedTest.values()) {
      double[] same = {0, 1, 1, 0, 1};
      assertThat(test(test, same, same).p()).as(test.printedName()).isEqualTo(1);
    }
  }

  @Test
  void exchangingTheSystemsLeavesEveryPAsItIs() {
    Seeds.forEach(
        30,
        random -> {
          double[] x = random.ints(50, 0, 2).asDoubleStream().toArray();
          double[] y = random.ints(50, 0, 2).asDoubleStream().toArray();
          for (PairedTest test : PairedTest.values()) {
            assertThat(test(test, x, y).p()).as(test.printedName()).isEqualTo(test(test, y, x).p());
          }
        });
  }

  @Test
  void testsOfMeansRefuseOtherFigures() {
    Estimate figure = Estimate.of(12, items -> items.length);
    for (PairedTest test : PairedTest.values()) {
      if (test != PairedTest.BOOTSTRAP) {
        assertThatThrownBy(() -> Comparison.of(figure, figure, OPTIONS.withTest(test)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(test.printedName())
            .hasMessageContaining("use the paired bootstrap");
      }
    }
  }
}
