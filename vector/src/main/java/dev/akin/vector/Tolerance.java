package dev.akin.vector;

/**
 * How far float32 kernels may be from the specification, which computes in double.
 *
 * <p>A sum in which every term meets at most m roundings to float32 has an error of at most γ(m) ·
 * Σ|aᵢbᵢ| with γ(m) = mu / (1 − mu) and u = 2⁻²⁴ (Higham 2002, section 3.1). In the vector kernels
 * a term of n meets one rounding in each fused multiply-add of its lane and one a halving of the
 * lanes. Subtracting before squaring adds three to that: one for the difference, which counts twice
 * when squared, and the rounding of the square is fused. The specification rounds once.
 */
final class Tolerance {
  private static final double UNIT = 0x1p-24;

  /** Roundings beside those of the multiply-adds, at most: lanes, result, difference. */
  private static final int FIXED_ROUNDINGS = 6 + 1 + 3;

  /** Lanes of the narrowest vectors that are used. */
  private static final int LANES = 4;

  private Tolerance() {}

  /**
   * Bound of |fast − exact| for a sum of products.
   *
   * @param magnitude Σ|aᵢbᵢ| over the {@code dimension} terms
   */
  static double ofSum(int dimension, double magnitude) {
    // Whole lanes, then at most the masked rest.
    double roundings = dimension / (double) LANES + 1 + FIXED_ROUNDINGS;
    double gamma = roundings * UNIT / (1 - roundings * UNIT);
    return gamma * magnitude + Float.MIN_NORMAL;
  }

  /**
   * Bound of |fast − exact| for a cosine: that of a·b relative to ‖a‖‖b‖, half that of ‖b‖², which
   * stands under a root, and the rounding of the result.
   *
   * @param relativeMagnitude Σ|aᵢbᵢ| / (‖a‖‖b‖), at most 1
   */
  static double ofCosine(int dimension, double relativeMagnitude) {
    return ofSum(dimension, relativeMagnitude) + ofSum(dimension, 1) + UNIT;
  }
}
