package dev.akin.encoder;

/** Bringing a row to length 1. */
final class UnitRow {
  /** What the norm is raised to where it is smaller, so that a zero row stays zero. */
  private static final double LEAST_NORM = 1e-12;

  private UnitRow() {}

  /** x / max(‖x‖₂, 1e-12), in place; the norm is summed in double. */
  static void normalize(float[] values, int from, int length) {
    double squares = 0;
    for (int i = from; i < from + length; i++) {
      squares += (double) values[i] * values[i];
    }
    float scale = (float) (1 / Math.max(Math.sqrt(squares), LEAST_NORM));
    for (int i = from; i < from + length; i++) {
      values[i] *= scale;
    }
  }
}
