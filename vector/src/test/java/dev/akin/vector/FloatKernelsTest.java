package dev.akin.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FloatKernelsTest {
  private static final FloatKernels SCALAR = new ScalarFloatKernels();
  private static final FloatKernels FAST = Kernels.FLOATS;

  @Test
  void scalarDotIsTheExactSumRoundedOnce() {
    Seeds.forEach(
        50,
        random -> {
          float[] a = RandomRows.floats(random, 77);
          float[] b = RandomRows.floats(random, 77);
          BigDecimal exact = BigDecimal.ZERO;
          for (int i = 0; i < a.length; i++) {
            exact = exact.add(new BigDecimal(a[i]).multiply(new BigDecimal(b[i])));
          }
          try (Matrix rows = Matrix.of(b)) {
            assertThat(SCALAR.dot(a, rows.cells(), 0)).isEqualTo(exact.floatValue());
          }
        });
  }

  @Test
  void handComputedSums() {
    for (FloatKernels kernels : new FloatKernels[] {SCALAR, FAST}) {
      try (Matrix rows = Matrix.of(new float[] {9, 9, 9}, new float[] {1, -2, 3})) {
        float[] query = {4, 5, 6};
        assertThat(kernels.dot(query, rows.cells(), 12)).isEqualTo(12);
        assertThat(kernels.square(3, rows.cells(), 12)).isEqualTo(14);
        long both = kernels.dotAndSquare(query, rows.cells(), 12);
        assertThat(TwoSums.firstFloat(both)).isEqualTo(12);
        assertThat(TwoSums.secondFloat(both)).isEqualTo(14);
        assertThat(kernels.squaredDistance(query, rows.cells(), 12)).isEqualTo(67);
        assertThat(kernels.signDifferences(query, rows.cells(), 12)).isEqualTo(1);
      }
    }
  }

  @Test
  void fastSumsStayWithinTheDerivedBoundOfTheSpecification() {
    Seeds.forEach(
        20,
        random -> {
          for (int dimension : RandomRows.DIMENSIONS) {
            compare(random, dimension);
          }
        });
  }

  private static void compare(SplittableRandom random, int dimension) {
    float[] query = RandomRows.floats(random, dimension);
    try (Matrix rows = RandomRows.matrix(random, 3, dimension)) {
      for (int r = 0; r < 3; r++) {
        long offset = r * rows.rowBytes();
        float[] row = rows.copyRow(r);
        double products = 0;
        double differences = 0;
        for (int i = 0; i < dimension; i++) {
          products += Math.abs((double) query[i] * row[i]);
          differences += Math.pow((double) query[i] - row[i], 2);
        }
        assertThat((double) FAST.dot(query, rows.cells(), offset))
            .isCloseTo(
                ScalarFloatKernels.doubleDot(query, rows.cells(), offset),
                within(Tolerance.ofSum(dimension, products)));
        double square = ScalarFloatKernels.doubleSquare(row);
        assertThat((double) FAST.square(dimension, rows.cells(), offset))
            .isCloseTo(square, within(Tolerance.ofSum(dimension, square)));
        long both = FAST.dotAndSquare(query, rows.cells(), offset);
        assertThat(TwoSums.firstFloat(both)).isEqualTo(FAST.dot(query, rows.cells(), offset));
        assertThat(TwoSums.secondFloat(both))
            .isEqualTo(FAST.square(dimension, rows.cells(), offset));
        assertThat((double) FAST.squaredDistance(query, rows.cells(), offset))
            .isCloseTo(differences, within(Tolerance.ofSum(dimension, differences)));
        assertThat(FAST.signDifferences(query, rows.cells(), offset))
            .isEqualTo(SCALAR.signDifferences(query, rows.cells(), offset));
      }
    }
  }

  @Test
  void fourQueriesInOnePassEqualFourPassesBitForBit() {
    Seeds.forEach(
        20,
        random -> {
          for (int dimension : RandomRows.DIMENSIONS) {
            float[][] queries = new float[4][];
            for (int i = 0; i < 4; i++) {
              queries[i] = RandomRows.floats(random, dimension);
            }
            try (Matrix rows = RandomRows.matrix(random, 2, dimension)) {
              for (FloatKernels kernels : new FloatKernels[] {SCALAR, FAST}) {
                float[] four = new float[4];
                kernels.dotFour(queries, rows.cells(), rows.rowBytes(), four);
                for (int i = 0; i < 4; i++) {
                  assertThat(four[i])
                      .isEqualTo(kernels.dot(queries[i], rows.cells(), rows.rowBytes()));
                }
              }
            }
          }
        });
  }

  @Test
  void compiledCodeGivesTheBitsOfInterpretedCode() {
    SplittableRandom random = new SplittableRandom(7);
    float[] query = RandomRows.floats(random, 391);
    try (Matrix rows = RandomRows.matrix(random, 1, 391)) {
      float first = FAST.dot(query, rows.cells(), 0);
      for (int i = 0; i < 30_000; i++) { // long past the threshold of the optimising compiler
        assertThat(FAST.dot(query, rows.cells(), 0)).isEqualTo(first);
      }
    }
  }

  @Test
  void aBoundThatAlwaysHoldsGrowsWithTheDimensionAndTheMagnitude() {
    assertThat(Tolerance.ofSum(384, 1)).isBetween(1e-6, 1e-5);
    assertThat(Tolerance.ofSum(768, 2)).isGreaterThan(2 * Tolerance.ofSum(384, 1));
    assertThat(Tolerance.ofCosine(384, 1)).isGreaterThan(Tolerance.ofSum(384, 1));
  }
}
