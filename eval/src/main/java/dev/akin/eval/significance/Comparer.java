package dev.akin.eval.significance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares pairs among systems, whose random draws are made once for all pairs. */
final class Comparer {
  private final ComparisonOptions options;
  private final List<String> names;
  private final List<Estimate> estimates;
  private final Units units;
  private final PairedTest test;
  private final double[][] drawn;
  private final double[][] leftOut;

  /** Each system's value of each item; empty where the figures are no means. */
  private final List<double[]> perItem;

  /** Each system's sum of each unit and its flipped sums; empty unless randomised by draws. */
  private final double[][] unitSums;

  private final double[][] flipped;

  Comparer(Map<String, Estimate> systems, ComparisonOptions options) {
    this.options = options;
    names = List.copyOf(systems.keySet());
    estimates = List.copyOf(systems.values());
    units = Units.of(estimates);
    perItem = perItem(estimates);
    test = requireTest();
    drawn = SharedDraws.bootstrap(estimates, units, options.resampling());
    leftOut = SharedDraws.jackknife(estimates, units);
    unitSums = perItem.stream().map(units::sums).toArray(double[][]::new);
    flipped =
        test == PairedTest.RANDOMISATION
            ? SharedDraws.signFlips(unitSums, options.resampling())
            : new double[0][];
  }

  private static List<double[]> perItem(List<Estimate> estimates) {
    List<double[]> values = new ArrayList<>();
    estimates.forEach(estimate -> estimate.perItem().ifPresent(values::add));
    if (!values.isEmpty() && values.size() < estimates.size()) {
      throw new IllegalArgumentException(
          "%d of %d figures are means of items, the others are not: they cannot be one family"
              .formatted(values.size(), estimates.size()));
    }
    return values;
  }

  private PairedTest requireTest() {
    boolean means = !perItem.isEmpty();
    PairedTest chosen =
        options.test().orElse(means ? PairedTest.RANDOMISATION : PairedTest.BOOTSTRAP);
    if (chosen != PairedTest.BOOTSTRAP && !means) {
      throw new IllegalArgumentException(
          "the %s test takes means of items, and these figures are none; use the paired bootstrap"
              .formatted(chosen.printedName()));
    }
    boolean takesClusters = chosen == PairedTest.BOOTSTRAP || chosen == PairedTest.RANDOMISATION;
    if (!units.isSingle() && !takesClusters) {
      throw new IllegalArgumentException(
          "the %s test takes items that are independent, and these come in clusters"
              .formatted(chosen.printedName()));
    }
    return chosen;
  }

  /** Each system with its value, in order. */
  List<Scored> scored() {
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      scored.add(scored(i));
    }
    return scored;
  }

  private Scored scored(int system) {
    return new Scored(names.get(system), estimates.get(system).value());
  }

  /** One system against another, by their places. */
  Comparison compare(int system, int baseline) {
    double[] draws = minus(drawn[system], drawn[baseline]);
    double difference = scored(system).value() - scored(baseline).value();
    Spread spread =
        isPlainMean() ? spread(differences(system, baseline)) : spread(difference, draws);
    return new Comparison(
        scored(system),
        scored(baseline),
        new Intervals(options).of(difference, draws, minus(leftOut[system], leftOut[baseline])),
        test(system, baseline, draws),
        new Effect(spread.kind(), spread.effect(units.count()), outcomes(system, baseline)),
        SampleSize.of(units.count(), spread.difference(), spread.standardError(), options));
  }

  /**
   * A difference, but for rounding, and how much it varies.
   *
   * @param kind the effect size that the two give
   */
  private record Spread(Effect.Kind kind, double difference, double standardError) {
    double effect(int units) {
      return difference == 0 ? 0 : difference / (standardError * Math.sqrt(units));
    }
  }

  private static Spread spread(Differences differences) {
    Moments moments = Moments.of(differences.values());
    return new Spread(Effect.Kind.COHEN_DZ, moments.mean(), moments.standardError());
  }

  private static Spread spread(double difference, double[] draws) {
    return new Spread(Effect.Kind.PER_ROOT_N, difference, Moments.of(draws).deviation());
  }

  private Optional<Effect.Outcomes> outcomes(int system, int baseline) {
    return perItem.isEmpty()
        ? Optional.empty()
        : Optional.of(Effect.Outcomes.of(differences(system, baseline)));
  }

  private TestResult test(int system, int baseline, double[] draws) {
    return switch (test) {
      case RANDOMISATION -> randomised(system, baseline);
      case STUDENT_T -> StudentT.test(differences(system, baseline));
      case WILCOXON -> Wilcoxon.test(differences(system, baseline));
      case MCNEMAR -> McNemar.test(differences(system, baseline));
      case BOOTSTRAP -> Bootstrap.test(scored(system).value(), scored(baseline).value(), draws);
    };
  }

  private TestResult randomised(int system, int baseline) {
    Randomisation randomisation =
        new Randomisation(
            new Differences(unitSums[system], unitSums[baseline]), estimates.getFirst().size());
    return randomisation.isExact()
        ? randomisation.exact()
        : randomisation.sampled(flipped[system], flipped[baseline]);
  }

  private boolean isPlainMean() {
    return !perItem.isEmpty() && units.isSingle();
  }

  private Differences differences(int system, int baseline) {
    return new Differences(perItem.get(system), perItem.get(baseline));
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    Arrays.setAll(difference, i -> a[i] - b[i]);
    return difference;
  }
}
