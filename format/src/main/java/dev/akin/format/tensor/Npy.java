package dev.akin.format.tensor;

import dev.akin.vector.FormatException;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NumPy's array file: float32 matrices written as version 1 and read by mapping.
 *
 * <p>Layout: {@code 93 4E 55 4D 50 59}, version (two bytes), header length (uint16 in version 1,
 * uint32 in 2 and 3, little-endian), a Python dictionary {@code {'descr': '<f4', 'fortran_order':
 * False, 'shape': (1000, 384), }} filled with spaces and ended by a line feed so that the data
 * start at a multiple of 64, then the cells.
 */
public final class Npy {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** Twice the alignment of 64: room for any shape, so that the count can be put in at the end. */
  private static final int HEADER_BYTES = 128;

  private static final int LARGEST_HEADER = 1 << 16;

  private static final Pattern HEADER =
      Pattern.compile(
          "\\{\\s*'descr':\\s*'([^']*)',\\s*'fortran_order':\\s*(True|False),"
              + "\\s*'shape':\\s*\\(([0-9, ]*)\\),?\\s*\\}\\s*");

  private Npy() {}

  /** Writes all rows, replacing the file. */
  public static void write(Path file, Matrix rows) throws IOException {
    try (NpyWriter writer = NpyWriter.create(file, rows.dimension())) {
      writer.append(rows, rows.rows());
    }
  }

  /**
   * Maps a two-dimensional float32 file in C order; the caller closes the matrix.
   *
   * @throws FormatException if it is something else, naming what it found
   */
  public static Matrix map(Path file) throws IOException {
    String where = file.toString();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer start = read(channel, 0, 12);
      for (int i = 0; i < MAGIC.length; i++) {
        if (start.remaining() < 12 || start.get(i) != MAGIC[i]) {
          throw new FormatException(where + ", offset 0", "not a NumPy array file");
        }
      }
      int version = start.get(6);
      if (version < 1 || version > 3) {
        throw new FormatException(
            where + ", offset 6", "version %d is not one of 1, 2, 3".formatted(version));
      }
      int from = version == 1 ? 10 : 12;
      long length = version == 1 ? start.getChar(8) : Integer.toUnsignedLong(start.getInt(8));
      if (length > LARGEST_HEADER || from + length > channel.size()) {
        throw new FormatException(
            where + ", offset 8",
            "a header of %d bytes in a file of %d".formatted(length, channel.size()));
      }
      String header = StandardCharsets.UTF_8.decode(read(channel, from, (int) length)).toString();
      int[] shape = matrixShape(header, where);
      return Matrix.map(file, from + length, shape[0], shape[1]);
    }
  }

  private static int[] matrixShape(String header, String where) {
    Matcher matcher = HEADER.matcher(header);
    if (!matcher.matches()) {
      throw new FormatException(where, "this header cannot be read: " + header.strip());
    }
    if (!matcher.group(1).equals("<f4") || matcher.group(2).equals("True")) {
      throw new FormatException(
          where,
          "its cells are '%s', fortran_order %s; save it as np.ascontiguousarray(a, '<f4')"
              .formatted(matcher.group(1), matcher.group(2)));
    }
    String[] sizes = matcher.group(3).strip().split("\\s*,\\s*", -1);
    try {
      if (sizes.length == 2 && !sizes[1].isEmpty()) {
        int rows = Integer.parseInt(sizes[0]);
        int dimension = Integer.parseInt(sizes[1]);
        if (dimension > 0 && (long) rows * dimension <= Long.MAX_VALUE / Float.BYTES) {
          return new int[] {rows, dimension};
        }
      }
    } catch (NumberFormatException beyondInt) {
      // Told below, with the shape.
    }
    throw new FormatException(
        where, "its shape (%s) is not that of a matrix".formatted(matcher.group(3)));
  }

  private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
      // Reads until full or at the end of the file.
    }
    return bytes.flip();
  }

  /** The first 128 bytes of a version 1 file of that shape. */
  static ByteBuffer header(int rows, int dimension) {
    String text =
        String.format(
            Locale.ROOT,
            "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }",
            rows,
            dimension);
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (HEADER_BYTES - 10));
    header.put(text.getBytes(StandardCharsets.US_ASCII));
    while (header.remaining() > 1) {
      header.put((byte) ' ');
    }
    return header.put((byte) '\n').flip();
  }
}
