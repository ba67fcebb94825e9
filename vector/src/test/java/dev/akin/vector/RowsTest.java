package dev.akin.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {
  @TempDir private Path folder;

  @Test
  void cellsComeBackAsTheyWereSet() {
    try (Matrix matrix = Matrix.of(new float[] {1, 2, 3}, new float[] {4, 5, 6})) {
      matrix.set(0, 2, 9);
      assertThat(matrix.copyRow(0)).containsExactly(1, 2, 9);
      assertThat(matrix.get(1, 1)).isEqualTo(5);
      assertThat(matrix.row(1).get(Matrix.CELL, 8)).isEqualTo(6);
      assertThat(matrix).hasToString("Matrix[2 × 3]");
      assertThat(matrix.rowBytes()).isEqualTo(12);
    }
    try (ByteMatrix matrix = ByteMatrix.of(new byte[] {1, -2}, new byte[] {3, 4})) {
      assertThat(matrix.copyRow(0)).containsExactly(1, -2);
      assertThat(matrix).hasToString("ByteMatrix[2 × 2]");
    }
  }

  @Test
  void rowsAreTakenAsOftenAsAskedForAndAreCopies() {
    try (Matrix matrix = Matrix.of(new float[] {1, 2}, new float[] {3, 4});
        Matrix taken = matrix.take(1, 0, 1);
        Matrix none = matrix.take()) {
      matrix.set(1, 0, 9);
      assertThat(taken.rows()).isEqualTo(3);
      assertThat(taken.copyRow(0)).containsExactly(3, 4);
      assertThat(taken.copyRow(1)).containsExactly(1, 2);
      assertThat(taken.copyRow(2)).containsExactly(3, 4);
      assertThat(none.rows()).isZero();
      assertThatThrownBy(() -> matrix.take(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void cellsThatAreNoNumbersAreNamedAndLongRowsAreNot() {
    try (Matrix matrix = Matrix.of(new float[] {3e38f, -3e38f, 3e38f}, new float[] {4, 5, 6})) {
      matrix.requireFinite();
      for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
        matrix.set(1, 2, value);
        assertThatThrownBy(matrix::requireFinite)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("row 1, cell 2 is " + value);
      }
    }
  }

  @Test
  void bitsArePackedAsNumpyPacksThem() {
    // numpy.packbits([1,0,0,1,0,0,0,1, 1,0]) is [145, 128].
    float[] row = {1, -1, 0, 2, -3, 0, -0.0f, 4, 5, -6};
    assertThat(BitMatrix.signsOf(row)).containsExactly((byte) 145, (byte) 128);
    try (Matrix matrix = Matrix.of(row);
        BitMatrix bits = BitMatrix.signsOf(matrix)) {
      assertThat(bits.copyRow(0)).containsExactly((byte) 145, (byte) 128);
      assertThat(bits.get(0, 7)).isTrue();
      assertThat(bits.get(0, 9)).isFalse();
      assertThat(bits.rowBytes()).isEqualTo(2);
      assertThat(bits).hasToString("BitMatrix[1 × 10]");
    }
  }

  @Test
  void int8CellsAreRoundedAndHeldInRange() {
    assertThat(ByteMatrix.scaled(new float[] {0, 0.26f, -0.24f, 100, -100}, 0.5f))
        .containsExactly(0, 1, 0, 127, -127);
    assertThatThrownBy(() -> ByteMatrix.scaled(new float[1], 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a step of 0.0, it must be above zero");
    assertThatThrownBy(() -> ByteMatrix.scaled(new float[] {1, Float.NaN}, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cell 1 is NaN");
  }

  @Test
  void aMappedFileHasTheCellsOfTheFile() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(3 + 16).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(3).putFloat(1.5f).putFloat(-2).putFloat(3).putFloat(4);
    Path file = Files.write(folder.resolve("rows"), bytes.array());
    try (Matrix matrix = Matrix.map(file, 3, 2, 2);
        ByteMatrix int8 = ByteMatrix.map(file, 0, 4, 4);
        BitMatrix bits = BitMatrix.map(file, 5, 2, 12)) {
      assertThat(matrix.copyRow(0)).containsExactly(1.5f, -2);
      assertThat(matrix.copyRow(1)).containsExactly(3, 4);
      assertThat(int8.copyRow(1))
          .isEqualTo(new byte[] {bytes.get(4), bytes.get(5), bytes.get(6), 0});
      assertThat(bits.copyRow(0)).isEqualTo(new byte[] {bytes.get(5), bytes.get(6)});
      assertThatThrownBy(() -> matrix.set(0, 0, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("read-only");
    }
  }

  @Test
  void aFileShorterThanItsShapeIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("short"), new byte[20]);
    assertThatThrownBy(() -> Matrix.map(file, 8, 2, 2))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            file + ", offset 8: shape [2 × 2] float32 needs 16 bytes, the file has 12 left");
    assertThatThrownBy(() -> ByteMatrix.map(file, 30, 1, 1))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("shape [1 × 1] int8 needs 1 bytes, the file has 0 left");
    assertThatThrownBy(() -> BitMatrix.map(file, 0, Integer.MAX_VALUE, Integer.MAX_VALUE))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("the file has 20 left");
    assertThatThrownBy(() -> Matrix.map(file, -1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rows cannot start at offset -1");
  }

  @Test
  void impossibleShapesAreRefused() {
    assertThatThrownBy(() -> Matrix.allocate(-1, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no matrix has shape [-1 × 3]");
    assertThatThrownBy(() -> BitMatrix.allocate(1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no matrix of bits has shape [1 × 0]");
    assertThatThrownBy(() -> ByteMatrix.allocate(1, 65_537))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no int8 matrix has shape [1 × 65537]: at most 65536 cells a row");
    assertThatThrownBy(() -> Matrix.of(new float[] {1, 2}, new float[] {3}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row of 1 values in a matrix of dimension 2");
    assertThatThrownBy(() -> ByteMatrix.of(new byte[] {1, 2}, new byte[] {3}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row of 1 values in a matrix of dimension 2");
  }

  @Test
  void whatIsLentDiesWithItsOwner() {
    Matrix matrix = Matrix.allocate(2, 2);
    var row = matrix.row(1);
    matrix.close();
    assertThatThrownBy(() -> row.get(Matrix.CELL, 0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void rowsOutsideAreRefused() {
    try (Matrix matrix = Matrix.allocate(2, 2)) {
      assertThatThrownBy(() -> matrix.row(2)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> matrix.get(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }
}
