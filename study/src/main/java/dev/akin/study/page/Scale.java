package dev.akin.study.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the values of an axis stand, in pixels.
 *
 * @param low the value at the start
 * @param high the value at the end, above low
 * @param start in pixels
 * @param end in pixels; below the start for an axis that goes up
 */
record Scale(Axis axis, double low, double high, double start, double end) {
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};

  /** How near ticks may stand, in pixels. */
  private static final double TICK_DISTANCE = 64;

  /** Room beyond the outermost values, as a share of their range. */
  private static final double MARGIN = 0.06;

  /** A value that is marked on the axis. */
  record Tick(double value, String text) {}

  /** A scale that holds these values and some room around them. */
  static Scale around(Axis axis, double[] values, double start, double end) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      double placed = axis.isLogarithmic() ? Math.log10(value) : value;
      low = Math.min(low, placed);
      high = Math.max(high, placed);
    }
    double range = high - low;
    if (range <= Math.max(Math.abs(low), Math.abs(high)) * 1e-9) {
      // One value alone stands in the middle.
      range = axis.isLogarithmic() || high == 0 ? 1 : Math.abs(high) * 0.2;
    }
    low -= range * MARGIN;
    high += range * MARGIN;
    return axis.isLogarithmic()
        ? new Scale(axis, Math.pow(10, low), Math.pow(10, high), start, end)
        : new Scale(axis, low, high, start, end);
  }

  /** Where a value stands. */
  double at(double value) {
    double share =
        axis.isLogarithmic()
            ? (Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))
            : (value - low) / (high - low);
    return start + share * (end - start);
  }

  /** Round values, as many as there is room for. */
  List<Tick> ticks() {
    int room = Math.max(2, (int) (Math.abs(end - start) / TICK_DISTANCE));
    if (axis.isLogarithmic()) {
      List<Tick> decades = logarithmic(room);
      if (decades.size() >= 2) {
        return decades;
      }
    }
    return linear(room);
  }

  private List<Tick> linear(int room) {
    double raw = (high - low) / room;
    double decade = Math.pow(10, Math.floor(Math.log10(raw)));
    double step = decade;
    for (double factor : STEPS) {
      step = factor * decade;
      if (step >= raw * (1 - 1e-9)) {
        break;
      }
    }
    int places =
        Math.max(0, BigDecimal.valueOf(step).round(digits(2)).stripTrailingZeros().scale());
    List<Tick> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      double value = i * step;
      ticks.add(new Tick(value, text(value, places)));
    }
    return ticks;
  }

  private static java.math.MathContext digits(int digits) {
    return new java.math.MathContext(digits, RoundingMode.HALF_EVEN);
  }

  /** Powers of ten, with 2 and 5 times them where there is room. */
  private List<Tick> logarithmic(int room) {
    int first = (int) Math.floor(Math.log10(low));
    int last = (int) Math.ceil(Math.log10(high));
    double decades = Math.log10(high) - Math.log10(low);
    int[] factors = decades * 3 <= room ? new int[] {1, 2, 5} : new int[] {1};
    int every = (int) Math.max(1, Math.ceil(decades / room));
    List<Tick> ticks = new ArrayList<>();
    for (int power = first; power <= last; power++) {
      for (int factor : factors) {
        double value = factor * Math.pow(10, power);
        if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9) && power % every == 0) {
          ticks.add(new Tick(value, text(value, Math.max(0, -power))));
        }
      }
    }
    return ticks;
  }

  private static String text(double value, int places) {
    double size = Math.abs(value);
    if (size >= 1e9) {
      return shortened(value / 1e9, "G");
    }
    if (size >= 1e6) {
      return shortened(value / 1e6, "M");
    }
    if (size >= 1e4) {
      return shortened(value / 1e3, "k");
    }
    String text = String.format(Locale.ROOT, "%." + places + "f", value + 0.0);
    return text.replace('-', '−');
  }

  private static String shortened(double value, String unit) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(digits(4)).stripTrailingZeros();
    return rounded.toPlainString().replace('-', '−') + " " + unit;
  }
}
