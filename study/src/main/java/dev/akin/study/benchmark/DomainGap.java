package dev.akin.study.benchmark;

import dev.akin.eval.pair.Correlation;
import dev.akin.eval.regression.Design;
import dev.akin.eval.regression.LinearModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How much less a general data set agrees with one of a domain than with another general one on the
 * order of systems, their complexities held equal.
 *
 * <p>A row is a pair of data sets, not both of a domain; its value is Spearman's ρ of the systems'
 * scores. It is explained by least squares: ρ = β₀ + β₁·(one is of a domain) + β₂·(their tasks are
 * of two types) + Σ βⱼ·|difference of complexity j|, the last in standard deviations over the sets.
 * Immutable.
 */
final class DomainGap {
  private static final String DOMAIN = "one set is of a domain";
  private static final String TYPE = "tasks of two types";

  /** As many exchanges of labels give their mean to a tenth of its spread over exchanges. */
  private static final int SHUFFLES = 10;

  /**
   * One data set.
   *
   * @param type the kind of its task
   * @param complexities the same measures in each set
   * @param scores one a system, the same systems in each set
   */
  record DataSet(
      String name, boolean isDomain, String type, List<Double> complexities, List<Double> scores) {
    DataSet {
      complexities = List.copyOf(complexities);
      scores = List.copyOf(scores);
    }
  }

  private final List<DataSet> sets;
  private final List<String> measures;

  /** [sets × sets] of Spearman's ρ. */
  private final double[][] agreements;

  /** [measures × sets], in standard deviations. */
  private final double[][] complexities;

  /**
   * Compares all pairs.
   *
   * @param measures names of the complexities
   */
  DomainGap(List<DataSet> sets, List<String> measures) {
    this.sets = List.copyOf(sets);
    this.measures = List.copyOf(measures);
    agreements = new double[sets.size()][sets.size()];
    for (int i = 0; i < sets.size(); i++) {
      for (int j = 0; j < sets.size(); j++) {
        agreements[i][j] = Correlation.of(scores(i), scores(j)).spearman();
      }
    }
    complexities = new double[measures.size()][];
    Arrays.setAll(complexities, this::standardised);
  }

  private double[] scores(int set) {
    return sets.get(set).scores().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double[] standardised(int measure) {
    double[] values = sets.stream().mapToDouble(set -> set.complexities().get(measure)).toArray();
    double deviation = HalvedGain.deviation(values);
    return Arrays.stream(values).map(value -> deviation == 0 ? 0 : value / deviation).toArray();
  }

  /** The data sets. */
  List<DataSet> sets() {
    return sets;
  }

  /** Spearman's ρ of the systems on two sets, by their places. */
  double agreement(int one, int other) {
    return agreements[one][other];
  }

  /**
   * −β₁ over these sets, drawn once or more often.
   *
   * @return NaN where they do not tell the columns apart
   */
  double loss(int[] items) {
    return loss(items, domains(), true);
  }

  /** −β₁ of a fit without complexities. */
  double lossWithoutComplexity(int[] items) {
    return loss(items, domains(), false);
  }

  /** −β₁ on average where the labels of domain are exchanged among the sets of a type. */
  double shuffledLoss(int[] items, long seed) {
    SplittableRandom random = new SplittableRandom(seed ^ Arrays.hashCode(items));
    return IntStream.range(0, SHUFFLES)
        .mapToDouble(_ -> loss(items, shuffled(random), true))
        .filter(loss -> !Double.isNaN(loss))
        .average()
        .orElse(Double.NaN);
  }

  private double loss(int[] items, boolean[] isDomain, boolean isControlled) {
    try {
      return -fit(items, isDomain, isControlled).requireCoefficient(DOMAIN).value();
    } catch (IllegalArgumentException e) {
      // A draw of few different sets can have too few pairs, or columns that are the same.
      return Double.NaN;
    }
  }

  /** The fit over all sets. */
  LinearModel fit() {
    return fit(IntStream.range(0, sets.size()).toArray(), domains(), true);
  }

  private LinearModel fit(int[] items, boolean[] isDomain, boolean isControlled) {
    List<int[]> pairs = new ArrayList<>();
    for (int a = 0; a < items.length; a++) {
      for (int b = 0; b < a; b++) {
        boolean areBoth = isDomain[items[a]] && isDomain[items[b]];
        if (items[a] != items[b] && !areBoth) {
          pairs.add(new int[] {items[a], items[b]});
        }
      }
    }
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("no two data sets to compare");
    }
    Design design =
        Design.of(pairs.size())
            .with(DOMAIN, column(pairs, (i, j) -> isDomain[i] != isDomain[j] ? 1 : 0))
            .with(TYPE, column(pairs, (i, j) -> areOfOneType(i, j) ? 0 : 1));
    for (int m = 0; isControlled && m < complexities.length; m++) {
      double[] measure = complexities[m];
      design =
          design.with(
              "difference of " + measures.get(m),
              column(pairs, (i, j) -> Math.abs(measure[i] - measure[j])));
    }
    return LinearModel.fit(design, column(pairs, this::agreement));
  }

  /** A number for a pair of sets. */
  @FunctionalInterface
  private interface PairValue {
    double of(int one, int other);
  }

  private static double[] column(List<int[]> pairs, PairValue value) {
    return pairs.stream().mapToDouble(pair -> value.of(pair[0], pair[1])).toArray();
  }

  /** Whether two sets have tasks of the same type. */
  boolean areOfOneType(int one, int other) {
    return sets.get(one).type().equals(sets.get(other).type());
  }

  private boolean[] domains() {
    boolean[] domains = new boolean[sets.size()];
    for (int i = 0; i < domains.length; i++) {
      domains[i] = sets.get(i).isDomain();
    }
    return domains;
  }

  /** The same labels for each type, on other sets of it. */
  private boolean[] shuffled(SplittableRandom random) {
    boolean[] domains = domains();
    for (int i = domains.length - 1; i > 0; i--) {
      int last = i;
      int[] ofType = IntStream.rangeClosed(0, i).filter(j -> areOfOneType(last, j)).toArray();
      int j = ofType[random.nextInt(ofType.length)];
      boolean moved = domains[i];
      domains[i] = domains[j];
      domains[j] = moved;
    }
    return domains;
  }
}
