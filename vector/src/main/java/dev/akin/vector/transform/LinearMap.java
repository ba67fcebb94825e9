package dev.akin.vector.transform;

import java.io.IOException;

/**
 * A matrix A that is only multiplied with: sparse, or on a disk. Each product reads it once.
 *
 * <p>Vectors are given side by side, as rows of an array [columns or rows of A × vectors].
 */
public interface LinearMap {
  /** Rows of A. */
  int rows();

  /** Columns of A. */
  int columns();

  /**
   * Y += AX.
   *
   * @param x [columns × vectors]
   * @param y [rows × vectors]
   */
  void addProduct(double[][] x, double[][] y) throws IOException;

  /**
   * X += AᵀY.
   *
   * @param y [rows × vectors]
   * @param x [columns × vectors]
   */
  void addTransposedProduct(double[][] y, double[][] x) throws IOException;
}
