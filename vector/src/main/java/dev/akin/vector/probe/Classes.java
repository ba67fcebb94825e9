package dev.akin.vector.probe;

import dev.akin.vector.Matrix;
import java.util.Arrays;

/**
 * The classes that labels name, and the place of each item's class among them.
 *
 * @param labels the distinct labels, rising
 * @param places item to place
 */
@SuppressWarnings("ArrayRecordComponent") // made here, read in this package, compared nowhere
record Classes(int[] labels, int[] places) {
  static Classes of(int[] labels) {
    int[] distinct = Arrays.stream(labels).sorted().distinct().toArray();
    int[] places =
        Arrays.stream(labels).map(label -> Arrays.binarySearch(distinct, label)).toArray();
    return new Classes(distinct, places);
  }

  int size() {
    return labels.length;
  }

  /** Refuses labels that are not one for each row. */
  static void requireOneForEach(Matrix rows, int labels) {
    if (rows.rows() != labels || labels == 0) {
      throw new IllegalArgumentException(
          "%d labels for %d rows: one for each is needed, and at least one row"
              .formatted(labels, rows.rows()));
    }
  }

  static void requireDimension(Matrix rows, int dimension) {
    if (rows.dimension() != dimension) {
      throw new IllegalArgumentException(
          "rows of %d cells: learned on rows of %d".formatted(rows.dimension(), dimension));
    }
  }

  /** The place of the largest value, the first of equals. */
  static int largest(double[] values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      largest = values[i] > values[largest] ? i : largest;
    }
    return largest;
  }
}
