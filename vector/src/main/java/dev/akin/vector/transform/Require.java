package dev.akin.vector.transform;

/** What every transform refuses. */
final class Require {
  private Require() {}

  /** Rows of another length than the transform takes. */
  static void length(Transform transform, int length) {
    if (length != transform.inputDimension()) {
      throw new IllegalArgumentException(
          "rows of %d cells for a transform of %d: %s"
              .formatted(length, transform.inputDimension(), transform));
    }
  }

  /** What is not a number or infinite, naming the place. */
  static void finite(String what, float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException("%s, cell %d is %s".formatted(what, i, values[i]));
      }
    }
  }
}
