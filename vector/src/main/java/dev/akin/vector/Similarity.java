package dev.akin.vector;

import java.lang.foreign.MemorySegment;

/**
 * How close two rows a and b are; higher is closer, always.
 *
 * <p>On int8 rows the cells are taken as integers; on bits a set bit is +1 and a clear one −1.
 */
public enum Similarity {
  /** a·b / (‖a‖‖b‖), in [−1, 1]; 0 if either row is zero. */
  COSINE {
    @Override
    float exact(float[] a, MemorySegment cells, long offset) {
      double squares =
          ScalarFloatKernels.doubleSquare(a)
              * ScalarFloatKernels.doubleSquare(a.length, cells, offset);
      return squares == 0 ? 0 : cosine(ScalarFloatKernels.doubleDot(a, cells, offset), squares);
    }
  },
  /** a·b. */
  DOT {
    @Override
    float exact(float[] a, MemorySegment cells, long offset) {
      return (float) ScalarFloatKernels.doubleDot(a, cells, offset);
    }
  },
  /** 0 − ‖a − b‖: the negative distance, so that it rises with closeness. */
  EUCLIDEAN {
    @Override
    float exact(float[] a, MemorySegment cells, long offset) {
      return (float) (0 - Math.sqrt(ScalarFloatKernels.doubleSquaredDistance(a, cells, offset)));
    }
  },
  /**
   * Number of equal signs less the number of different ones, over the dimension: in [−1, 1]. A cell
   * is positive when it is above zero; zero counts as negative.
   */
  HAMMING {
    @Override
    float exact(float[] a, MemorySegment cells, long offset) {
      return hamming(ScalarFloatKernels.differingSigns(a, cells, offset), a.length);
    }
  };

  /**
   * The similarity of two rows, computed in double and rounded once: the specification of what a
   * {@link Scorer} computes fast.
   *
   * @throws IllegalArgumentException if the lengths differ or are zero
   */
  public float between(float[] a, float[] b) {
    if (a.length != b.length || a.length == 0) {
      throw new IllegalArgumentException(
          "no similarity between rows of %d and %d cells".formatted(a.length, b.length));
    }
    return exact(a, MemorySegment.ofArray(b), 0);
  }

  /** The specification, for a row that starts {@code offset} bytes into {@code cells}. */
  abstract float exact(float[] a, MemorySegment cells, long offset);

  /** From a·b and ‖a‖²‖b‖², which is above zero; rounding may not leave [−1, 1]. */
  static float cosine(double dot, double squares) {
    return (float) Math.clamp(dot / Math.sqrt(squares), -1.0, 1.0);
  }

  static float hamming(int differences, int dimension) {
    return (float) (dimension - 2L * differences) / dimension;
  }
}
