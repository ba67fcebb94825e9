package dev.akin.eval.regression;

import java.util.List;

/** Fifteen scores of three systems on two benchmarks, cells of unequal size. */
final class Scores {
  static final Factor MODEL =
      new Factor(
          "model",
          List.of(
              "m1", "m1", "m1", "m1", "m2", "m2", "m2", "m3", "m3", "m3", "m3", "m3", "m1", "m2",
              "m3"));

  static final Factor BENCHMARK =
      new Factor(
          "benchmark",
          List.of(
              "gen", "gen", "dom", "dom", "gen", "dom", "dom", "gen", "gen", "gen", "dom", "dom",
              "dom", "gen", "dom"));

  static final double[] Y = {
    .61, .66, .52, .49, .70, .58, .63, .55, .57, .52, .50, .44, .47, .73, .41
  };

  static final double[] COMPLEXITY = {
    3.1, 2.9, 4.0, 4.4, 2.5, 3.9, 3.7, 3.0, 3.3, 3.2, 4.1, 4.6, 4.2, 2.2, 4.9
  };

  static final double[] DOMAIN =
      BENCHMARK.levels().stream().mapToDouble(level -> level.equals("dom") ? 1 : 0).toArray();

  private Scores() {}
}
