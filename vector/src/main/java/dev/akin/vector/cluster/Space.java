package dev.akin.vector.cluster;

import dev.akin.vector.Matrix;
import dev.akin.vector.transform.Transform;

/**
 * Where clusters are looked for: around the mean of the rows, where products in float32 lose least
 * of the distances, or on the unit sphere.
 */
record Space(Transform into, boolean isSphere) {
  static Space around(Matrix rows) {
    return new Space(Transform.centre(rows), false);
  }

  static Space sphere(int dimension) {
    return new Space(Transform.unitLength(dimension), true);
  }

  /**
   * The rows in this space, in a new matrix that the caller closes.
   *
   * @throws IllegalArgumentException if a cell is not finite, or a row of zeros has no place on the
   *     sphere (names it)
   */
  Matrix enter(Matrix rows) {
    rows.requireFinite();
    Matrix images = into.apply(rows);
    for (int i = 0; isSphere && i < images.rows(); i++) {
      if (Points.square(images.copyRow(i)) == 0) {
        images.close();
        throw new IllegalArgumentException(
            "row %d is all zeros: it has no direction to cluster by".formatted(i));
      }
    }
    return images;
  }

  /** A point of this space among the rows that came in. */
  float[] leave(float[] point) {
    if (isSphere) {
      return point.clone();
    }
    float[] origin = into.apply(new float[point.length]);
    float[] left = new float[point.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = point[i] - origin[i];
    }
    return left;
  }
}
