package dev.akin.vector.transform;

import java.util.Arrays;

/** W(x − c) + b, summed in double over the cells of x in rising order. */
final class Affine implements Transform {
  private final float[] centre;

  /** Wᵀ [input × output]: all sums of a row then grow side by side, which compiles to wide code. */
  private final float[] columns;

  private final float[] offset;
  private final Fit fit;

  private Affine(float[] centre, float[] columns, float[] offset, Fit fit) {
    this.centre = centre;
    this.columns = columns;
    this.offset = offset;
    this.fit = fit;
  }

  static Affine of(float[] centre, float[][] weights, float[] offset, Fit fit) {
    int input = centre.length;
    int output = offset.length;
    if (input == 0 || output == 0 || weights.length != output) {
      throw new IllegalArgumentException(
          "%d rows of weights for %d cells in and %d out".formatted(weights.length, input, output));
    }
    Require.finite("centre", centre);
    Require.finite("offset", offset);
    float[] columns = new float[Math.multiplyExact(input, output)];
    for (int o = 0; o < output; o++) {
      float[] row = weights[o];
      if (row.length != input) {
        throw new IllegalArgumentException(
            "row %d of the weights has %d cells, the input %d".formatted(o, row.length, input));
      }
      Require.finite("weights, row " + o, row);
      for (int i = 0; i < input; i++) {
        columns[i * output + o] = row[i];
      }
    }
    return new Affine(centre.clone(), columns, offset.clone(), fit);
  }

  /** Not a copy: for reading. */
  float[] centre() {
    return centre;
  }

  /** Not a copy: for reading. */
  float[] offset() {
    return offset;
  }

  float weight(int output, int input) {
    return columns[input * offset.length + output];
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
    return offset.length;
  }

  @Override
  public float[] apply(float[] row) {
    Require.length(this, row.length);
    double[] sums = new double[offset.length];
    for (int i = 0; i < row.length; i++) {
      addScaled(sums, (double) row[i] - centre[i], i * sums.length);
    }
    float[] image = new float[sums.length];
    for (int o = 0; o < image.length; o++) {
      image[o] = (float) (sums[o] + offset[o]);
    }
    return image;
  }

  private void addScaled(double[] sums, double value, int column) {
    for (int o = 0; o < sums.length; o++) {
      sums[o] += value * columns[column + o];
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Affine that
        && Arrays.equals(centre, that.centre)
        && Arrays.equals(columns, that.columns)
        && Arrays.equals(offset, that.offset)
        && fit.equals(that.fit);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(columns);
  }

  @Override
  public String toString() {
    return "map of %d to %d, %s".formatted(centre.length, offset.length, fit);
  }
}
