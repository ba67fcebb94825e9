package dev.akin.encoder.head;

import java.security.MessageDigest;

/** (x − mean) / √(variance + 1e-5) · weight + bias (Ba, Kiros and Hinton 2016). */
public final class LayerNorm implements RowLayer {
  private static final double EPSILON = 1e-5;

  private final float[] weight;
  private final float[] bias;

  /** Takes the arrays over. */
  public LayerNorm(float[] weight, float[] bias) {
    if (weight.length == 0 || weight.length != bias.length) {
      throw new IllegalArgumentException(
          "a layer norm of %d weights and %d biases".formatted(weight.length, bias.length));
    }
    this.weight = weight;
    this.bias = bias;
  }

  @Override
  public int outputDimension(int inputDimension) {
    if (inputDimension != weight.length) {
      throw new IllegalArgumentException(
          "a layer norm for rows of %d cells got rows of %d"
              .formatted(weight.length, inputDimension));
    }
    return inputDimension;
  }

  @Override
  public float[] apply(float[] row) {
    double sum = 0;
    for (float x : row) {
      sum += x;
    }
    double mean = sum / row.length;
    double squares = 0;
    for (float x : row) {
      squares += (x - mean) * (x - mean);
    }
    double scale = 1 / Math.sqrt(squares / row.length + EPSILON);
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) ((row[i] - mean) * scale * weight[i] + bias[i]);
    }
    return row;
  }

  @Override
  public void addTo(MessageDigest digest) {
    Digests.add(digest, toString());
    Digests.add(digest, weight);
    Digests.add(digest, bias);
  }

  @Override
  public String toString() {
    return "LayerNorm[" + weight.length + "]";
  }
}
