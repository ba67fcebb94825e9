package dev.akin.vector;

import java.lang.foreign.MemorySegment;

/** The specification: products and sums in double, left to right, rounded once at the end. */
final class ScalarFloatKernels implements FloatKernels {
  @Override
  public float dot(float[] query, MemorySegment cells, long offset) {
    return (float) doubleDot(query, cells, offset);
  }

  @Override
  public long dotAndSquare(float[] query, MemorySegment cells, long offset) {
    return TwoSums.of(dot(query, cells, offset), square(query.length, cells, offset));
  }

  @Override
  public void dotFour(float[][] queries, MemorySegment cells, long offset, float[] out) {
    for (int i = 0; i < 4; i++) {
      out[i] = dot(queries[i], cells, offset);
    }
  }

  @Override
  public float square(int dimension, MemorySegment cells, long offset) {
    return (float) doubleSquare(dimension, cells, offset);
  }

  @Override
  public float squaredDistance(float[] query, MemorySegment cells, long offset) {
    return (float) doubleSquaredDistance(query, cells, offset);
  }

  @Override
  public int signDifferences(float[] query, MemorySegment cells, long offset) {
    return differingSigns(query, cells, offset);
  }

  /** Σ aᵢbᵢ before it is rounded: nothing that float32 holds overflows or vanishes here. */
  static double doubleDot(float[] query, MemorySegment cells, long offset) {
    double sum = 0;
    for (int i = 0; i < query.length; i++) {
      sum += (double) query[i] * cell(cells, offset, i);
    }
    return sum;
  }

  /** Σ aᵢ² of a query. */
  static double doubleSquare(float[] query) {
    double sum = 0;
    for (float value : query) {
      sum += (double) value * value;
    }
    return sum;
  }

  /** Σ bᵢ² before it is rounded. */
  static double doubleSquare(int dimension, MemorySegment cells, long offset) {
    double sum = 0;
    for (int i = 0; i < dimension; i++) {
      double value = cell(cells, offset, i);
      sum += value * value;
    }
    return sum;
  }

  /** Σ (aᵢ − bᵢ)² before it is rounded. */
  static double doubleSquaredDistance(float[] query, MemorySegment cells, long offset) {
    double sum = 0;
    for (int i = 0; i < query.length; i++) {
      double difference = (double) query[i] - cell(cells, offset, i);
      sum += difference * difference;
    }
    return sum;
  }

  static int differingSigns(float[] query, MemorySegment cells, long offset) {
    int count = 0;
    for (int i = 0; i < query.length; i++) {
      count += query[i] > 0 != cell(cells, offset, i) > 0 ? 1 : 0;
    }
    return count;
  }

  private static float cell(MemorySegment cells, long offset, int i) {
    return cells.get(Matrix.CELL, offset + (long) i * Float.BYTES);
  }
}
