package dev.akin.words.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Spearman's rank correlation, equal values having the mean of their ranks. */
final class RankCorrelation {
  private RankCorrelation() {}

  /**
   * Pearson's correlation of the ranks (Spearman 1904), in [−1, 1]. O(n log n).
   *
   * @return empty if there are fewer than two pairs, or one side has one value only
   */
  static OptionalDouble spearman(List<Double> a, List<Double> b) {
    double[] x = ranks(a);
    double[] y = ranks(b);
    double middle = (x.length + 1) / 2.0;
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - middle) * (y[i] - middle);
      xx += (x[i] - middle) * (x[i] - middle);
      yy += (y[i] - middle) * (y[i] - middle);
    }
    return xx == 0 || yy == 0 ? OptionalDouble.empty() : OptionalDouble.of(xy / Math.sqrt(xx * yy));
  }

  private static double[] ranks(List<Double> values) {
    int[] order =
        IntStream.range(0, values.size())
            .boxed()
            .sorted(Comparator.comparingDouble(values::get))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[order.length];
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && values.get(order[to]).equals(values.get(order[from]))) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + 1 + to) / 2.0;
      }
      from = to;
    }
    return ranks;
  }
}
