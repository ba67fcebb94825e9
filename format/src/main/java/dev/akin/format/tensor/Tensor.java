package dev.akin.format.tensor;

import dev.akin.vector.FormatException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A named block of numbers in C order, little-endian: a view of a file's bytes or of memory, lent
 * by who opened it.
 *
 * @param name in its file
 * @param shape sizes, outermost first; empty for a single number
 * @param bytes its cells
 */
public record Tensor(String name, ElementType type, List<Long> shape, MemorySegment bytes) {
  private static final ValueLayout.OfFloat F32 =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort F16 =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble F64 =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong I64 =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt I32 =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  public Tensor {
    shape = List.copyOf(shape);
    if (bytes.byteSize() != cells(shape, name) * type.bytes()) {
      throw new IllegalArgumentException(
          "tensor %s of %s %s cannot have %d bytes".formatted(name, type, shape, bytes.byteSize()));
    }
  }

  /** A tensor of float32 copied to the heap's own memory. */
  public static Tensor of(String name, List<Long> shape, float[] cells) {
    MemorySegment bytes = MemorySegment.ofArray(new byte[Math.multiplyExact(cells.length, 4)]);
    MemorySegment.copy(cells, 0, bytes, F32, 0, cells.length);
    return new Tensor(name, ElementType.F32, shape, bytes);
  }

  /** Product of the sizes; refuses negative sizes and products beyond 2^60. */
  static long cells(List<Long> shape, String name) {
    long cells = 1;
    for (long size : shape) {
      if (size < 0 || (size > 0 && cells > (1L << 60) / size)) {
        throw new IllegalArgumentException(
            "tensor %s cannot have the shape %s".formatted(name, shape));
      }
      cells *= size;
    }
    return cells;
  }

  /** How many cells. */
  public long cells() {
    return cells(shape, name);
  }

  /**
   * A copy of all cells as float32: half precisions widened exactly, integers and doubles rounded.
   *
   * @throws FormatException if the type has no such reading here, or there are more than 2^31 cells
   */
  public float[] toFloats() {
    if (cells() > Integer.MAX_VALUE - 8) {
      throw new FormatException(name, "%d cells do not fit one array".formatted(cells()));
    }
    float[] floats = new float[(int) cells()];
    if (type == ElementType.F32) {
      MemorySegment.copy(bytes, F32, 0, floats, 0, floats.length);
      return floats;
    }
    for (int i = 0; i < floats.length; i++) {
      floats[i] = cell(i);
    }
    return floats;
  }

  private float cell(long index) {
    return switch (type) {
      case F32 -> bytes.get(F32, 4 * index);
      case F16 -> Float.float16ToFloat(bytes.get(F16, 2 * index));
      case BF16 -> Float.intBitsToFloat(bytes.get(F16, 2 * index) << 16);
      case F64 -> (float) bytes.get(F64, 8 * index);
      case I8 -> bytes.get(ValueLayout.JAVA_BYTE, index);
      case U8, BOOL -> Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, index));
      case I16 -> bytes.get(F16, 2 * index);
      case U16 -> Short.toUnsignedInt(bytes.get(F16, 2 * index));
      case I32 -> bytes.get(I32, 4 * index);
      case I64 -> bytes.get(I64, 8 * index);
      case U32, U64, F8_E4M3, F8_E5M2 ->
          throw new FormatException(name, "cells of type %s cannot be read here".formatted(type));
    };
  }
}
