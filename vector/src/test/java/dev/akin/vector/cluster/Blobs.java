package dev.akin.vector.cluster;

import dev.akin.vector.Matrix;
import dev.akin.vector.SharedData;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** 600 rows of 8 cells in six clouds that overlap; the clouds are their classes. */
final class Blobs {
  static final int ROWS = 600;
  static final int CLASSES = 6;
  private static final int DIMENSION = 8;

  private Blobs() {}

  static Matrix rows() {
    var numbers = new SharedData(99);
    double[][] centres = new double[CLASSES][DIMENSION];
    for (double[] centre : centres) {
      for (int j = 0; j < DIMENSION; j++) {
        centre[j] = numbers.next() * 1.5;
      }
    }
    Matrix rows = Matrix.allocate(ROWS, DIMENSION);
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < DIMENSION; j++) {
        rows.set(i, j, (float) (centres[i % CLASSES][j] + numbers.next() + numbers.next()));
      }
    }
    return rows;
  }

  /** The v-measure of clusters against the clouds, from entropies counted here. */
  static double vMeasure(int[] clusters) {
    double ofClasses = entropy(i -> i % CLASSES);
    double ofClusters = entropy(i -> clusters[i]);
    double ofBoth = entropy(i -> clusters[i] * CLASSES + i % CLASSES);
    return 2 * (ofClasses + ofClusters - ofBoth) / (ofClasses + ofClusters);
  }

  private static double entropy(java.util.function.IntUnaryOperator label) {
    Map<Integer, Integer> counts = new HashMap<>();
    IntStream.range(0, ROWS).map(label).forEach(each -> counts.merge(each, 1, Integer::sum));
    return counts.values().stream()
        .mapToDouble(count -> -(double) count / ROWS * Math.log((double) count / ROWS))
        .sum();
  }
}
