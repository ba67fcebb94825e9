package dev.akin.study.page;

/**
 * One axis of a chart.
 *
 * @param label what is measured, with its unit
 * @param isLogarithmic equal ratios are equal lengths; takes values above 0
 */
public record Axis(String label, boolean isLogarithmic) {
  /** Equal differences are equal lengths. */
  public static Axis linear(String label) {
    return new Axis(label, false);
  }

  /** Equal ratios are equal lengths. */
  public static Axis logarithmic(String label) {
    return new Axis(label, true);
  }

  void require(String what, double value) {
    if (!Double.isFinite(value) || (isLogarithmic && value <= 0)) {
      throw new IllegalArgumentException(
          "%s: %s of '%s' has no place on %s axis"
              .formatted(label, value, what, isLogarithmic ? "a logarithmic" : "an"));
    }
  }
}
