package dev.akin.vector.transform;

import java.util.Arrays;

/** x − c. */
final class Shift implements Transform {
  private final float[] centre;
  private final Fit fit;

  Shift(float[] centre, Fit fit) {
    Require.finite("centre", centre);
    this.centre = centre.clone();
    this.fit = fit;
  }

  /** Not a copy: for reading. */
  float[] centre() {
    return centre;
  }

  Fit fit() {
    return fit;
  }

  @Override
  public int inputDimension() {
    return centre.length;
  }

  @Override
  public int outputDimension() {
    return centre.length;
  }

  @Override
  public float[] apply(float[] row) {
    Require.length(this, row.length);
    float[] image = new float[centre.length];
    for (int i = 0; i < image.length; i++) {
      image[i] = row[i] - centre[i];
    }
    return image;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shift that
        && Arrays.equals(centre, that.centre)
        && fit.equals(that.fit);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(centre);
  }

  @Override
  public String toString() {
    return "shift of %d, %s".formatted(centre.length, fit);
  }
}
