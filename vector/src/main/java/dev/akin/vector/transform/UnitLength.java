package dev.akin.vector.transform;

/** x / ‖x‖. */
record UnitLength(int dimension) implements Transform {
  UnitLength {
    if (dimension < 1) {
      throw new IllegalArgumentException("no rows have %d cells".formatted(dimension));
    }
  }

  @Override
  public int inputDimension() {
    return dimension;
  }

  @Override
  public int outputDimension() {
    return dimension;
  }

  @Override
  public float[] apply(float[] row) {
    Require.length(this, row.length);
    double square = 0;
    for (float value : row) {
      square += (double) value * value;
    }
    double norm = square == 0 ? 1 : Math.sqrt(square);
    float[] image = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      image[i] = (float) (row[i] / norm);
    }
    return image;
  }

  @Override
  public String toString() {
    return "unit length of " + dimension;
  }
}
