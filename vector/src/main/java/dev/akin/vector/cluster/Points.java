package dev.akin.vector.cluster;

import dev.akin.vector.BatchScorer;
import dev.akin.vector.Matrix;
import dev.akin.vector.SharedWork;
import dev.akin.vector.Similarity;
import java.util.Arrays;

/**
 * Rows whose squared distances to a few points are asked for again and again, from ‖x‖² − 2x·p +
 * ‖p‖², the products in float32 by the fast kernels. Borrows the rows; safe for many threads.
 *
 * @param squares ‖x‖² of each row
 */
@SuppressWarnings("ArrayRecordComponent") // made here, read in this package, compared nowhere
record Points(Matrix rows, double[] squares, int threads) {
  /** Rows scored together: their scores stay in the first-level cache. */
  private static final int BLOCK = 256;

  /** Products of longer rows leave float32. */
  private static final double MAX_SQUARE = 1e30;

  /** Below this share of ‖x‖² + ‖p‖² a distance is the rounding of its products: the same point. */
  private static final double INDISTINCT = 1e-6;

  /** The nearest of some points, and the squared distance to it, for each row. */
  record Nearest(int[] points, double[] distances) {}

  /**
   * Takes rows in.
   *
   * @param rows finite
   * @throws IllegalArgumentException if a row is too long (names it)
   */
  static Points of(Matrix rows, int threads) {
    double[] squares = new double[rows.rows()];
    SharedWork.run(
        SharedWork.pieces(rows.rows(), BLOCK),
        threads,
        () ->
            block -> {
              for (int i = block * BLOCK; i < Math.min(rows.rows(), (block + 1) * BLOCK); i++) {
                squares[i] = square(rows.copyRow(i));
              }
            });
    for (int i = 0; i < squares.length; i++) {
      if (squares[i] > MAX_SQUARE) {
        throw new IllegalArgumentException(
            "row %d has the length %s: it must be at most 1e15"
                .formatted(i, Math.sqrt(squares[i])));
      }
    }
    return new Points(rows, squares, threads);
  }

  static double square(float[] point) {
    double sum = 0;
    for (float cell : point) {
      sum += (double) cell * cell;
    }
    return sum;
  }

  int size() {
    return rows.rows();
  }

  /** The squared distance of every row to every one of some points: [points × rows]. */
  double[][] distances(float[][] points) {
    double[][] distances = new double[points.length][size()];
    double[] norms = Arrays.stream(points).mapToDouble(Points::square).toArray();
    scan(
        points,
        (point, first, count, products) -> {
          for (int i = 0; i < count; i++) {
            distances[point][first + i] =
                distance(squares[first + i], norms[point], norms[point] - 2.0 * products[i]);
          }
        });
    return distances;
  }

  /** The nearest of some points for every row; of equally near ones the first. */
  Nearest nearest(float[][] points) {
    int[] nearest = new int[size()];
    double[] least = new double[size()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    double[] norms = Arrays.stream(points).mapToDouble(Points::square).toArray();
    scan(
        points,
        (point, first, count, products) -> {
          double norm = norms[point];
          for (int i = 0; i < count; i++) {
            double above = norm - 2.0 * products[i];
            if (above < least[first + i]) {
              least[first + i] = above;
              nearest[first + i] = point;
            }
          }
        });
    for (int i = 0; i < least.length; i++) {
      least[i] = distance(squares[i], norms[nearest[i]], least[i]);
    }
    return new Nearest(nearest, least);
  }

  /** From ‖x‖², ‖p‖² and ‖p‖² − 2x·p. */
  private static double distance(double square, double norm, double above) {
    double distance = square + above;
    return distance > INDISTINCT * (square + norm) ? distance : 0;
  }

  private interface Visitor {
    void visit(int point, int first, int count, float[] products);
  }

  private void scan(float[][] points, Visitor visitor) {
    SharedWork.run(
        SharedWork.pieces(size(), BLOCK),
        threads,
        () -> {
          BatchScorer scorer = BatchScorer.of(rows, points, Similarity.DOT, BLOCK);
          return block -> {
            int first = block * BLOCK;
            int count = Math.min(BLOCK, size() - first);
            scorer.scoreRange(
                first, count, (point, products) -> visitor.visit(point, first, count, products));
          };
        });
  }
}
