package dev.akin.format.tensor;

import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Writes rows to a NumPy file as they come, without knowing how many there will be. Until it is
 * closed the file says it has no row. For one thread.
 */
public final class NpyWriter implements AutoCloseable {
  private static final long CHUNK = 1 << 20;

  private final FileChannel channel;
  private final int dimension;
  private int rows;

  private NpyWriter(FileChannel channel, int dimension) {
    this.channel = channel;
    this.dimension = dimension;
  }

  /** A new file, replacing what is there. */
  public static NpyWriter create(Path file, int dimension) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    NpyWriter writer = new NpyWriter(channel, dimension);
    writer.write(Npy.header(0, dimension));
    return writer;
  }

  /**
   * Appends the first rows of a matrix.
   *
   * @throws IllegalArgumentException if its dimension is another
   */
  public void append(Matrix matrix, int count) throws IOException {
    if (matrix.dimension() != dimension) {
      throw new IllegalArgumentException(
          "rows of %d cells to a file of %d".formatted(matrix.dimension(), dimension));
    }
    Objects.checkFromIndexSize(0, count, matrix.rows());
    int next = Math.addExact(rows, count);
    long bytes = (long) count * dimension * Float.BYTES;
    for (long at = 0; at < bytes; at += CHUNK) {
      write(matrix.cells().asSlice(at, Math.min(CHUNK, bytes - at)).asByteBuffer());
    }
    rows = next;
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Puts the number of rows into the header and closes the file. */
  @Override
  public void close() throws IOException {
    try (channel) {
      channel.position(0);
      write(Npy.header(rows, dimension));
    }
  }
}
