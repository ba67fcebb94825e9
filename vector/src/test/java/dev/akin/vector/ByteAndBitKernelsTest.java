package dev.akin.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.Seeds;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class ByteAndBitKernelsTest {
  private static final ByteKernels[] BYTE_KERNELS = {new ScalarByteKernels(), Kernels.BYTES};
  private static final BitKernels[] BIT_KERNELS = {new ScalarBitKernels(), Kernels.BITS};

  @Test
  void int8SumsAreExact() {
    Seeds.forEach(
        20,
        random -> {
          for (int dimension : RandomRows.DIMENSIONS) {
            byte[] query = RandomRows.bytes(random, dimension);
            byte[] row = RandomRows.bytes(random, dimension);
            int dot = 0;
            int square = 0;
            int signs = 0;
            for (int i = 0; i < dimension; i++) {
              dot += query[i] * row[i];
              square += row[i] * row[i];
              signs += (query[i] > 0) == (row[i] > 0) ? 0 : 1;
            }
            try (ByteMatrix rows = ByteMatrix.of(RandomRows.bytes(random, dimension), row)) {
              for (ByteKernels kernels : BYTE_KERNELS) {
                assertThat(kernels.dot(query, rows.cells(), dimension)).isEqualTo(dot);
                assertThat(kernels.dotAndSquare(query, rows.cells(), dimension))
                    .isEqualTo(TwoSums.of(dot, square));
                assertThat(kernels.signDifferences(query, rows.cells(), dimension))
                    .isEqualTo(signs);
              }
            }
          }
        });
  }

  @Test
  void theLargestInt8RowOverflowsNothing() {
    byte[] extreme = new byte[ByteMatrix.MAX_DIMENSION];
    Arrays.fill(extreme, Byte.MIN_VALUE);
    try (ByteMatrix rows = ByteMatrix.of(extreme)) {
      for (ByteKernels kernels : BYTE_KERNELS) {
        assertThat(kernels.dot(extreme, rows.cells(), 0)).isEqualTo(1 << 30);
        assertThat(kernels.dotAndSquare(extreme, rows.cells(), 0))
            .isEqualTo(TwoSums.of(1 << 30, 1 << 30));
      }
    }
  }

  @Test
  void differingBitsAreThoseThatBitSetCounts() {
    Seeds.forEach(
        20,
        random -> {
          for (int dimension : RandomRows.DIMENSIONS) {
            byte[] query = RandomRows.bits(random, dimension);
            byte[] row = RandomRows.bits(random, dimension);
            BitSet different = BitSet.valueOf(query);
            different.xor(BitSet.valueOf(row));
            try (BitMatrix rows = BitMatrix.allocate(2, dimension)) {
              rows.setRow(1, row);
              for (BitKernels kernels : BIT_KERNELS) {
                assertThat(
                        kernels.differences(
                            BitScorer.words(query), query.length, rows.cells(), rows.rowBytes()))
                    .isEqualTo(different.cardinality());
              }
            }
          }
        });
  }
}
