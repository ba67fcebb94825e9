package dev.akin.format.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Damage;
import dev.akin.testkit.Seeds;
import dev.akin.vector.FormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
  @TempDir Path folder;

  private Path file(String header, int dataBytes) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + json.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json);
    return Files.write(folder.resolve("x.safetensors"), bytes.array());
  }

  private void refused(String header, int dataBytes, String message) throws IOException {
    Path file = file(header, dataBytes);
    assertThatThrownBy(() -> Safetensors.open(file).close())
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(message);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Path file = folder.resolve("a.safetensors");
    Safetensors.write(
        file,
        List.of(
            Tensor.of("embeddings \"é\"", List.of(2L, 3L), new float[] {1, 2, 3, 4, 5, 6}),
            Tensor.of("scale", List.of(), new float[] {7}),
            Tensor.of("none", List.of(0L, 3L), new float[0])),
        Map.of("by", "tab\t"));
    try (Safetensors read = Safetensors.open(file)) {
      assertThat(read.names()).containsExactly("embeddings \"é\"", "scale", "none");
      assertThat(read.metadata()).isEqualTo(Map.of("by", "tab\t", "format", "pt"));
      Tensor tensor = read.require("embeddings \"é\"");
      assertThat(tensor.shape()).containsExactly(2L, 3L);
      assertThat(tensor.toFloats()).containsExactly(1, 2, 3, 4, 5, 6);
      assertThat(read.require("scale").toFloats()).containsExactly(7);
      assertThat(read.require("none").toFloats()).isEmpty();
      assertThat(read.find("other")).isEmpty();
      assertThatThrownBy(() -> read.require("other"))
          .hasMessageContaining("no tensor other, only [embeddings \"é\", scale, none]");
    }
    byte[] bytes = Files.readAllBytes(file);
    assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8).isZero();
  }

  @Test
  void everyReadableTypeBecomesFloats() {
    ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(floats(ElementType.F16, bytes.putShort(0, Float.floatToFloat16(-1.5f)), 2))
        .containsExactly(-1.5f);
    assertThat(floats(ElementType.BF16, bytes.putShort(0, (short) 0x3fc0), 2))
        .containsExactly(1.5f);
    assertThat(floats(ElementType.F64, bytes.putDouble(0, 0.1), 8)).containsExactly(0.1f);
    assertThat(floats(ElementType.I8, bytes.put(0, (byte) -3), 1)).containsExactly(-3);
    assertThat(floats(ElementType.U8, bytes.put(0, (byte) -3), 1)).containsExactly(253);
    assertThat(floats(ElementType.I16, bytes.putShort(0, (short) -3), 2)).containsExactly(-3);
    assertThat(floats(ElementType.U16, bytes.putShort(0, (short) -3), 2)).containsExactly(65533);
    assertThat(floats(ElementType.I32, bytes.putInt(0, -3), 4)).containsExactly(-3);
    assertThat(floats(ElementType.I64, bytes.putLong(0, -3), 8)).containsExactly(-3);
    assertThatThrownBy(() -> floats(ElementType.F8_E4M3, bytes, 1))
        .hasMessage("t: cells of type F8_E4M3 cannot be read here");
  }

  private static float[] floats(ElementType type, ByteBuffer bytes, int length) {
    return new Tensor("t", type, List.of(1L), MemorySegment.ofBuffer(bytes.slice(0, length)))
        .toFloats();
  }

  @Test
  void headersThatLieAreRefused() throws IOException {
    String entry = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[%s]}}";
    refused(
        entry.formatted("0,9"),
        8,
        "tensor a: its data_offsets [0, 9] are outside the 8 data bytes");
    refused(entry.formatted("-1,8"), 8, "tensor a: its data_offsets [-1, 8] are outside");
    refused(entry.formatted("0"), 8, "tensor a: its data_offsets [0] are outside");
    refused(entry.formatted("0,4"), 8, "F32 of shape [2] does not fill its 4 bytes");
    refused(entry.formatted("0,8"), 9, "its tensors end at 8 of 9 data bytes");
    refused(entry.formatted("4,12"), 12, "tensor a begins at 4, the one before it ends at 0");
    refused(
        "{\"a\":{\"dtype\":\"F99\",\"shape\":[],\"data_offsets\":[0,0]}}",
        0,
        "no type is called F99");
    refused(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":2,\"data_offsets\":[0,0]}}",
        0,
        "its shape is 2, not a list");
    refused(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[\"x\"],\"data_offsets\":[0,0]}}",
        0,
        "is not a list of whole numbers");
    refused(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,0]}}", 0, "does not fill");
    refused(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}}",
        0,
        "does not fill");
    refused("{\"a\":7}", 0, "its entry is 7, not an object");
    refused("{\"__metadata__\":{\"a\":1}}", 0, "its metadata a is 1, not a string");
    refused("{\"__metadata__\":1}", 0, "its __metadata__ is not an object");
    refused("{\"a\":1,\"a\":1}", 0, "the name \"a\" a second time");
    refused("{\"a\":" + "[".repeat(50), 0, "nested deeper than 8");
    refused("{\"a", 0, "a string without an end, found the end");
    refused("{\"a\":x}", 0, "expected a string, a whole number, { or [, found “x”");
    refused("{\"\\x\":1}", 0, "no escape is written \\x");
    refused("{\"\\u00zz\":1}", 0, "\\u needs four hexadecimal digits");
    refused("{} {}", 0, "more after the end of the header");
  }

  @Test
  void aHeaderLengthDoesNotDecideHowMuchMemoryIsTaken() throws IOException {
    for (long length : new long[] {-1, 0, 99, 1L << 40, Long.MAX_VALUE}) {
      Path file =
          Files.write(
              folder.resolve("y.safetensors"),
              ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
      assertThatThrownBy(() -> Safetensors.open(file).close())
          .hasMessage(
              file
                  + ", offset 0: a header of "
                  + Long.toUnsignedString(length)
                  + " bytes in a file of 20: cut short, or not a safetensors file");
    }
    Path tiny = Files.write(folder.resolve("z.safetensors"), new byte[3]);
    assertThatThrownBy(() -> Safetensors.open(tiny).close())
        .hasMessage(tiny + ": 3 bytes are too few for a safetensors file");
  }

  @Test
  void damagedFilesAreRefusedOrReadButNeverBreakAnythingElse() throws IOException {
    Path file = folder.resolve("a.safetensors");
    Safetensors.write(
        file, List.of(Tensor.of("a", List.of(4L), new float[] {1, 2, 3, 4})), Map.of());
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Damage.truncated(whole, length));
      assertThatThrownBy(() -> Safetensors.open(file).close()).isInstanceOf(FormatException.class);
    }
    Seeds.forEach(
        300,
        random -> {
          try {
            Files.write(file, Damage.bitFlipped(whole, random));
            try (Safetensors read = Safetensors.open(file)) {
              read.names().forEach(name -> assertThat(read.require(name).cells()).isLessThan(99));
            } catch (FormatException expected) {
              assertThat(expected).hasMessageContaining(file.toString());
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Test
  void tensorsMustHaveTheBytesOfTheirShape() {
    assertThatThrownBy(() -> Tensor.of("t", List.of(3L), new float[2]))
        .hasMessage("tensor t of F32 [3] cannot have 8 bytes");
    assertThatThrownBy(() -> Tensor.of("t", List.of(-3L), new float[2]))
        .hasMessage("tensor t cannot have the shape [-3]");
  }
}
