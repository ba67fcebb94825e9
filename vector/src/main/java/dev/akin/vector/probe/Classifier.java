package dev.akin.vector.probe;

import dev.akin.vector.Matrix;
import java.util.Arrays;

/** Says which label a row has. Safe for many threads. */
public sealed interface Classifier permits LogisticRegression, NearestNeighbours {
  /** The labels it knows, rising. */
  int[] labels();

  /**
   * How likely each label is: [rows × labels], each row sums to 1.
   *
   * @throws IllegalArgumentException if the rows have another dimension than those it learned on,
   *     or a cell is not finite (names it)
   */
  double[][] probabilities(Matrix rows);

  /** The likeliest label of each row, the lowest of equally likely ones. */
  default int[] predict(Matrix rows) {
    int[] labels = labels();
    return Arrays.stream(probabilities(rows))
        .mapToInt(probabilities -> labels[Classes.largest(probabilities)])
        .toArray();
  }
}
