package dev.akin.eval.suite;

import dev.akin.eval.statistic.Ranks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Sums a suite up. */
final class Standings {
  /** Means nearer than this differ by the order of their additions only. */
  private static final double GRAIN = 1e-12;

  private final ScoreMatrix matrix;
  private final CategoryMean categories;

  /** [systems × tasks], 1 the best; NaN where there is no score. */
  private final double[][] ranks;

  private final double[] points;

  /** Of the scores a system has, in grains; −∞ if it has none. */
  private final double[] means;

  Standings(ScoreMatrix matrix) {
    this.matrix = matrix;
    int systems = matrix.systems().size();
    categories = CategoryMean.of(matrix.tasks());
    ranks = new double[systems][matrix.tasks().size()];
    for (int task = 0; task < matrix.tasks().size(); task++) {
      rank(task);
    }
    points = new double[systems];
    means = new double[systems];
    for (int s = 0; s < systems; s++) {
      points[s] = Arrays.stream(present(ranks[s])).map(rank -> systems - rank).sum();
      means[s] = Math.rint(mean(matrix.row(s)).orElse(Double.NEGATIVE_INFINITY) / GRAIN);
    }
  }

  /** Fills a column of the ranks, among the systems that have a score. */
  private void rank(int task) {
    double[] column = matrix.column(task);
    int[] scored =
        IntStream.range(0, column.length).filter(s -> !Double.isNaN(column[s])).toArray();
    double[] ranked = Ranks.average(Arrays.stream(scored).mapToDouble(s -> -column[s]).toArray());
    for (double[] row : ranks) {
      row[task] = Double.NaN;
    }
    for (int i = 0; i < scored.length; i++) {
      ranks[scored[i]][task] = ranked[i];
    }
  }

  List<Standing> all() {
    List<Standing> all = new ArrayList<>();
    for (int s = 0; s < points.length; s++) {
      boolean complete = matrix.missing(s) == 0;
      double[] row = matrix.row(s);
      all.add(
          new Standing(
              matrix.systems().get(s),
              complete ? mean(row) : OptionalDouble.empty(),
              complete ? OptionalDouble.of(categories.of(row)) : OptionalDouble.empty(),
              new Standing.Borda(points[s], bordaRank(s)),
              mean(ranks[s]),
              matrix.missing(s)));
    }
    return all;
  }

  private int bordaRank(int system) {
    int better = 0;
    for (int other = 0; other < points.length; other++) {
      boolean tied = points[other] == points[system];
      better += points[other] > points[system] || (tied && means[other] > means[system]) ? 1 : 0;
    }
    return 1 + better;
  }

  private static OptionalDouble mean(double[] values) {
    return Arrays.stream(present(values)).average();
  }

  private static double[] present(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
  }
}
