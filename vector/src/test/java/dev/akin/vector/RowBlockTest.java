package dev.akin.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RowBlockTest {
  private static final int MOST = 13;

  @Test
  void aRowIsFilledUpToWholeCacheLines() {
    assertThat(RowBlock.stride(1)).isEqualTo(16);
    assertThat(RowBlock.stride(100)).isEqualTo(112);
    assertThat(RowBlock.stride(112)).isEqualTo(112);
  }

  @Test
  void productsOfRowsGoIntoTheBlockAndBothWaysOut() {
    try (Matrix table = Matrix.allocate(2, 16)) {
      table.set(0, 1, 3);
      table.set(1, 1, 5);
      table.set(1, 2, 7);
      var block = new RowBlock(2, 16);
      block.appendZeros();
      block.accumulateProduct(table, 0, 1);
      block.accumulateProduct(table, 0, 1);
      assertThat(block.get(0, 1)).isEqualTo(30);
      assertThat(block.get(0, 2)).isZero();
      block.set(0, 1, 2);
      var factors = new RowBlock(2, 16);
      factors.append(table, 1);
      block.multiplyBy(factors);
      assertThat(block.get(0, 1)).isEqualTo(10);
      block.addProductsTo(0, table, 0, 1, 0.5f, 100);
      assertThat(table.get(0, 1)).isEqualTo(3 + 10 * 5);
      assertThat(table.get(1, 1)).isEqualTo(5 + 0.5f * 10 * 3);
      assertThat(table.get(1, 2)).isEqualTo(7);
      block.addProductsTo(0, table, 0, 1, 0.5f, 19);
      assertThat(table.get(1, 1)).isEqualTo(19);
      block.clear();
      block.appendZeros();
      assertThat(block.get(0, 1)).isZero();
      assertThatThrownBy(() -> block.get(1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> block.set(0, 16, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void rowsOfATableAreOfTheBlocksStride() {
    try (Matrix table = Matrix.allocate(1, 100)) {
      var block = new RowBlock(1, 100);
      assertThatThrownBy(() -> block.append(table, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("rows of 100 cells in a table, and of 112");
      assertThatThrownBy(() -> block.addCombinationsTo(new float[1], 1, table, new int[1], 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void productsAndCombinationsAreThoseOfDoublePrecision() {
    Seeds.forEach(
        200,
        random -> {
          int stride = RowBlock.stride(1 + random.nextInt(120));
          try (Matrix left = table(random, stride);
              Matrix right = table(random, stride)) {
            RowBlock a = block(left, 1 + random.nextInt(MOST));
            RowBlock b = block(right, 1 + random.nextInt(MOST));
            int width = a.rows() + random.nextInt(3);
            float[] products = new float[b.rows() * width];
            a.products(b, width, products);
            for (int i = 0; i < a.rows(); i++) {
              for (int j = 0; j < b.rows(); j++) {
                assertThat((double) products[j * width + i])
                    .isCloseTo(dot(left, i, right, j), within(1e-4));
              }
            }
            var sum = new RowBlock(MOST, stride);
            sum.combine(products, width, b, a.rows());
            int first = random.nextInt(b.rows());
            try (Matrix changed = table(random, stride)) {
              float[] before = changed.copyRow(1);
              int[] chosen = new int[first + 1];
              Arrays.fill(chosen, 2);
              chosen[first] = 1;
              a.addCombinationsTo(products, width, changed, chosen, first + 1);
              for (int c = 0; c < stride; c++) {
                double expected = before[c];
                for (int i = 0; i < a.rows(); i++) {
                  expected += (double) products[first * width + i] * left.get(i, c);
                }
                assertThat((double) changed.get(1, c)).isCloseTo(expected, within(1e-3));
              }
            }
            int cell = random.nextInt(stride);
            for (int i = 0; i < a.rows(); i++) {
              double expected = 0;
              for (int j = 0; j < b.rows(); j++) {
                expected += (double) products[j * width + i] * right.get(j, cell);
              }
              assertThat((double) sum.copyRow(i, stride)[cell]).isCloseTo(expected, within(1e-3));
            }
          }
        });
  }

  @Test
  void theChosenKernelsAgreeWithTheSpecification() {
    Seeds.forEach(
        100,
        random -> {
          int stride = RowBlock.stride(1 + random.nextInt(120));
          int n = 1 + random.nextInt(MOST);
          int m = 1 + random.nextInt(MOST);
          var a = new BlockKernels.Block(floats(random, n * stride), n, stride);
          var b = new BlockKernels.Block(floats(random, m * stride), m, stride);
          float[] expected = new float[n * m];
          float[] found = new float[n * m];
          var scalar = new ScalarBlockKernels();
          scalar.products(a, b, n, expected);
          Kernels.BLOCKS.products(a, b, n, found);
          assertThat(found).containsExactly(expected, within(1e-5f * stride));
          float[] expectedRows = new float[n * stride];
          float[] foundRows = new float[n * stride];
          scalar.combine(expected, n, b, expectedRows, n);
          Kernels.BLOCKS.combine(expected, n, b, foundRows, n);
          assertThat(foundRows).containsExactly(expectedRows, within(1e-4f));
          try (Matrix expectedTable = Matrix.allocate(4, stride);
              Matrix foundTable = Matrix.allocate(4, stride)) {
            int[] rows = random.ints(m, 1, 4).toArray();
            scalar.addCombinations(expected, n, a, expectedTable, rows, m);
            Kernels.BLOCKS.addCombinations(expected, n, a, foundTable, rows, m);
            assertThat(foundTable.copyRow(0)).containsOnly(0);
            for (int row = 1; row < 4; row++) {
              assertThat(foundTable.copyRow(row))
                  .containsExactly(expectedTable.copyRow(row), within(1e-3f));
            }
          }
        });
  }

  @Test
  void rowsGoInAndOutOfTables() {
    try (Matrix table = Matrix.allocate(3, 16)) {
      table.set(1, 15, 2);
      table.set(2, 15, 4);
      var block = new RowBlock(2, 16);
      assertThat(block.append(table, 1)).isZero();
      block.accumulate(table, 2);
      block.scale(block.rows() - 1, 0.5f);
      assertThat(block.copyRow(0, 16)[15]).isEqualTo(3);
      block.addTo(0, table, 2);
      assertThat(table.get(2, 15)).isEqualTo(7);
      block.append(table, 0);
      assertThatThrownBy(() -> block.append(table, 0))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void aTableOfLargePagesBeginsAsZerosAndKeepsWhatIsWritten() {
    int rows = Math.toIntExact(LargePages.LEAST / 64) + 1;
    try (Matrix table = Matrix.allocate(rows, 16)) {
      for (int r = 0; r < rows; r++) {
        assertThat(table.get(r, 7)).isZero();
        table.set(r, 7, r + 1);
      }
      for (int r = 0; r < rows; r++) {
        assertThat(table.get(r, 7)).isEqualTo(r + 1);
      }
    }
  }

  @Test
  void aTableIsNarrowedInItsOwnMemory() {
    Matrix wide = Matrix.of(new float[] {1, 2, 9}, new float[] {3, 4, 9}, new float[] {5, 6, 9});
    long address = wide.cells().address();
    try (Matrix narrow = wide.narrowed(2)) {
      assertThat(narrow.cells().address()).isEqualTo(address);
      assertThat(narrow.copyRow(1)).containsExactly(3, 4);
      assertThat(narrow.copyRow(2)).containsExactly(5, 6);
      assertThatThrownBy(() -> narrow.narrowed(3)).hasMessageContaining("3 cells of Matrix[3 × 2]");
    }
  }

  private static Matrix table(SplittableRandom random, int stride) {
    Matrix table = Matrix.allocate(MOST, stride);
    for (int r = 0; r < MOST; r++) {
      table.setRow(r, floats(random, stride));
    }
    return table;
  }

  private static RowBlock block(Matrix table, int rows) {
    var block = new RowBlock(MOST, table.dimension());
    for (int r = 0; r < rows; r++) {
      block.append(table, r);
    }
    return block;
  }

  private static float[] floats(SplittableRandom random, int count) {
    float[] cells = new float[count];
    for (int i = 0; i < count; i++) {
      cells[i] = random.nextFloat() - 0.5f;
    }
    return cells;
  }

  private static double dot(Matrix a, int i, Matrix b, int j) {
    double sum = 0;
    for (int c = 0; c < a.dimension(); c++) {
      sum += (double) a.get(i, c) * b.get(j, c);
    }
    return sum;
  }
}
