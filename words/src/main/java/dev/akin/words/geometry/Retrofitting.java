package dev.akin.words.geometry;

import dev.akin.vector.Matrix;
import dev.akin.words.WordVectors;

/**
 * Pulls words that a lexicon connects together and keeps each near its own vector (Faruqui et al.
 * 2015): minimises Σ α‖qᵢ − q̂ᵢ‖² + Σ β‖qᵢ − qⱼ‖² with β = 1 / degree, by qᵢ = (αq̂ᵢ + mean of its
 * neighbours) / (α + 1), row after row.
 *
 * <p>Vectors are brought to length 1 first, so that long ones do not decide. Words without a link
 * only become as long as the others. Where links go one way, so does the pull.
 *
 * @param rounds over all words; ten in the paper
 * @param alpha weight of a word's own vector; 1 in the paper
 */
public record Retrofitting(int rounds, double alpha) {
  public Retrofitting {
    if (rounds < 1 || !(alpha > 0)) {
      throw new IllegalArgumentException(
          "rounds are 1 or more and the weight of the own vector is more than 0, got %d and %s"
              .formatted(rounds, alpha));
    }
  }

  /**
   * What was made; the caller closes the rows.
   *
   * @param rows [words × dimension]
   * @param moved words with a neighbour
   * @param links how many pairs of rows pull
   */
  public record Fitted(Matrix rows, int moved, long links) implements AutoCloseable {
    @Override
    public void close() {
      rows.close();
    }
  }

  /**
   * Fits a table to a lexicon. O(rounds · links · dimension).
   *
   * @throws IllegalArgumentException if no two words of the lexicon have vectors
   */
  public Fitted fit(WordVectors vectors, Lexicon lexicon) {
    int[][] neighbours = lexicon.neighbours(vectors);
    int moved = 0;
    long links = 0;
    for (int[] row : neighbours) {
      moved += row.length > 0 ? 1 : 0;
      links += row.length;
    }
    if (links == 0) {
      throw new IllegalArgumentException(
          "no two connected words of the lexicon are among the %,d words"
              .formatted(vectors.size()));
    }
    Matrix own = vectors.unitRows(vectors.size());
    Matrix rows = Matrix.allocate(own.rows(), own.dimension());
    for (int i = 0; i < own.rows(); i++) {
      rows.setRow(i, own.copyRow(i));
    }
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < neighbours.length; i++) {
        if (neighbours[i].length > 0) {
          rows.setRow(i, pulled(own.copyRow(i), rows, neighbours[i]));
        }
      }
    }
    return new Fitted(rows, moved, links);
  }

  private float[] pulled(float[] own, Matrix rows, int[] neighbours) {
    double[] sum = new double[own.length];
    for (int neighbour : neighbours) {
      float[] row = rows.copyRow(neighbour);
      for (int c = 0; c < sum.length; c++) {
        sum[c] += row[c];
      }
    }
    float[] pulled = new float[own.length];
    for (int c = 0; c < pulled.length; c++) {
      pulled[c] = (float) ((alpha * own[c] + sum[c] / neighbours.length) / (alpha + 1));
    }
    return pulled;
  }
}
