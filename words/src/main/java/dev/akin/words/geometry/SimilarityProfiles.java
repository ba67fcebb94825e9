package dev.akin.words.geometry;

import dev.akin.vector.Matrix;
import dev.akin.vector.transform.Alignment;
import dev.akin.vector.transform.PrincipalAxes;
import dev.akin.vector.transform.Transform;
import java.util.Arrays;

/**
 * Words described without their language: by how alike they are to the others, in falling order
 * (Artetxe, Labaka and Agirre 2018, section 3.2). Where spaces have about the same shape, a word
 * and its translation have about the same profile.
 */
final class SimilarityProfiles {
  private SimilarityProfiles() {}

  /**
   * The sorted rows of √(XXᵀ), normalised; the root takes off what long axes have too much.
   *
   * @param rows normalised ({@link Alignment#normalisation}); O(rows² · dimension)
   * @return [rows × rows], to be closed by the caller
   */
  static Matrix of(Matrix rows) {
    try (Matrix sorted = sortedRoot(rows)) {
      return Alignment.normalisation(sorted).apply(sorted);
    }
  }

  /** The rows of √(XXᵀ), each with its cells falling. */
  static Matrix sortedRoot(Matrix rows) {
    Matrix sorted = Matrix.allocate(rows.rows(), rows.rows());
    try (Matrix rooted = rooted(rows)) {
      float[][] all = new float[rooted.rows()][];
      for (int i = 0; i < all.length; i++) {
        all[i] = rooted.copyRow(i);
      }
      for (int i = 0; i < all.length; i++) {
        float[] row = new float[all.length];
        for (int j = 0; j < all.length; j++) {
          row[j] = dot(all[i], all[j]);
        }
        Arrays.sort(row);
        for (int j = 0; j < row.length; j++) {
          sorted.set(i, j, row[row.length - 1 - j]);
        }
      }
      return sorted;
    } catch (RuntimeException | Error e) {
      sorted.close();
      throw e;
    }
  }

  /**
   * Y of √(XXᵀ) = YYᵀ: the coordinates along the axes of XᵀX, divided by the root of their length.
   */
  private static Matrix rooted(Matrix rows) {
    PrincipalAxes axes = PrincipalAxes.aroundOrigin(rows);
    Transform along = axes.pca(axes.rank());
    double[] variances = axes.variances();
    Matrix rooted = along.apply(rows);
    for (int i = 0; i < rooted.rows(); i++) {
      float[] row = rooted.copyRow(i);
      for (int c = 0; c < row.length; c++) {
        row[c] *= (float) Math.pow(variances[c] * rows.rows(), -0.25);
      }
      rooted.setRow(i, row);
    }
    return rooted;
  }

  private static float dot(float[] a, float[] b) {
    float sum = 0;
    for (int c = 0; c < a.length; c++) {
      sum += a[c] * b[c];
    }
    return sum;
  }
}
