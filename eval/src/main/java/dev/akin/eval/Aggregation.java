package dev.akin.eval;

/** How the values of single queries become the value of a run. */
public enum Aggregation {
  /** The arithmetic mean. */
  MEAN,

  /** The geometric mean, a value below 0.00001 counting as 0.00001 so that none can make it 0. */
  GEOMETRIC_MEAN,

  /** The sum, of counts. */
  SUM;

  private static final double SMALLEST = 1e-5;

  /** One value of many, added up from left to right; 0 of none. */
  double of(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += this == GEOMETRIC_MEAN ? Math.log(Math.max(value, SMALLEST)) : value;
    }
    if (values.length == 0) {
      return 0;
    }
    return switch (this) {
      case MEAN -> sum / values.length;
      case GEOMETRIC_MEAN -> Math.exp(sum / values.length);
      case SUM -> sum;
    };
  }
}
