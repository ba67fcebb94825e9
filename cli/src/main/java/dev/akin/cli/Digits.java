package dev.akin.cli;

import dev.akin.eval.Aggregation;
import dev.akin.eval.Metric;
import dev.akin.text.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The values of metrics as they are printed. */
final class Digits {
  private static final int PLACES = 4;

  private Digits() {}

  /**
   * Counts as whole numbers, everything else as C's {@code %6.4f}: the exact value of the double
   * rounded half to even. Java's own formatter rounds the shortest decimal half up, and so prints
   * 1/32 as 0.0313 where trec_eval has 0.0312.
   */
  static String of(Metric metric, double value) {
    int places = isCount(metric) ? 0 : PLACES;
    return new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
  }

  static Json json(Metric metric, double value) {
    return isCount(metric) ? Json.of((long) value) : Json.of(value);
  }

  private static boolean isCount(Metric metric) {
    return metric.aggregation() == Aggregation.SUM;
  }
}
