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
  void aRowIsFilledUpToWholeVectors() {
    int lanes = Kernels.BLOCKS.lanes();
    assertThat(lanes).isBetween(8, 64);
    assertThat(RowBlock.stride(1)).isEqualTo(lanes);
    assertThat(RowBlock.stride(100)).isBetween(100, 99 + lanes);
    assertThat(RowBlock.stride(100) % lanes).isZero();
    assertThat(RowBlock.stride(lanes)).isEqualTo(lanes);
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
      var block = new RowBlock(1, 101);
      TableRows rows = rows(table, 0);
      String message = "rows of 100 cells in a table, and of " + RowBlock.stride(101);
      assertThatThrownBy(() -> block.append(table, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(message);
      assertThatThrownBy(() -> block.append(rows)).hasMessageContaining(message);
      assertThatThrownBy(() -> block.combine(new float[1], 1, rows, 1))
          .hasMessageContaining(message);
      assertThatThrownBy(() -> block.addCombinationsTo(new float[1], 1, rows))
          .hasMessageContaining(message);
      assertThatThrownBy(() -> block.backward(new float[1], 1, block, rows, block))
          .hasMessageContaining(message);
    }
  }

  @Test
  void rowsOfATableAreInItAndNotTooMany() {
    try (Matrix table = Matrix.allocate(2, 16)) {
      var rows = new TableRows(table, 2);
      rows.set(new int[] {1, 1, 9}, 2);
      assertThat(rows.count()).isEqualTo(2);
      assertThatThrownBy(() -> rows.set(new int[] {2}, 1))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> rows.set(new int[] {-1}, 1))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> rows.set(new int[3], 3))
          .isInstanceOf(IndexOutOfBoundsException.class);
      var outputs = new RowBlock(2, 16);
      outputs.appendZeros();
      assertThatThrownBy(() ->
              new RowBlock(1, 16).backward(new float[2], 1, outputs, rows(table, 0, 1), outputs))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("1 rows that were read from 2");
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
              a.addCombinationsTo(products, width, rows(changed, chosen));
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
          int skipped = stride * random.nextInt(3);
          var a = block(floats(random, skipped + n * stride), skipped, n, stride);
          var b = block(floats(random, m * stride), 0, m, stride);
          float[] expected = new float[n * m];
          float[] found = new float[n * m];
          var scalar = new ScalarBlockKernels();
          scalar.products(a, b, n, expected);
          Kernels.BLOCKS.products(a, b, n, found);
          assertThat(found).containsExactly(expected, within(1e-5f * stride));
          var expectedRows = block(new float[n * stride], 0, n, stride);
          var foundRows = block(new float[n * stride], 0, n, stride);
          scalar.combine(expected, n, b, expectedRows);
          Kernels.BLOCKS.combine(expected, n, b, foundRows);
          assertThat(foundRows.cells).containsExactly(expectedRows.cells, within(1e-4f));
          try (Matrix expectedTable = table(random, stride);
              Matrix foundTable = copy(expectedTable)) {
            int[] rows = random.ints(m, 1, 4).toArray();
            TableRows expectedOrigin = rows(expectedTable, rows);
            TableRows foundOrigin = rows(foundTable, rows);
            scalar.combine(expected, n, expectedOrigin, expectedRows);
            Kernels.BLOCKS.combine(expected, n, foundOrigin, foundRows);
            assertThat(foundRows.cells).containsExactly(expectedRows.cells, within(1e-4f));
            scalar.addCombinations(expected, n, a, expectedOrigin);
            Kernels.BLOCKS.addCombinations(expected, n, a, foundOrigin);
            assertAlike(foundTable, expectedTable);
            scalar.backward(expected, n, a, b, expectedOrigin, expectedRows);
            Kernels.BLOCKS.backward(expected, n, a, b, foundOrigin, foundRows);
            assertAlike(foundTable, expectedTable);
            assertThat(foundRows.cells).containsExactly(expectedRows.cells, within(1e-4f));
            var read = block(new float[skipped + m * stride], skipped, m, stride);
            Kernels.BLOCKS.read(foundOrigin, read);
            for (int j = 0; j < m; j++) {
              int at = skipped + j * stride;
              assertThat(Arrays.copyOfRange(read.cells, at, at + stride))
                  .containsExactly(foundTable.copyRow(rows[j]));
            }
          }
        });
  }

  private static void assertAlike(Matrix found, Matrix expected) {
    for (int row = 0; row < found.rows(); row++) {
      assertThat(found.copyRow(row)).containsExactly(expected.copyRow(row), within(1e-3f));
    }
  }

  @Test
  void theWayBackIsThatOfDoublePrecisionAlsoWhereARowIsTwice() {
    Seeds.forEach(
        100,
        random -> {
          int stride = RowBlock.stride(1 + random.nextInt(40));
          try (Matrix left = table(random, stride);
              Matrix table = table(random, stride)) {
            RowBlock inputs = block(left, 1 + random.nextInt(MOST));
            int[] chosen = random.ints(1 + random.nextInt(MOST), 0, 3).toArray();
            TableRows origin = rows(table, chosen);
            var outputs = new RowBlock(MOST, stride);
            outputs.append(origin);
            float[] errors = floats(random, chosen.length * inputs.rows());
            int cell = random.nextInt(stride);
            double[] expected = new double[3];
            for (int row = 0; row < 3; row++) {
              expected[row] = table.get(row, cell);
            }
            double[] expectedGains = new double[inputs.rows()];
            for (int j = 0; j < chosen.length; j++) {
              for (int i = 0; i < inputs.rows(); i++) {
                double error = errors[j * inputs.rows() + i];
                expected[chosen[j]] += error * left.get(i, cell);
                expectedGains[i] += error * outputs.get(j, cell);
              }
            }
            var gains = new RowBlock(MOST, stride);
            inputs.backward(errors, inputs.rows(), outputs, origin, gains);
            for (int row = 0; row < 3; row++) {
              assertThat((double) table.get(row, cell)).isCloseTo(expected[row], within(1e-4));
            }
            assertThat(gains.rows()).isEqualTo(inputs.rows());
            for (int i = 0; i < inputs.rows(); i++) {
              assertThat((double) gains.get(i, cell)).isCloseTo(expectedGains[i], within(1e-4));
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
  void rowsOfATableAreAddedToPartsOfLongerRowsAndPartsToThem() {
    int stride = RowBlock.stride(16);
    try (Matrix table = Matrix.allocate(2, stride)) {
      table.set(0, 0, 2);
      table.set(0, 15, 3);
      var block = new RowBlock(2, 3 * stride);
      block.appendZeros();
      block.appendZeros();
      block.accumulate(table, 0, stride);
      block.accumulate(table, 0, stride);
      block.accumulate(table, 0, 2 * stride);
      assertThat(block.get(1, stride)).isEqualTo(4);
      assertThat(block.get(1, stride + 15)).isEqualTo(6);
      assertThat(block.get(1, 2 * stride)).isEqualTo(2);
      assertThat(block.get(1, 0)).isZero();
      assertThat(block.get(0, stride)).isZero();
      block.addTo(1, stride, table, 1);
      block.addTo(1, 2 * stride, table, 1);
      assertThat(table.get(1, 0)).isEqualTo(6);
      assertThat(table.get(1, 15)).isEqualTo(9);
      assertThat(table.get(0, 0)).isEqualTo(2);
      assertThatThrownBy(() -> block.accumulate(table, 0, 2 * stride + 1))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> block.addTo(1, -1, table, 0))
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

  private static TableRows rows(Matrix table, int... chosen) {
    var rows = new TableRows(table, chosen.length);
    rows.set(chosen, chosen.length);
    return rows;
  }

  private static BlockKernels.Block block(float[] cells, int from, int count, int stride) {
    return new BlockKernels.Block(cells, from, count, stride);
  }

  private static Matrix copy(Matrix table) {
    Matrix copy = Matrix.allocate(table.rows(), table.dimension());
    copy.cells().copyFrom(table.cells());
    return copy;
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
