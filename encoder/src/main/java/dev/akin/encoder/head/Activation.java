package dev.akin.encoder.head;

/** What a dense layer does to each value of its output. */
public enum Activation {
  IDENTITY,
  TANH,
  RELU,
  /** x · Φ(x), the exact form with the error function. */
  GELU,
  SIGMOID,
  /** x · sigmoid(x). */
  SILU;

  /** The value after the activation. */
  public float apply(float x) {
    return switch (this) {
      case IDENTITY -> x;
      case TANH -> (float) Math.tanh(x);
      case RELU -> Math.max(0, x);
      case GELU -> (float) (x * 0.5 * (1 + erf(x / Math.sqrt(2))));
      case SIGMOID -> (float) (1 / (1 + Math.exp(-x)));
      case SILU -> (float) (x / (1 + Math.exp(-x)));
    };
  }

  /** The error function within 1.5e-7 (Abramowitz and Stegun 1964, formula 7.1.26). */
  private static double erf(double x) {
    double t = 1 / (1 + 0.3275911 * Math.abs(x));
    double polynomial =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return Math.copySign(1 - polynomial * Math.exp(-x * x), x);
  }
}
