package dev.akin.vector.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Damage;
import dev.akin.testkit.Seeds;
import dev.akin.vector.FormatException;
import dev.akin.vector.Matrix;
import dev.akin.vector.RandomRows;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransformFileTest {
  @TempDir private Path folder;

  private static Transform fitted() {
    try (Matrix rows = RandomRows.matrix(new SplittableRandom(9), 60, 8)) {
      return Transform.centre(rows)
          .then(PrincipalAxes.fit(rows).whitening(6))
          .then(Transform.matryoshka(6, 4));
    }
  }

  @Test
  void whatIsSavedIsLoadedBitForBit() throws IOException {
    Transform transform = fitted();
    Path file = folder.resolve("space.transform");
    transform.save(file);
    transform.save(file);
    Transform loaded = Transform.load(file);
    assertThat(loaded).isEqualTo(transform).hasSameHashCodeAs(transform);
    assertThat(loaded).hasToString(transform.toString());
    assertThat(loaded.fingerprint()).isEqualTo(transform.fingerprint()).hasSize(64);
    float[] row = RandomRows.floats(new SplittableRandom(1), 8);
    assertThat(loaded.apply(row)).isEqualTo(transform.apply(row));
    assertThat(folder.toFile().list()).containsExactly("space.transform");
  }

  @Test
  void everyKindOfStepSurvivesAlone() {
    try (Matrix rows = RandomRows.matrix(new SplittableRandom(9), 30, 3)) {
      Transform[] kinds = {
        Transform.cut(3, 2),
        Transform.unitLength(3),
        Transform.centre(rows),
        PrincipalAxes.fit(rows).pca(2),
        PrincipalAxes.fit(rows).zca()
      };
      for (Transform kind : kinds) {
        assertThat(TransformFile.read("x", TransformFile.bytes(kind))).isEqualTo(kind);
      }
    }
  }

  @Test
  void theLayoutIsTheDocumentedOne() {
    ByteBuffer bytes =
        ByteBuffer.wrap(TransformFile.bytes(Transform.cut(5, 3))).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(bytes.capacity()).isEqualTo(24 + 12 + 4);
    assertThat(new String(bytes.array(), 0, 8, StandardCharsets.US_ASCII)).isEqualTo("AKINTRFM");
    assertThat(bytes.getInt(8)).isEqualTo(1);
    assertThat(bytes.getInt(12)).isEqualTo(1);
    assertThat(bytes.getLong(16)).isEqualTo(12);
    assertThat(bytes.getInt(24)).isEqualTo(1);
    assertThat(bytes.getInt(28)).isEqualTo(5);
    assertThat(bytes.getInt(32)).isEqualTo(3);
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    byte[] whole = TransformFile.bytes(fitted());
    Path file = folder.resolve("cut");
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Damage.truncated(whole, length));
      assertThatThrownBy(() -> Transform.load(file))
          .isInstanceOf(FormatException.class)
          .hasMessageStartingWith(file.toString());
    }
  }

  @Test
  void everyFlippedBitIsRefused() {
    byte[] whole = TransformFile.bytes(fitted());
    Seeds.forEach(
        500,
        random ->
            assertThatThrownBy(() -> TransformFile.read("space", Damage.bitFlipped(whole, random)))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith("space"));
  }

  @Test
  void foreignAndLaterFilesAreNamed() {
    byte[] whole = TransformFile.bytes(Transform.cut(5, 3));
    refused(
        Damage.overwritten(whole, 0, (byte) 'X'),
        "f, offset 0: begins with 584b494e5452464d, not with AKINTRFM: no transform");
    refused(Damage.overwritten(whole, 8, (byte) 2), "f, offset 8: version 2; this program reads 1");
    refused(
        Damage.overwritten(whole, 16, (byte) 13),
        "f, offset 16: says that 13 bytes of steps follow, there are 12");
    byte[] changed = Damage.overwritten(whole, 28, (byte) 6);
    assertThatThrownBy(() -> TransformFile.read("f", changed))
        .isInstanceOf(FormatException.class)
        .hasMessageMatching("f: checksum [0-9a-f]{8}, the bytes give [0-9a-f]{8}: damaged");
  }

  @Test
  void lyingLengthsAreRefusedBeforeMemoryIsTaken() {
    byte[] cut = TransformFile.bytes(Transform.cut(5, 3));
    refused(signed(cut, 12, 0), "f, offset 12: 0 steps, where 1 to 64 are possible");
    refused(signed(cut, 12, 65), "f, offset 12: 65 steps, where 1 to 64 are possible");
    refused(signed(cut, 12, 2), "f, step at offset 36: is cut off");
    refused(signed(cut, 24, 9), "f, step at offset 24: kind 9 is unknown");
    refused(signed(cut, 32, 77), "f, step at offset 24: cannot cut rows of 5 cells to 77");
    refused(signed(cut, 24, 2), "f, step at offset 24: 5 cells in and 3 out, where both are one");
    byte[] shift = TransformFile.bytes(new Shift(new float[2], new Fit("c", 1, 1)));
    refused(
        signed(signed(shift, 28, 1 << 30), 32, 1 << 30),
        "f, step at offset 24: 1073741824 values where 8 bytes are left");
    refused(
        signed(shift, 36, Integer.MAX_VALUE),
        "f, step at offset 24: a method's name of 2147483647 bytes");
    refused(
        signed(shift, 49, Float.floatToIntBits(Float.NaN)),
        "f, step at offset 24: centre, cell 0 is NaN");
    refused(
        signed(signed(shift, 28, 1), 32, 1), "f, step at offset 53: 4 bytes behind the last step");
    byte[] affine =
        TransformFile.bytes(
            Transform.affine(new float[2], new float[3][2], new float[3], new Fit("c", 1, 1)));
    refused(signed(affine, 28, 3), "f, step at offset 24: 9 values where 20 bytes are left");
  }

  private static void refused(byte[] bytes, String message) {
    assertThatThrownBy(() -> TransformFile.read("f", bytes))
        .isInstanceOf(FormatException.class)
        .hasMessage(message);
  }

  /** Another value at an offset, under a checksum that agrees. */
  private static byte[] signed(byte[] whole, int offset, int value) {
    byte[] copy = whole.clone();
    ByteBuffer buffer = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(offset, value);
    CRC32C checksum = new CRC32C();
    checksum.update(copy, 0, copy.length - 4);
    buffer.putInt(copy.length - 4, (int) checksum.getValue());
    return copy;
  }

  @Test
  void tooManyStepsAreNotWritten() {
    Transform transform = Transform.unitLength(2);
    for (int i = 0; i < 64; i++) {
      transform = transform.then(Transform.unitLength(2));
    }
    Transform long65 = transform;
    assertThatThrownBy(() -> long65.save(folder.resolve("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("65 steps: a file holds at most 64");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aMissingFileIsAnErrorOfTheMachine() {
    assertThatThrownBy(() -> Transform.load(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void theFitIsSavedWithTheTransform() {
    try (Matrix rows = RandomRows.matrix(new SplittableRandom(9), 30, 3);
        Matrix others = RandomRows.matrix(new SplittableRandom(8), 30, 3)) {
      assertThat(Transform.centre(rows).toString()).contains("centre fitted on 30 rows (");
      assertThat(Fit.on("a", rows)).isEqualTo(Fit.on("a", rows)).isNotEqualTo(Fit.on("a", others));
    }
  }
}
