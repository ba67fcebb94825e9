package dev.akin.format.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Damage;
import dev.akin.vector.FormatException;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyTest {
  @TempDir Path folder;

  private Path file(int version, String header, int dataBytes) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.US_ASCII);
    int lengthBytes = version == 1 ? 2 : 4;
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + lengthBytes + text.length + dataBytes)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    if (version == 1) {
      bytes.putShort((short) text.length);
    } else {
      bytes.putInt(text.length);
    }
    return Files.write(folder.resolve("x.npy"), bytes.put(text).array());
  }

  @Test
  void whatIsWrittenIsWhatNumpyWrites() throws IOException {
    Path file = folder.resolve("a.npy");
    try (Matrix rows = Matrix.of(new float[] {1, 2, 3}, new float[] {4, 5, 6})) {
      Npy.write(file, rows);
    }
    byte[] bytes = Files.readAllBytes(file);
    assertThat(bytes).hasSize(128 + 24);
    assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII))
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), } ")
        .endsWith(" \n");
    assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat(128 + 20))
        .isEqualTo(6);
    try (Matrix read = Npy.map(file)) {
      assertThat(read.copyRow(1)).containsExactly(4, 5, 6);
    }
  }

  @Test
  void rowsMayComeInPieces() throws IOException {
    Path file = folder.resolve("b.npy");
    try (NpyWriter writer = NpyWriter.create(file, 2);
        Matrix rows = Matrix.of(new float[] {1, 2}, new float[] {3, 4}, new float[] {5, 6});
        Matrix wide = Matrix.allocate(1, 3)) {
      writer.append(rows, 2);
      writer.append(rows, 3);
      writer.append(rows, 0);
      assertThatThrownBy(() -> writer.append(wide, 1)).hasMessage("rows of 3 cells to a file of 2");
    }
    try (Matrix read = Npy.map(file)) {
      assertThat(read.rows()).isEqualTo(5);
      assertThat(read.copyRow(4)).containsExactly(5, 6);
    }
  }

  @Test
  void laterVersionsAndOldSpacingAreRead() throws IOException {
    Path file = file(2, "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2)}       \n", 8);
    try (Matrix read = Npy.map(file)) {
      assertThat(read.copyRow(0)).containsExactly(0, 0);
    }
  }

  @Test
  void otherArraysAreRefusedWithWhatTheyAre() throws IOException {
    refused(
        1,
        "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2), }\n",
        "its cells are '<f8', fortran_order False; save it as np.ascontiguousarray(a, '<f4')");
    refused(
        1, "{'descr': '<f4', 'fortran_order': True, 'shape': (1, 2), }\n", "fortran_order True");
    refused(
        1,
        "{'descr': '<f4', 'fortran_order': False, 'shape': (5,), }\n",
        "its shape (5,) is not that of a matrix");
    refused(
        1,
        "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999, 2), }\n",
        "is not that of a matrix");
    refused(
        1, "{'descr': [('a', '|O')]}\n", "this header cannot be read: {'descr': [('a', '|O')]}");
    refused(9, "{}", "version 9 is not one of 1, 2, 3");
    refused(
        1,
        "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }\n",
        "shape [3 × 2] float32 needs 24 bytes, the file has 8 left");
  }

  private void refused(int version, String header, String message) throws IOException {
    Path file = file(version, header, 8);
    assertThatThrownBy(() -> Npy.map(file).close())
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(message);
  }

  @Test
  void filesCutShortAreRefused() throws IOException {
    Path file = folder.resolve("c.npy");
    try (Matrix rows = Matrix.of(new float[] {1, 2, 3})) {
      Npy.write(file, rows);
    }
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Damage.truncated(whole, length));
      assertThatThrownBy(() -> Npy.map(file).close()).isInstanceOf(FormatException.class);
    }
  }
}
