package dev.akin.bench;

import dev.akin.eval.significance.Comparison;
import dev.akin.eval.significance.ComparisonOptions;
import dev.akin.eval.significance.Estimate;
import dev.akin.eval.significance.Interval;
import dev.akin.eval.significance.PairedTest;
import dev.akin.eval.significance.Resampling;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;

/**
 * Prints how often tests and intervals are right on data of which the truth is known: the tables of
 * {@code docs/evaluation/comparing.md}. Run with {@code bench/run --main
 * dev.akin.bench.SignificanceFigures}.
 */
public final class SignificanceFigures {
  private static final ComparisonOptions OPTIONS = ComparisonOptions.DEFAULT;
  private static final List<PairedTest> TESTS =
      List.of(
          PairedTest.RANDOMISATION,
          PairedTest.STUDENT_T,
          PairedTest.WILCOXON,
          PairedTest.BOOTSTRAP);

  private SignificanceFigures() {}

  /** Prints all tables. */
  public static void main(String[] arguments) {
    falseClaims();
    coverage();
    power();
  }

  private static void falseClaims() {
    System.out.println("differences claimed at 0.05 where there is none, 40 normal differences:");
    for (PairedTest test : TESTS) {
      SplittableRandom random = new SplittableRandom(31);
      System.out.printf(
          "  %s %.1f %%%n",
          test.printedName(),
          percent(
              2_000,
              40,
              random::nextGaussian,
              OPTIONS.withTest(test).withResampling(new Resampling(1_000, 99)),
              comparison -> comparison.test().p() <= 0.05));
    }
  }

  private static void coverage() {
    System.out.println("95 % intervals that hold the true mean of exponential differences:");
    for (int items : new int[] {20, 50, 100, 300}) {
      System.out.printf("  %d items:", items);
      for (Interval.Method method : Interval.Method.values()) {
        SplittableRandom random = new SplittableRandom(59);
        System.out.printf(
            " %s %.1f %%",
            method.printedName(),
            percent(
                1_000,
                items,
                random::nextExponential,
                OPTIONS.withInterval(method).withResampling(new Resampling(2_000, 99)),
                comparison -> comparison.interval().contains(1)));
      }
      System.out.println();
    }
  }

  private static void power() {
    System.out.println("differences found at 0.05, 60 items, by d_z:");
    for (double effect : new double[] {0.1, 0.2, 0.3, 0.4, 0.5}) {
      SplittableRandom random = new SplittableRandom(47);
      System.out.printf(
          "  %.1f: %.0f %%%n",
          effect,
          percent(
              1_000,
              60,
              () -> random.nextGaussian(effect, 1),
              OPTIONS.withResampling(new Resampling(1_000, 99)),
              comparison -> comparison.test().p() <= 0.05));
    }
  }

  private static double percent(
      int simulations,
      int items,
      DoubleSupplier differences,
      ComparisonOptions options,
      Predicate<Comparison> event) {
    int count = 0;
    for (int i = 0; i < simulations; i++) {
      double[] values = new double[items];
      Arrays.setAll(values, item -> differences.getAsDouble());
      Estimate none = Estimate.mean(new double[items]);
      count += event.test(Comparison.of(Estimate.mean(values), none, options)) ? 1 : 0;
    }
    return 100.0 * count / simulations;
  }
}
