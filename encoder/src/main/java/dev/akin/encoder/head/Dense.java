package dev.akin.encoder.head;

import java.security.MessageDigest;

/** A dense layer: f(Wx + b), plus x or Rx when it has a residual. Keeps its weights on the heap. */
public final class Dense implements RowLayer {
  private final Linear linear;
  private final Activation activation;
  private final Residual residual;

  /** What is added to the output of a dense layer. */
  public sealed interface Residual {
    /** Nothing. */
    record None() implements Residual {}

    /** The input itself. */
    record Input() implements Residual {}

    /** The input through a map of its own. */
    record Projected(Linear map) implements Residual {}
  }

  /** Wx + b: W row-major [outputs × inputs], b [outputs]. Takes the arrays over. */
  public static final class Linear {
    private final float[] weight;
    private final float[] bias;
    private final int inputs;

    public Linear(float[] weight, float[] bias, int inputs) {
      if (inputs < 1 || bias.length < 1 || weight.length != (long) bias.length * inputs) {
        throw new IllegalArgumentException(
            "a map to %d cells from %d needs %d weights, got %d"
                .formatted(bias.length, inputs, (long) bias.length * inputs, weight.length));
      }
      this.weight = weight;
      this.bias = bias;
      this.inputs = inputs;
    }

    int outputs() {
      return bias.length;
    }

    /** out += Wx + b; the products of a cell are summed in double. */
    void addTo(float[] out, float[] x) {
      for (int o = 0; o < bias.length; o++) {
        double sum = bias[o];
        int start = o * inputs;
        for (int i = 0; i < inputs; i++) {
          sum += (double) weight[start + i] * x[i];
        }
        out[o] += (float) sum;
      }
    }

    private void addTo(MessageDigest digest) {
      Digests.add(digest, weight);
      Digests.add(digest, bias);
    }
  }

  /**
   * A layer of these parts.
   *
   * @throws IllegalArgumentException if the residual does not fit the linear map
   */
  public Dense(Linear linear, Activation activation, Residual residual) {
    boolean fits =
        switch (residual) {
          case Residual.None _ -> true;
          case Residual.Input _ -> linear.inputs == linear.outputs();
          case Residual.Projected(var map) ->
              map.inputs == linear.inputs && map.outputs() == linear.outputs();
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "the residual does not fit a dense layer from %d to %d cells"
              .formatted(linear.inputs, linear.outputs()));
    }
    this.linear = linear;
    this.activation = activation;
    this.residual = residual;
  }

  @Override
  public int outputDimension(int inputDimension) {
    if (inputDimension != linear.inputs) {
      throw new IllegalArgumentException(
          "a dense layer for rows of %d cells got rows of %d"
              .formatted(linear.inputs, inputDimension));
    }
    return linear.outputs();
  }

  @Override
  public float[] apply(float[] row) {
    float[] out = new float[linear.outputs()];
    linear.addTo(out, row);
    for (int i = 0; i < out.length; i++) {
      out[i] = activation.apply(out[i]);
    }
    switch (residual) {
      case Residual.None _ -> {}
      case Residual.Input _ -> {
        for (int i = 0; i < out.length; i++) {
          out[i] += row[i];
        }
      }
      case Residual.Projected(var map) -> map.addTo(out, row);
    }
    return out;
  }

  @Override
  public void addTo(MessageDigest digest) {
    Digests.add(digest, toString());
    linear.addTo(digest);
    if (residual instanceof Residual.Projected(var map)) {
      map.addTo(digest);
    }
  }

  @Override
  public String toString() {
    String added =
        switch (residual) {
          case Residual.None _ -> "";
          case Residual.Input _ -> ", plus its input";
          case Residual.Projected _ -> ", plus its projected input";
        };
    return "Dense[%d → %d, %s%s]".formatted(linear.inputs, linear.outputs(), activation, added);
  }
}
