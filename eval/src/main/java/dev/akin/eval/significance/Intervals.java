package dev.akin.eval.significance;

import dev.akin.eval.statistic.Tail;
import java.util.Arrays;

/** Intervals from bootstrap draws. */
record Intervals(ComparisonOptions options) {
  private static final double ROUNDING = 0x1p-40;

  /**
   * The interval of a figure.
   *
   * @param value the figure on all items
   * @param drawn the figure on each draw; not changed
   * @param leftOut the figure without each unit, or group of units
   */
  Interval of(double value, double[] drawn, double[] leftOut) {
    double[] sorted = drawn.clone();
    Arrays.sort(sorted);
    double half = (1 - options.level()) / 2;
    double below = shareBelow(value, sorted);
    if (options.interval() == Interval.Method.PERCENTILE || below <= 0 || below >= 1) {
      return interval(sorted, half, 1 - half, Interval.Method.PERCENTILE);
    }
    double bias = -Tail.normalQuantile(below);
    double acceleration = acceleration(leftOut);
    double z = Tail.normalQuantile(half);
    return interval(
        sorted,
        corrected(bias, acceleration, -z),
        corrected(bias, acceleration, z),
        Interval.Method.BCA);
  }

  private Interval interval(double[] sorted, double low, double high, Interval.Method method) {
    return new Interval(
        quantile(sorted, low),
        quantile(sorted, high),
        options.level(),
        method,
        options.resampling());
  }

  /** Draws at the value itself, but for rounding, count half: a discrete figure has many. */
  private static double shareBelow(double value, double[] sorted) {
    double largest = Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
    double slack = largest * ROUNDING;
    double count = 0;
    for (double draw : sorted) {
      count += draw < value - slack ? 1 : draw <= value + slack ? 0.5 : 0;
    }
    return count / sorted.length;
  }

  /** Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))): Efron (1987), equation 3.9. */
  private static double corrected(double bias, double acceleration, double z) {
    double shifted = bias + z;
    return Tail.normal(-(bias + shifted / (1 - acceleration * shifted)));
  }

  /** a = Σd³ / (6 (Σd²)^1.5), d = mean − figure without unit i: Efron (1987), equation 6.6. */
  static double acceleration(double[] leftOut) {
    double[] defined = Arrays.stream(leftOut).filter(figure -> !Double.isNaN(figure)).toArray();
    double mean = Arrays.stream(defined).sum() / defined.length;
    double squares = 0;
    double cubes = 0;
    for (double figure : defined) {
      double d = mean - figure;
      squares += d * d;
      cubes += d * d * d;
    }
    return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
  }

  /** Between two draws linearly: type 7 of Hyndman and Fan (1996), as numpy and R do. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
