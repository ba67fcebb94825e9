package dev.akin.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Estimates one below the other, each a dot on a line from the lower to the upper end of its
 * interval.
 *
 * @param axis what is estimated
 * @param rows from top to bottom, at least one
 * @param reference a value that the estimates are held against, drawn as a line across; 0 for
 *     differences
 */
public record IntervalPlot(Axis axis, List<Row> rows, OptionalDouble reference) implements Chart {
  public IntervalPlot {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(axis.label() + ": a plot needs at least one estimate");
    }
    for (Row row : rows) {
      axis.require(row.label(), row.value());
      axis.require(row.label(), row.low());
      axis.require(row.label(), row.high());
      if (row.low() > row.high()) {
        throw new IllegalArgumentException(
            "%s: the interval of '%s' is [%s, %s]"
                .formatted(axis.label(), row.label(), row.low(), row.high()));
      }
    }
    if (reference.isPresent()) {
      axis.require("reference", reference.getAsDouble());
    }
  }

  /**
   * One estimate.
   *
   * @param detail printed at the right end: the value as people read it
   */
  public record Row(String label, double value, double low, double high, String detail) {}

  /** Estimates without a reference. */
  public static IntervalPlot of(Axis axis, List<Row> rows) {
    return new IntervalPlot(axis, rows, OptionalDouble.empty());
  }

  /** The same with a reference line. */
  public IntervalPlot withReference(double value) {
    return new IntervalPlot(axis, rows, OptionalDouble.of(value));
  }

  double[] extent() {
    List<Double> values = new ArrayList<>();
    rows.forEach(row -> values.addAll(List.of(row.value(), row.low(), row.high())));
    reference.ifPresent(values::add);
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
